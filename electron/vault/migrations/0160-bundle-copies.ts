import type { Database } from 'better-sqlite3';

/** Copies for bundles are made after the import, so that nobody waits for them while a client's phone is on the table. */
export function migrate(db: Database): void {
  db.exec(`
    -- A picture that cannot go into a bundle as it is, until its copy was made; failed: why it could not be.
    CREATE TABLE bundle_copies_wanted (
      item_id TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      failed TEXT
    ) STRICT;
  `);
}
