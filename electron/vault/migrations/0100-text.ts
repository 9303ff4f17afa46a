import type { Database } from 'better-sqlite3';

/** Text of evidence, page by page: read by machine, taken from the file, corrected by people; and what is still to be read. */
export function migrate(db: Database): void {
  db.exec(`
    -- source: 'ocr' (recognised), 'embedded' (a PDF's own text), 'file' (text, e-mail, document).
    CREATE TABLE text_pages (
      id INTEGER PRIMARY KEY,
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      page INTEGER NOT NULL,
      source TEXT NOT NULL,
      text TEXT NOT NULL,
      -- JSON of the words with their boxes on the upright page, or null; the page's size in the same units.
      words TEXT,
      width INTEGER,
      height INTEGER,
      engine TEXT NOT NULL,
      languages TEXT NOT NULL,
      -- Mean confidence 0 to 100, or null.
      confidence REAL,
      at TEXT NOT NULL,
      UNIQUE (item_id, page)
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

    -- Pages to be recognised; page 0 is a PDF whose own text has not been looked at. state: 'waiting', 'failed'; done ones
    -- are gone from here. Lower priority comes first, then what came in last (ids are in the order of their making).
    CREATE TABLE text_queue (
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      page INTEGER NOT NULL,
      priority INTEGER NOT NULL,
      state TEXT NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0,
      reason TEXT,
      PRIMARY KEY (item_id, page)
    ) STRICT;
    CREATE INDEX text_queue_next ON text_queue (state, priority, item_id DESC, page);

    -- Languages installed from a file: the trained data itself is a stored file.
    CREATE TABLE text_languages (
      code TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      file_id TEXT NOT NULL REFERENCES files (id),
      at TEXT NOT NULL
    ) STRICT;

    -- Which languages a case, or one item, is read in ('eng+pol'). Where there is none it is English.
    CREATE TABLE text_case_choices (
      case_id TEXT PRIMARY KEY NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      languages TEXT NOT NULL
    ) STRICT;
    CREATE TABLE text_item_choices (
      item_id TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      languages TEXT NOT NULL
    ) STRICT;

    -- One row a page, by the page's id: its corrected text where there is one. The triggers below keep it in step,
    -- whoever writes the pages, and also when an item is erased.
    CREATE VIRTUAL TABLE text_index USING fts5 (
      text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
    );
    -- Deleted words are overwritten in the index too.
    INSERT INTO text_index (text_index, rank) VALUES ('secure-delete', 1);

    CREATE TRIGGER text_pages_added AFTER INSERT ON text_pages BEGIN
      INSERT INTO text_index (rowid, text) VALUES (NEW.id, coalesce(
        (SELECT text FROM text_corrections WHERE item_id = NEW.item_id AND page = NEW.page ORDER BY version DESC LIMIT 1),
        NEW.text));
    END;
    CREATE TRIGGER text_pages_changed AFTER UPDATE OF text ON text_pages BEGIN
      UPDATE text_index SET text = coalesce(
        (SELECT text FROM text_corrections WHERE item_id = NEW.item_id AND page = NEW.page ORDER BY version DESC LIMIT 1),
        NEW.text) WHERE rowid = NEW.id;
    END;
    CREATE TRIGGER text_pages_removed AFTER DELETE ON text_pages BEGIN
      DELETE FROM text_index WHERE rowid = OLD.id;
    END;
    CREATE TRIGGER text_corrected AFTER INSERT ON text_corrections BEGIN
      UPDATE text_index SET text = (
        SELECT text FROM text_corrections WHERE item_id = NEW.item_id AND page = NEW.page ORDER BY version DESC LIMIT 1)
      WHERE rowid = (SELECT id FROM text_pages WHERE item_id = NEW.item_id AND page = NEW.page);
    END;
  `);
}
