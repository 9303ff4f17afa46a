import type { Database } from 'better-sqlite3';
import * as z from 'zod';

const tableRow = z.object({ name: z.string(), type: z.string(), wr: z.int() });
const column = z.object({ name: z.string() });

export interface Table {
  readonly name: string;
  /** `table`; `virtual` for the index of words, `shadow` for what that is kept in. */
  readonly type: string;
  /** For ORDER BY: the rows' own order, which is the rowid where a table has one, else its primary key. */
  readonly order: string;
}

/** The tables of the vault by name. */
export function listTables(db: Database): readonly Table[] {
  return z
    .array(tableRow)
    .parse(db.pragma('main.table_list'))
    .filter(({ name, type }) => type !== 'view' && !name.startsWith('sqlite_'))
    .map(({ name, type, wr }) => ({ name, type, order: wr === 1 ? keyOf(db, name) : 'rowid' }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function keyOf(db: Database, table: string): string {
  return z
    .array(column)
    .parse(db.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').all(table))
    .map(({ name }) => `"${name}"`)
    .join();
}
