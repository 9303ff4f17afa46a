import type { BundleSet } from '../../../shared/models/bundle';
import type { BundleChoices } from '../../../shared/models/leaving';
import type { Proceedings } from '../../../shared/models/proceedings';
import { setText } from '../../strings/bundle';

/** The fields of a cover that proceedings say. */
export type Cover = Pick<BundleChoices, 'title' | 'courtCase'>;

/** As much as the fields take. */
const most = 120;

/** What the proceedings would have on the cover. */
export function coverOf({ title, court, caseNumber }: Proceedings, set: BundleSet = 'main'): Cover {
  const usual = setText.usualTitle[set];
  const courtCase = [court, caseNumber].filter((text) => text !== '').join(', ');
  const name = title === '' ? usual : `${usual}, ${title}`;
  return { title: name.slice(0, most), courtCase: courtCase.slice(0, most) };
}

/** The proceedings that were chosen; where none were, those that the line of the court on the cover is from, or null. */
export function proceedingsOn(
  all: readonly Proceedings[],
  { courtCase, proceedingsId }: Pick<BundleChoices, 'courtCase' | 'proceedingsId'>,
): Proceedings | null {
  if (proceedingsId !== null) return all.find(({ id }) => id === proceedingsId) ?? null;
  const written = courtCase.trim();
  return all.find((each) => written !== '' && coverOf(each).courtCase === written) ?? null;
}

/** What chosen proceedings say by now where the cover says something else; null where it says that, or they say nothing. */
export function saidByNow(
  all: readonly Proceedings[],
  { courtCase, proceedingsId }: Pick<BundleChoices, 'courtCase' | 'proceedingsId'>,
): string | null {
  const chosen = all.find(({ id }) => id === proceedingsId);
  const now = chosen === undefined ? '' : coverOf(chosen).courtCase;
  return now === '' || now === courtCase.trim() ? null : now;
}

/** A suggestion, and what of it would take the place of something that a person wrote. */
export interface Suggested {
  /** What can be filled in without a question: a field that is empty, or holds an earlier suggestion. */
  readonly filled: Cover;
  /** What is only filled in once somebody says so. */
  readonly asks: Partial<Cover>;
}

/** What choosing proceedings does to the cover. Nothing is suggested where the proceedings say nothing. */
export function suggestCover(
  chosen: Proceedings,
  all: readonly Proceedings[],
  { title, courtCase }: Cover,
  set: BundleSet = 'main',
): Suggested {
  const suggestions = all.map((each) => coverOf(each, set));
  const wanted = coverOf(chosen, set);
  const isOwnTitle = ![
    '',
    setText.usualTitle[set],
    wanted.title,
    ...suggestions.map((each) => each.title),
  ].includes(title.trim());
  const isOwnCourt = !['', wanted.courtCase, ...suggestions.map((each) => each.courtCase)].includes(
    courtCase.trim(),
  );
  const hasTitle = chosen.title !== '';
  const hasCourt = wanted.courtCase !== '';
  return {
    filled: {
      title: isOwnTitle ? title : wanted.title,
      courtCase: isOwnCourt ? courtCase : wanted.courtCase,
    },
    asks: {
      ...(isOwnTitle && hasTitle ? { title: wanted.title } : {}),
      ...(isOwnCourt && hasCourt ? { courtCase: wanted.courtCase } : {}),
    },
  };
}
