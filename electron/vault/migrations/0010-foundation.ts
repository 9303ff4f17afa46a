import type { Database } from 'better-sqlite3';

/** Settings of the vault, stored files, and the audit log. */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE settings (
      name TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) STRICT;

    -- One row a stored file. Deleting the row destroys the only copy of its key.
    CREATE TABLE files (
      id TEXT PRIMARY KEY NOT NULL,
      key BLOB NOT NULL CHECK (length(key) = 32),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      bytes INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX files_sha256 ON files (sha256);

    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY NOT NULL,
      at TEXT NOT NULL,
      author TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT,
      detail TEXT NOT NULL,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
    CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
  `);
}
