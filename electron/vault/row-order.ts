import type { Database } from 'better-sqlite3';
import { z } from 'zod';

const tableRow = z.object({ name: z.string(), type: z.string(), wr: z.int() });
const keyRow = z.object({ name: z.string() });

/** A table, and an order of its rows that is the same in every copy of the database. */
export interface OrderedTable {
  readonly name: string;
  /** `table`, or `virtual` for an index of words, which is made from the tables. */
  readonly type: 'table' | 'virtual';
  /** `SELECT * FROM … ORDER BY …` */
  readonly select: string;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every table by name, without SQLite's own and without those that a virtual table keeps behind it. */
export function orderedTables(db: Database): readonly OrderedTable[] {
  const tables = db
    .prepare(
      `SELECT name, type, wr FROM pragma_table_list
       WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all();
  return z
    .array(tableRow)
    .parse(tables)
    .map(({ name, type, wr }) => {
      // A table made WITHOUT ROWID lies in the order of its key.
      const keys = db.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').all(name);
      const order =
        wr === 0
          ? ['rowid']
          : z
              .array(keyRow)
              .parse(keys)
              .map((each) => quoted(each.name));
      return {
        name,
        type: type === 'virtual' ? 'virtual' : 'table',
        select: `SELECT * FROM ${quoted(name)} ORDER BY ${order.join(', ')}`,
      };
    });
}
