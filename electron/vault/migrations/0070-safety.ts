import type { Database } from 'better-sqlite3';

/** Whose slot an act belongs to, what was being typed, where backups go, files whose erasure is not finished. */
export function migrate(db: Database): void {
  db.exec(`
    -- Null for acts from before slots were recorded; then it is not part of the entry's hash.
    ALTER TABLE audit ADD COLUMN slot TEXT;

    CREATE TABLE drafts (
      id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT REFERENCES cases (id),
      form TEXT NOT NULL,
      subject TEXT,
      body TEXT NOT NULL,
      at TEXT NOT NULL,
      slot TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX drafts_form ON drafts (slot, form, ifnull(case_id, ''), ifnull(subject, ''));

    CREATE TABLE backup_places (
      id TEXT PRIMARY KEY NOT NULL,
      folder TEXT NOT NULL UNIQUE,
      last_at TEXT,
      last_good_at TEXT,
      last_result TEXT,
      files INTEGER NOT NULL DEFAULT 0,
      bytes INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    -- Encrypted files whose keys are already destroyed and that are still to be removed from the folder.
    CREATE TABLE erased_files (
      id TEXT PRIMARY KEY NOT NULL
    ) STRICT;
  `);
}
