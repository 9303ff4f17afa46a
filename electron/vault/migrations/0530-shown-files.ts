import type { Database } from 'better-sqlite3';

/** What of a locked PDF is shown once somebody knew its password, and of pages that were scanned upside down. */
export function migrate(db: Database): void {
  db.exec(`
    -- Which version of the record says the password: the password itself stands there alone.
    CREATE TABLE pdf_passwords (
      item_id TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      version TEXT NOT NULL
    ) STRICT;

    CREATE TABLE page_turns (
      item_id TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      -- JSON of [{page,by}]: every page that somebody answered for, and those of them that are turned (empty where none is).
      answers TEXT NOT NULL,
      turned TEXT NOT NULL
    ) STRICT;

    -- What the rows and pictures of an exhibit were made of beyond its original: password and turns. Without a row, of the original alone.
    CREATE TABLE shown_files (
      item_id TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      made_of TEXT NOT NULL,
      -- Of a PDF: the file whose pages are shown in place of the original's; NULL where the original's are.
      file_id TEXT REFERENCES files (id),
      -- Why it could not be made; it is not tried again until something else is wanted.
      failed TEXT
    ) STRICT;
    CREATE INDEX shown_files_file ON shown_files (file_id);
  `);
}
