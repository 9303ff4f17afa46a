import type { Database } from 'better-sqlite3';

/** Cases. `safe_contact` is JSON checked by safeContactSchema on the way in and out. */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE cases (
      id TEXT PRIMARY KEY NOT NULL,
      reference TEXT NOT NULL,
      alias TEXT NOT NULL,
      exhibit_initials TEXT NOT NULL,
      -- Next exhibit number; only ever grows, so that a reference is never reused.
      next_exhibit INTEGER NOT NULL DEFAULT 1,
      status TEXT NOT NULL,
      safe_contact TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX cases_reference ON cases (reference);
  `);
}
