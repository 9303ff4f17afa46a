import type { Database } from 'better-sqlite3';

/** Redacted copies: derivatives of an original that is never changed. Every version is kept; the newest counts. */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE redactions (
      id TEXT PRIMARY KEY NOT NULL,
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      file_id TEXT NOT NULL REFERENCES files (id),
      mime TEXT NOT NULL,
      parent_sha256 TEXT NOT NULL,
      -- JSON: the boxes with page, reason and words; sizes of the pages; what reading the result back has shown.
      boxes TEXT NOT NULL,
      pages TEXT NOT NULL,
      checks TEXT NOT NULL,
      created_at TEXT NOT NULL,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX redactions_item ON redactions (item_id, version);
  `);
}
