import type { Database } from 'better-sqlite3';

/** Evidence packs that were made: the folders lie outside the vault, and here stands what they held; who made one, its act says. */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE packs (
      id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      made_at TEXT NOT NULL,
      -- JSON of packBodySchema: for whom, and each file with its name and fingerprint.
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX packs_case ON packs (case_id, made_at);
  `);
}
