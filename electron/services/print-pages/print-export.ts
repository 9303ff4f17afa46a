import type { EvidenceItem } from '../../../shared/models/evidence';
import type { MessageSource } from '../../../shared/models/message';
import type { VaultContext } from '../../vault/api';
import { readViews } from '../messages/list-rows';
import { captionOf } from './caption';
import { exportDocument } from './export-document';
import type { PrintedRow } from './message-words';
import type { PageLimits, Printed, RowRange } from './printed';
import { countRows, numbersOf, tidyRanges } from './row-ranges';
import { tableDocument } from './table-document';

type Db = Pick<VaultContext, 'db'>;

/** Rows that are read from the vault at a time. */
const readAtOnce = 500;

/** What a page says instead of rows, where an export was not read; null where it was. */
export function notReadText({ state }: Pick<MessageSource, 'state'>): string | null {
  switch (state) {
    case 'read':
      return null;
    case 'needs-columns':
      return 'It is a table, and nobody has said yet what its columns mean.';
    case 'needs-order':
      return 'Its dates can be read in more than one way, and nobody has said yet which is the day and which the month.';
    case 'waiting':
      return 'It was not read yet when this was printed.';
    case 'failed':
      return 'Its words could not be read.';
  }
}

/** The first records of a table of which nobody has said what its columns are; null for any other export. */
export function printUnmapped(item: EvidenceItem, source: MessageSource): Printed | null {
  const { state, notes } = source;
  if (state !== 'needs-columns' || notes?.table == null) return null;
  return tableDocument(captionOf(item), notes.table.records, notes.lines);
}

/** Rows of an export in documents of no more than so many, in the order of the file. */
export function* printExport(
  context: Db,
  item: EvidenceItem,
  source: MessageSource,
  rows: readonly RowRange[] | null,
  limits: PageLimits,
): Generator<Printed> {
  const total = source.notes?.rows ?? 0;
  const chosen = tidyRanges(rows, total);
  const caption = captionOf(item);
  const all = countRows(chosen);
  let done = 0;
  let part = 0;
  for (const together of inPieces(readInOrder(context, item.id, numbersOf(chosen)), limits)) {
    done += together.length;
    part += 1;
    const here = tidyRanges(
      together.map(({ position }) => ({ from: position + 1, to: position + 1 })),
      total,
    );
    yield exportDocument(caption, source, together, {
      ...{ total, chosen, here },
      part: limits.isOnly ? null : part,
      isCut: limits.isOnly && done < all,
    });
    if (limits.isOnly) return;
  }
  if (part === 0)
    yield exportDocument(caption, source, [], { total, chosen, here: [], part: null, isCut: false });
}

function* readInOrder(context: Db, itemId: string, numbers: Iterable<number>): Generator<PrintedRow> {
  let positions: number[] = [];
  function* read(): Generator<PrintedRow> {
    yield* [...readViews(context, itemId, positions)].sort((a, b) => a.position - b.position);
    positions = [];
  }
  for (const number of numbers) {
    positions.push(number - 1);
    if (positions.length === readAtOnce) yield* read();
  }
  yield* read();
}

/** As many together as one document holds: one row at least, however long it is. */
function* inPieces(rows: Iterable<PrintedRow>, limits: PageLimits): Generator<readonly PrintedRow[]> {
  let together: PrintedRow[] = [];
  let letters = 0;
  for (const row of rows) {
    const length = row.body.length + (row.raw?.length ?? 0);
    const isFull = together.length >= limits.rows || letters + length > limits.letters;
    if (isFull && together.length > 0) {
      yield together;
      [together, letters] = [[], 0];
    }
    together.push(row);
    letters += length;
  }
  if (together.length > 0) yield together;
}
