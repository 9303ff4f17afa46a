import type { Database } from 'better-sqlite3';

/** Packages written and opened. `body` is JSON of transferRecordSchema. */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE transfers (
      id TEXT PRIMARY KEY NOT NULL,
      package_id TEXT NOT NULL,
      direction TEXT NOT NULL,
      at TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX transfers_package ON transfers (package_id, direction);
  `);
}
