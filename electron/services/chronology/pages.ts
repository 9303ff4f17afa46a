import { z } from 'zod';
import { flag } from '../../../shared/domain/chronology-row';
import { printDate } from '../../../shared/domain/dates/print';
import { HoldfastError } from '../../../shared/errors';
import type { Entry } from '../../../shared/models/chronology';
import type { EntryFilter, EntryOrder } from '../../../shared/models/entry-filter';
import { everyEntry } from '../../../shared/models/entry-filter';
import type { VaultContext } from '../context';
import { allRows } from '../rows';
import { readEntries } from './entry-rows';
import { selectEntries } from './selection';

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
  const selection = selectEntries(context, caseId, filter, order);
  const rows = [...readEntries(context, { rowIds: selection.slice(offset, offset + limit) })];
  if (order === 'newest') rows.reverse();
  return { rows, total: selection.length };
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
  const all = selectEntries(context, caseId, everyEntry, 'oldest');
  const selection = selectEntries(context, caseId, filter, 'oldest');
  const dateOf = (id: number | undefined): string | null => {
    const entry = id === undefined ? undefined : readEntries(context, { rowIds: [id] })[0];
    return entry === undefined ? null : printDate(entry.edtf, null);
  };
  const approximate = selectEntries(context, caseId, { ...everyEntry, approximate: true }, 'oldest');
  const inside = new Set(selection);
  return {
    all: all.length,
    total: selection.length,
    approximate: approximate.filter((id) => inside.has(id)).length,
    first: dateOf(selection[0]),
    last: dateOf(selection.at(-1)),
  };
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

/** Entries and days by element of the law, and the latest incident. */
export function readSupport(context: Db, caseId: string) {
  const support = allRows(
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
    support,
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
