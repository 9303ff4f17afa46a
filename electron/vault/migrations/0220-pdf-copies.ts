import type { Database } from 'better-sqlite3';

/** What is handed on of a PDF is made once, by a cleaner whose number stands with it; a better one makes it anew. */
export function migrate(db: Database): void {
  db.exec(`
    -- The pages of a stored PDF as they are printed and nothing else. It can always be made again and goes to no other office.
    CREATE TABLE pdf_copies (
      source_id TEXT PRIMARY KEY NOT NULL REFERENCES files (id) ON DELETE CASCADE,
      file_id TEXT NOT NULL REFERENCES files (id),
      cleaner INTEGER NOT NULL,
      -- JSON of pdfReportSchema: pages that are pictures, and why.
      report TEXT NOT NULL
    ) STRICT;
    CREATE INDEX pdf_copies_file ON pdf_copies (file_id);
  `);
}
