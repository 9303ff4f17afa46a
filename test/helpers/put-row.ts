import type { Database } from 'better-sqlite3';

/** Writes a row as it is, by the names of its columns. */
export function putRow(db: Database, table: string, row: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(row);
  db.prepare(
    `INSERT INTO "${table}" (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`,
  ).run(row);
}
