import type { Database } from 'better-sqlite3';

/**
 * Packages that are being written, or were when the stick went away: all that is needed to make the same bytes again and go on
 * behind those that are there. The file key opens what lies on the stick, so a row is gone as soon as the package is whole.
 */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE transfer_drafts (
      case_id TEXT PRIMARY KEY NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      path TEXT NOT NULL,
      -- Name of the unfinished file beside it; of several parts, of the first.
      draft TEXT NOT NULL,
      part_bytes INTEGER NOT NULL,
      package_id TEXT NOT NULL,
      created_at TEXT NOT NULL,
      audit_head TEXT NOT NULL,
      manifest_sha256 TEXT NOT NULL,
      header BLOB NOT NULL,
      file_key BLOB NOT NULL,
      nonce BLOB NOT NULL
    ) STRICT;
  `);
}
