import type { Database } from 'better-sqlite3';

/** Bundles as built: the PDF is a stored file, the record beside it says what it was made from. */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE bundles (
      id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT NOT NULL REFERENCES cases (id),
      file_id TEXT NOT NULL REFERENCES files (id),
      created_at TEXT NOT NULL,
      pages INTEGER NOT NULL,
      -- JSON of bundleOptionsSchema, bundlePlanSchema and the list of bundleCheckSchema.
      options TEXT NOT NULL,
      plan TEXT NOT NULL,
      checks TEXT NOT NULL
    ) STRICT;
    CREATE INDEX bundles_case ON bundles (case_id, created_at);
  `);
}
