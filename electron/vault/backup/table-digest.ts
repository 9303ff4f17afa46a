import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { listTables } from '../tables';

/**
 * One hash over every row of every table, in the order of the tables' names and their rows' own order. Two databases with
 * the same digest hold the same. An index of words counts by its rows, and not by the tables it keeps behind them.
 */
export function digestTables(db: Database): string {
  const hash = createHash('sha256');
  for (const { name, order } of listTables(db)) {
    hash.update(`${name}\n`);
    for (const row of db.prepare(`SELECT * FROM "${name}" ORDER BY ${order}`).raw().iterate()) {
      hash.update(JSON.stringify(row));
    }
  }
  return hash.digest('hex');
}
