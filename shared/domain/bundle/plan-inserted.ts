import type { BundlePlan, BundleRow } from '../../models/bundle';
import { insertedBehind, standingAt } from './inserted';
import { labelOf, positionOf } from './labels';
import { lateKeyStart } from './plan';
import type { LatePlan, PlannedDocument } from './plan';

/**
 * The page behind which something may be inserted, by what is printed on it: any behind cover and index that was not inserted itself.
 * Gives its place in the file, or null.
 */
export function insertPlace(plan: BundlePlan, label: string): number | null {
  const place = positionOf(plan, label);
  const first = plan.rows.find(({ kind }) => kind === 'section')?.firstPage;
  if (place === null || first === undefined || place < first) return null;
  return standingAt(plan.inserted, place).inserted === 0 ? place : null;
}

/**
 * Adds pages in the middle of a bundle that was served, where the court directed that (12.1, 12.2; A5.1): all other pages keep what
 * is on them and their numbers. They begin with a revised index. `behind`: the page's place in the file, from `insertPlace`.
 */
export function planInserted(
  before: BundlePlan,
  behind: number,
  exhibits: readonly PlannedDocument[],
  index: number,
  leftOut: BundlePlan['leftOut'],
): LatePlan {
  const { base } = standingAt(before.inserted, behind);
  const there = insertedBehind(before.inserted, base);
  const start = behind + there + 1;
  const key = `${lateKeyStart}${labelOf(before, behind)}.${there + 1}`;
  const first = {
    ...{ key, itemId: null, exhibitRef: null, date: '' },
    ...{ title: 'Revised index and what was inserted', pages: index },
  };
  const documents = [first, ...exhibits];
  const pages = documents.reduce((sum, each) => sum + each.pages, 0);
  let next = start;
  const added = documents.map(({ pages: own, ...document }): BundleRow => {
    const place = { firstPage: next, lastPage: next + own - 1 };
    next += own;
    return { ...document, ...place, letter: '', kind: 'document' };
  });
  const at = before.rows.findLastIndex(({ firstPage }) => firstPage < start) + 1;
  const rows = before.rows.map((row) => madeRoom(row, start, pages));
  const insertions = [
    ...(before.inserted ?? []).filter(({ after }) => after !== base),
    { after: base, pages: there + pages },
  ].sort((one, other) => one.after - other.after);
  return {
    key,
    pages,
    plan: {
      ...before,
      rows: [...rows.slice(0, at), ...added, ...rows.slice(at)],
      pages: before.pages + pages,
      inserted: insertions,
      leftOut,
    },
  };
}

/** A row of the bundle before, where it is now. What is inserted behind the last page of a section is in that section. */
function madeRoom(row: BundleRow, start: number, pages: number): BundleRow {
  if (row.firstPage >= start)
    return { ...row, firstPage: row.firstPage + pages, lastPage: row.lastPage + pages };
  const last = row.kind === 'section' ? row.lastPage + 1 : row.lastPage;
  return last >= start ? { ...row, lastPage: row.lastPage + pages } : row;
}
