import type { Entry } from '../../../shared/models/chronology';
import type { EntryOrder } from '../../../shared/models/entry-filter';
import type { VaultContext } from '../../vault/api';
import { readEntries } from './entry-rows';

/** Entries read at a time, so that a long chronology is never in memory as a whole. */
const atOnce = 500;

/** Entries by the numbers of their rows, in the order in which they were selected. */
export function* entriesInPieces(
  context: Pick<VaultContext, 'db'>,
  rowIds: readonly number[],
  order: EntryOrder,
): Generator<Entry> {
  for (let from = 0; from < rowIds.length; from += atOnce) {
    const rows = [...readEntries(context, { rowIds: rowIds.slice(from, from + atOnce) })];
    yield* order === 'newest' ? rows.reverse() : rows;
  }
}
