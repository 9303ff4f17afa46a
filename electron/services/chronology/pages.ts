import * as z from 'zod';
import { flag } from '../../../shared/domain/chronology-row';
import { printDate } from '../../../shared/domain/dates/print';
import { HoldfastError } from '../../../shared/errors';
import type { Entry } from '../../../shared/models/chronology';
import type { EntryFilter, EntryOrder } from '../../../shared/models/entry-filter';
import { everyEntry } from '../../../shared/models/entry-filter';
import type { VaultContext } from '../../vault/api';
import { jurisdictionOf } from '../law/law-of-case';
import { allRows } from '../../vault/rows/rows';
import { readEntries } from './entry-rows';
import { withOccasions } from './occasions';
import { selectEntries, selectPage } from './selection';

type Db = Pick<VaultContext, 'db'>;

/** Some entries of a filter, in its order. */
export function readPage(
  context: Db,
  caseId: string,
  filter: EntryFilter,
  order: EntryOrder,
  offset: number,
  limit: number,
): { readonly rows: Entry[]; readonly total: number } {
  const page = selectPage(context, caseId, filter, order, offset, limit) ?? inSelection();
  const rows = [...readEntries(context, { rowIds: page.rowIds })];
  if (order === 'newest') rows.reverse();
  return { rows, total: page.total };

  function inSelection(): { readonly rowIds: readonly number[]; readonly total: number } {
    const selection = selectEntries(context, caseId, filter, order);
    return { rowIds: selection.slice(offset, offset + limit), total: selection.length };
  }
}

export interface Summary {
  readonly all: number;
  readonly total: number;
  readonly approximate: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** What a filter leaves, in facts. */
export function summarise(context: Db, caseId: string, filter: EntryFilter): Summary {
  const count = (which: EntryFilter): number =>
    (
      selectPage(context, caseId, which, 'oldest', 0, 0) ?? {
        total: selectEntries(context, caseId, which, 'oldest').length,
      }
    ).total;
  const dateAt = (order: EntryOrder): string | null => {
    const [entry] = readPage(context, caseId, filter, order, 0, 1).rows;
    return entry === undefined ? null : printDate(entry.edtf, null);
  };
  const total = count(filter);
  return {
    all: count(everyEntry),
    total,
    approximate: approximateIn(),
    first: dateAt('oldest'),
    last: dateAt('newest'),
  };

  function approximateIn(): number {
    if (!filter.inverse && filter.approximate === null) return count({ ...filter, approximate: true });
    // Of all but some, or of those that are asked for by this already, there is no one filter.
    const rough = new Set(selectEntries(context, caseId, { ...everyEntry, approximate: true }, 'oldest'));
    return selectEntries(context, caseId, filter, 'oldest').filter((id) => rough.has(id)).length;
  }
}

/** Ids of entries by their places in a filter. Throws `not-found` for a place behind its end. */
export function idsAt(
  context: Db,
  caseId: string,
  filter: EntryFilter,
  order: EntryOrder,
  indexes: readonly number[],
): string[] {
  const selection = selectEntries(context, caseId, filter, order);
  const id = context.db.prepare('SELECT entry_id FROM entry_rows WHERE id = ?').pluck();
  return indexes.map((index) => {
    const found: unknown = id.get(selection[index] ?? -1);
    if (typeof found !== 'string') throw new HoldfastError('not-found');
    return found;
  });
}

/** Where an entry stands in a filter, or null. */
export function placeOf(
  context: Db,
  caseId: string,
  filter: EntryFilter,
  order: EntryOrder,
  id: string,
): number | null {
  const row: unknown = context.db.prepare('SELECT id FROM entry_rows WHERE entry_id = ?').pluck().get(id);
  const place = selectEntries(context, caseId, filter, order).findIndex((each) => each === row);
  return place === -1 ? null : place;
}

const supportRow = z.object({ element: z.string(), entries: z.int(), days: z.int() });
const latestRow = z.object({ id: z.int(), latest: z.string() });

/** Entries, days and occasions by element of the law, and the latest incident. */
export function readSupport(context: Db, caseId: string) {
  const found = allRows(
    context.db,
    supportRow,
    `SELECT s.element, count(*) AS entries, count(DISTINCT substr(r.earliest, 1, 10)) AS days
     FROM entry_rows r JOIN entry_supports s ON s.row_id = r.id WHERE r.case_id = ? GROUP BY s.element ORDER BY s.element`,
    caseId,
  );
  // What is still going on has no latest day; it says nothing about when a time limit began.
  const [row] = allRows(
    context.db,
    latestRow,
    `SELECT id, latest FROM entry_rows WHERE case_id = ? AND (flags & ${flag.event}) = 0 AND latest < '9999'
     ORDER BY latest DESC, earliest DESC, entry_id DESC LIMIT 1`,
    caseId,
  );
  const entry = row === undefined ? undefined : readEntries(context, { rowIds: [row.id] })[0];
  return {
    jurisdiction: jurisdictionOf(context, caseId),
    support: withOccasions(context, caseId, found),
    latest:
      row === undefined || entry === undefined
        ? null
        : {
            id: entry.id,
            title: entry.title,
            printedDate: entry.printedDate,
            day: row.latest.slice(0, 10),
            certain: !entry.approximate,
          },
  };
}
