import type { Database } from 'better-sqlite3';

/** A bundle may be several files: the whole, and beside it volumes, parts for e-mail, one for printing, late pages alone. */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE bundle_files (
      bundle_id TEXT NOT NULL REFERENCES bundles (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      file_id TEXT NOT NULL REFERENCES files (id),
      -- JSON of bundleFileBodySchema.
      body TEXT NOT NULL,
      PRIMARY KEY (bundle_id, position)
    ) STRICT, WITHOUT ROWID;

    -- Where the objects stand that a later bundle goes on behind (JSON of fileLayoutSchema); empty where it cannot.
    ALTER TABLE bundles ADD COLUMN layout TEXT NOT NULL DEFAULT '';
  `);
}
