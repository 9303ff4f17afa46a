import type { Database } from 'better-sqlite3';

/** Text of evidence, page by page: read by machine, taken from the file, corrected by people; and what is still to be read. */
export function migrate(db: Database): void {
  db.exec(`
    -- source: 'ocr' (recognised), 'embedded' (a PDF's own text), 'file' (text, e-mail, document).
    CREATE TABLE text_pages (
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      page INTEGER NOT NULL,
      source TEXT NOT NULL,
      text TEXT NOT NULL,
      -- JSON of the words with their boxes on the upright picture, or null.
      words TEXT,
      engine TEXT NOT NULL,
      languages TEXT NOT NULL,
      -- Mean confidence 0 to 100, or null.
      confidence REAL,
      at TEXT NOT NULL,
      PRIMARY KEY (item_id, page)
    ) STRICT;

    -- Beside the machine's text, never in its place. Every version is kept; the newest counts.
    CREATE TABLE text_corrections (
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      page INTEGER NOT NULL,
      version INTEGER NOT NULL,
      text TEXT NOT NULL,
      at TEXT NOT NULL,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL,
      PRIMARY KEY (item_id, page, version)
    ) STRICT;

    -- Pages to be recognised. state: 'waiting', 'failed'; done ones are gone from here. Lower priority comes first.
    CREATE TABLE text_queue (
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      page INTEGER NOT NULL,
      priority INTEGER NOT NULL,
      state TEXT NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0,
      reason TEXT,
      PRIMARY KEY (item_id, page)
    ) STRICT;
    CREATE INDEX text_queue_next ON text_queue (state, priority, item_id, page);

    -- Languages installed from a file: the trained data itself is a stored file.
    CREATE TABLE text_languages (
      code TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      file_id TEXT NOT NULL REFERENCES files (id),
      at TEXT NOT NULL
    ) STRICT;

    -- One row a page (item_id, page), its corrected text where there is one. Kept in step by the text service.
    CREATE VIRTUAL TABLE text_index USING fts5 (
      item_id UNINDEXED, page UNINDEXED, text, tokenize = "unicode61 remove_diacritics 2"
    );
    -- Deleted words are overwritten in the index too.
    INSERT INTO text_index (text_index, rank) VALUES ('secure-delete', 1);
  `);
}
