import * as z from 'zod';
import { printDate } from '../../../shared/domain/dates/print';
import { ukDay } from '../../../shared/domain/dates/standing';
import type { Bundle, BundleCheck, BundleOptions } from '../../../shared/models/bundle';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { listBundles } from './rows';

/** What is to be said of a bundle beside the others of its case. */
export function setChecks(
  context: Pick<VaultContext, 'db'>,
  caseId: string,
  options: BundleOptions,
): readonly BundleCheck[] {
  const ofSet = options.set === 'core' ? coreChecks(options) : oneBundleChecks(context, caseId, options);
  return [...ofSet, ...insertedChecks(options)];
}

/** Added pages go to the end (general guidance 2021, paragraph 10), but where the court directs otherwise. */
function insertedChecks({ inserted }: BundleOptions): readonly BundleCheck[] {
  if (inserted === null) return [];
  return [
    {
      id: 'G16',
      text: `Pages inserted behind page ${inserted.after} and not at the end, as directed by ${inserted.directedBy}; all others keep their numbers`,
      state: 'ok',
      pages: [],
    },
  ];
}

/** A core bundle is made only where it is required (general guidance 2021, paragraph 7; PD27A, chapter 9). */
function coreChecks({ askedBy }: BundleOptions): readonly BundleCheck[] {
  const isAsked = askedBy.trim() !== '';
  return [
    {
      id: 'G12',
      text: isAsked
        ? `Core bundle, asked for by ${askedBy.trim()}`
        : 'A core bundle is made only where the court asks for one. Who asked, and when, is not recorded',
      state: isAsked ? 'ok' : 'decide',
      pages: [],
    },
  ];
}

const savedRow = z.object({ subject: z.string(), at: z.string() });

/**
 * One hearing bundle is preferred (general guidance 2021, paragraph 8): a court that has one already is served pages that go on
 * behind it, or is told that another takes its place. A core bundle beside it is fine.
 */
function oneBundleChecks(
  { db }: Pick<VaultContext, 'db'>,
  caseId: string,
  options: BundleOptions,
): readonly BundleCheck[] {
  const { recipient, courtCase, lateOf } = options;
  if (recipient !== 'family-court' && recipient !== 'criminal-court') return [];
  const all = new Map(listBundles({ db }, caseId).map((each) => [each.id, each]));
  const before = chainOf(all, lateOf);
  const given = allRows(
    db,
    savedRow,
    "SELECT subject, max(at) AS at FROM audit WHERE action = 'bundle.save' AND case_id = ? GROUP BY subject ORDER BY max(at) DESC",
    caseId,
  ).find(({ subject }) => {
    const options = all.get(subject)?.options;
    const isSameCourt = options?.recipient === recipient && options.courtCase === courtCase;
    return isSameCourt && options.set === 'main' && !before.has(subject);
  });
  if (given === undefined) return [];
  return [
    {
      id: 'G13',
      text: `Another hearing bundle for this court was saved on ${printDate(ukDay(given.at), null)}. Courts want one: add pages to that one, or say that this one takes its place`,
      state: 'decide',
      pages: [],
    },
  ];
}

/** The bundles that one goes on behind, from the last to the first. */
function chainOf(all: ReadonlyMap<string, Bundle>, last: string | null): ReadonlySet<string> {
  const chain = new Set<string>();
  for (let id = last; id !== null && !chain.has(id); id = all.get(id)?.options.lateOf ?? null) chain.add(id);
  return chain;
}
