import { canonical, compareIds } from '../../../shared/domain/records/version';
import type { Json, Version } from '../../../shared/domain/records/version';
import { groupBy } from '../../../shared/domain/records/group';
import { earlierId, filledUp } from './earlier';
import type { Stamped } from './earlier';
import { recordIdAbout } from './record-id';

/** A date that somebody settled on, as vaults and packages kept it in rows of its own. */
export interface EarlierChoice extends Stamped {
  readonly id: string;
  readonly itemId: string;
  readonly field: string;
  readonly date: Json;
  readonly reason: string;
  /** Null for one from before they were kept one by one. */
  readonly at: string | null;
}

/** What an exhibit was filed under, with by whom and when its row was last written. */
export interface EarlierFiling extends Stamped {
  readonly itemId: string;
  readonly date: Json;
  readonly reason: string | null;
}

/**
 * Dates that were settled on as versions, each made from the one before of the same exhibit and field. An exhibit may be filed
 * under a date that somebody chose before choices were kept one by one: then it says so itself.
 */
export function versionsOfChoices(
  caseId: string | null,
  choices: readonly EarlierChoice[],
  filings: readonly EarlierFiling[],
): readonly Version[] {
  const all = groupBy([...choices].sort(byClock), ({ itemId, field }) => `${field} ${itemId}`);
  const filed = filings.flatMap((filing): EarlierChoice[] => {
    const last = all.get(`captured ${filing.itemId}`)?.at(-1);
    if (!isChosen(filing.date) || (last !== undefined && canonical(last.date) === canonical(filing.date)))
      return [];
    const { itemId, date, reason, office, author, hlc } = filing;
    return [
      { id: itemId, itemId, field: 'captured', date, reason: reason ?? '', at: null, office, author, hlc },
    ];
  });
  const also = groupBy(filed, ({ itemId, field }) => `${field} ${itemId}`);
  return [...new Set([...all.keys(), ...also.keys()])].flatMap((key) =>
    chained(caseId, [...(all.get(key) ?? []), ...(also.get(key) ?? [])]),
  );
}

/** A row came to both offices with its id. What else may differ between two is in the version's id. */
function chained(caseId: string | null, choices: readonly EarlierChoice[]): readonly Version[] {
  const made: Version[] = [];
  for (const { id, itemId, field, date, reason, at, office, author, hlc } of choices) {
    const parents = made.slice(-1).map((before) => before.id);
    const body = filledUp('date-choice', { itemId, field, date, reason });
    made.push({
      id: earlierId('date-choice', id, hlc, at ?? '', canonical(body), ...parents),
      recordId: recordIdAbout('date-choice', `${field}/${itemId}`),
      ...{ caseId, kind: 'date-choice', schema: 1, refs: [itemId], parents, body, removed: false },
      ...{ office, author, hlc, at: at ?? '' },
    });
  }
  return made;
}

function isChosen(date: Json): boolean {
  return date !== null && typeof date === 'object' && 'chosen' in date && date.chosen === true;
}

function byClock(a: EarlierChoice, b: EarlierChoice): number {
  return compareIds(a.hlc, b.hlc) || compareIds(a.id, b.id);
}
