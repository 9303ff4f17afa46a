import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/**
 * One hash over every row of every table, in the order of the tables' names and their rows' own order. Two databases with
 * the same digest hold the same.
 */
export function digestTables(db: Database): string {
  const hash = createHash('sha256');
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all();
  for (const table of tables) {
    if (typeof table !== 'string') continue;
    hash.update(`${table}\n`);
    for (const row of db.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).raw().iterate()) {
      hash.update(JSON.stringify(row));
    }
  }
  return hash.digest('hex');
}
