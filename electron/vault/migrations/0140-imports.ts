import type { Database } from 'better-sqlite3';

/** Imports that can go on after a crash, what can be tried again, and items that came inside another. */
export function migrate(db: Database): void {
  db.exec(`
    -- state: 'running' until it has ended. A running one found on opening was interrupted.
    CREATE TABLE imports (
      job_id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      -- JSON: the paths handed in and the options given with them.
      request TEXT NOT NULL,
      state TEXT NOT NULL,
      started_at TEXT NOT NULL
    ) STRICT;
    -- Where the file lay, so that one that failed can be tried again; null where its path is no text.
    ALTER TABLE import_results ADD COLUMN path TEXT;

    -- An attachment or a file of an archive: what it came in, and its place there (its path, or its number).
    ALTER TABLE evidence ADD COLUMN parent_id TEXT REFERENCES evidence (id) ON DELETE SET NULL;
    ALTER TABLE evidence ADD COLUMN parent_place TEXT;
    -- Length of a recording in milliseconds.
    ALTER TABLE evidence ADD COLUMN duration_ms INTEGER;
    -- What a reader made of what is inside: 'none' (nothing to read), 'waiting', 'done', 'failed' with its code.
    ALTER TABLE evidence ADD COLUMN reading TEXT NOT NULL DEFAULT 'none';
    ALTER TABLE evidence ADD COLUMN reading_reason TEXT;
    CREATE INDEX evidence_parent ON evidence (parent_id) WHERE parent_id IS NOT NULL;
  `);
}
