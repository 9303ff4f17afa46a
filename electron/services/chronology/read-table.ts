import { readFile, stat } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { unguard } from '../../../shared/domain/export/csv';
import { isPortableHead, portableEntry } from '../../../shared/domain/export/portable-csv';
import { HoldfastError } from '../../../shared/errors';
import type { TableRead } from '../../../shared/models/chronology-export';
import { portableChronologySchema } from '../../../shared/models/portable';
import type { PortableEntry, PortableRegister } from '../../../shared/models/portable';

/** Bytes of a table or chronology that is taken in. */
const mostBytes = 200 * 1024 * 1024;
/** Rows of somebody's own table taken at once, and cells of one. */
export const mostRows = 5000;
const mostCells = 200;
const longestCell = 50_000;

/** A chronology that Holdfast wrote in full. */
export interface FullChronology {
  readonly entries: readonly PortableEntry[];
  readonly register: readonly PortableRegister[];
}

export async function readTableFile(path: string): Promise<string> {
  const { size } = await stat(path).catch(() => {
    throw new HoldfastError('read-failed');
  });
  if (size > mostBytes) throw new HoldfastError('file-too-large');
  const bytes = await readFile(path).catch(() => {
    throw new HoldfastError('read-failed');
  });
  return decode(bytes);
}

/** UTF-8, or what Excel writes on Windows where it is none. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The chronology in a file that Holdfast wrote in full, or null for any other table. Throws `table-unreadable` for a spoiled one. */
export function readFull(text: string): FullChronology | null {
  if (/^\s*\{/u.test(text)) {
    try {
      return portableChronologySchema.parse(JSON.parse(text));
    } catch {
      throw new HoldfastError('table-unreadable');
    }
  }
  const rows = rowsOf(text);
  const [head, ...rest] = rows;
  if (head === undefined || !isPortableHead(head)) return null;
  return { entries: rest.map((cells) => portableEntry(head, cells.map(unguard))), register: [] };
}

/** Rows of somebody's own table: from a spreadsheet (tabs), or with commas or semicolons. Throws `table-unreadable`. */
export function readTable(text: string): TableRead {
  const rows = rowsOf(text).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) throw new HoldfastError('table-unreadable');
  const taken = rows.slice(0, mostRows + 1);
  return {
    kind: 'table',
    rows: taken.map((cells) => cells.slice(0, mostCells).map((cell) => unguard(cell).slice(0, longestCell))),
    leftOut: rows.length - taken.length,
  };
}

function rowsOf(text: string): string[][] {
  const line =
    text
      .replace(/^\uFEFF/u, '')
      .slice(0, 10_000)
      .split(/\r?\n/u)[0] ?? '';
  const count = (mark: string): number => line.split(mark).length - 1;
  const delimiter = count('\t') > 0 ? '\t' : count(';') > count(',') ? ';' : ',';
  try {
    // With `bom`, the mark of UTF-8 is not part of the first name.
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch {
    throw new HoldfastError('table-unreadable');
  }
}
