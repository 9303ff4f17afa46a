import { parse } from 'csv-parse/sync';
import { headSize } from '../../../shared/models/identity';
import { identify } from '../../formats/identify';
import { inMemory } from '../../formats/random-access';
import { delimiterOf } from '../messages/csv-records';
import { decodeText } from '../kit/decode-text';
import type { Buffer } from '../kit/node';
import { unguard } from '../../../shared/domain/export/csv';
import { isPortableHead, portableEntry, portableHead } from '../../../shared/domain/export/portable-csv';
import { HoldfastError } from '../../../shared/errors';
import type { FullTable, PlainTable } from '../../../shared/models/table-taken';
import { portableChronologySchema } from '../../../shared/models/portable';

/** Rows of somebody's own table taken at once, and cells of one. */
export const mostRows = 5000;
const mostCells = 200;
const longestCell = 50_000;

/** The words of a file that somebody chose as a table. Throws `table-spreadsheet` and `table-no-text`. */
export async function tableText(bytes: Buffer): Promise<string> {
  await requireText(bytes);
  return decodeText(bytes);
}

/** Throws `table-spreadsheet` and `table-no-text`: shown as rows, the bytes of another file are nothing anybody can use. */
async function requireText(bytes: Buffer): Promise<void> {
  const { kind } = await identify(bytes.subarray(0, headSize), inMemory(bytes));
  if (kind === 'document') throw new HoldfastError('table-spreadsheet');
  const text = decodeText(bytes.subarray(0, headSize));
  // A text has none of these signs; a file of bytes is full of them.
  const strange = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/gu)?.length ?? 0;
  // The mark of UTF-16 is also how some sound begins, so that sound is known by its signs alone.
  const isOther = ['image', 'pdf', 'archive'].includes(kind);
  if (isOther || strange > text.length / 100) throw new HoldfastError('table-no-text');
}

/** The chronology in a file that Holdfast wrote in full, or null for any other table. Throws `table-unreadable` for a spoiled one. */
export function readFull(text: string): FullTable | null {
  if (/^\s*\{/u.test(text)) {
    try {
      const { entries, register } = portableChronologySchema.parse(JSON.parse(text));
      return { kind: 'full', entries, register, unused: [] };
    } catch {
      throw new HoldfastError('table-unreadable');
    }
  }
  const rows = rowsOf(text).filter(hasSomething);
  const [head, ...rest] = rows;
  if (head === undefined || !isPortableHead(head)) return null;
  return {
    kind: 'full',
    entries: rest.map((cells) => portableEntry(head, cells.map(unguard))),
    register: [],
    unused: [...addedColumns(head, rest)],
  };
}

function addedColumns(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), head.length);
  return Array.from({ length: Math.min(width, mostCells) }, (_, column) => column)
    .filter(
      (column) =>
        !portableHead.includes(head[column] ?? '') && rows.some((row) => (row[column] ?? '') !== ''),
    )
    .map((column) => (head[column]?.trim() || `Column ${column + 1}`).slice(0, 200));
}

/** Rows of somebody's own table: from a spreadsheet (tabs), or with commas or semicolons. Throws `table-unreadable`. */
export function readTable(text: string): PlainTable {
  const rows = rowsOf(text)
    .map((cells, index) => ({ cells, number: index + 1 }))
    .filter(({ cells }) => hasSomething(cells));
  if (rows.length === 0) throw new HoldfastError('table-unreadable');
  const taken = rows.slice(0, mostRows + 1);
  return {
    kind: 'table',
    rows: taken.map(({ cells }) =>
      cells.slice(0, mostCells).map((cell) => unguard(cell).slice(0, longestCell)),
    ),
    numbers: taken.map(({ number }) => number),
    cut: taken.flatMap(({ cells, number }) => (isCut(cells) ? [number] : [])),
    leftOut: rows.length - taken.length,
  };
}

const hasSomething = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');

function isCut(cells: readonly string[]): boolean {
  return hasSomething(cells.slice(mostCells)) || cells.some((cell) => cell.length > longestCell);
}

/** Lines at the beginning by which the sign between the cells is known. */
const mostLooked = 40;

function rowsOf(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/u, '');
  const delimiter = delimiterOf(
    plain
      .slice(0, 100_000)
      .split(/\r\n|\r|\n/u)
      .slice(0, mostLooked),
  );
  // Some programs say the sign in a first line, which is no row of the table.
  const body = plain.replace(/^sep=.(?:\r\n|\r|\n)/iu, '');
  try {
    // With `bom`, the mark of UTF-8 is not part of the first name.
    const rows: string[][] = parse(body, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      // Rows are counted as a spreadsheet counts them.
      skip_empty_lines: false,
    });
    return body === plain ? rows : [[''], ...rows];
  } catch {
    throw new HoldfastError('table-unreadable');
  }
}
