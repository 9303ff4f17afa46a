import type { Database } from 'better-sqlite3';

/** Evidence items, what their files say about themselves, and what was made from them. */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE evidence (
      id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT NOT NULL REFERENCES cases (id),
      file_id TEXT NOT NULL REFERENCES files (id),
      exhibit_ref TEXT NOT NULL,
      exhibit_number INTEGER NOT NULL,
      file_name TEXT NOT NULL,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      mime TEXT NOT NULL,
      imported_at TEXT NOT NULL,
      preview TEXT NOT NULL,
      preview_reason TEXT,
      width INTEGER,
      height INTEGER,
      -- EXIF orientation 1 to 8 as stored; the original is never turned.
      orientation INTEGER NOT NULL DEFAULT 1,
      pages INTEGER,
      -- JSON list of {width,height} in points for PDFs.
      page_sizes TEXT,
      tone TEXT,
      -- The date it is filed under: JSON of bestDateSchema, with its sort key beside it.
      best_date TEXT,
      sort_date TEXT NOT NULL DEFAULT '9999',
      date_conflict INTEGER NOT NULL DEFAULT 0,
      date_reason TEXT,
      edited INTEGER NOT NULL DEFAULT 0,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX evidence_exhibit ON evidence (case_id, exhibit_ref);
    CREATE INDEX evidence_sort ON evidence (case_id, sort_date, exhibit_number);
    CREATE INDEX evidence_file ON evidence (file_id);

    CREATE TABLE facts (
      id TEXT PRIMARY KEY NOT NULL,
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      field TEXT NOT NULL,
      source TEXT NOT NULL,
      label TEXT NOT NULL,
      raw TEXT NOT NULL,
      value TEXT NOT NULL,
      time TEXT,
      zone TEXT,
      rank INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX facts_item ON facts (item_id);

    -- Made from an original: 'thumb' or 'rendition' (upright, at most 300 dpi in the bundle's box, no alpha).
    CREATE TABLE derivatives (
      id TEXT PRIMARY KEY NOT NULL,
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      file_id TEXT NOT NULL REFERENCES files (id),
      mime TEXT NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      parent_sha256 TEXT NOT NULL,
      -- JSON list of what was done, in order.
      operations TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX derivatives_item ON derivatives (item_id, kind);

    -- What became of each file of each import, also of those that did not go in. JSON of importResultSchema.
    CREATE TABLE import_results (
      job_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      case_id TEXT NOT NULL REFERENCES cases (id),
      result TEXT NOT NULL,
      PRIMARY KEY (job_id, position)
    ) STRICT;
  `);
}
