import type { Database } from 'better-sqlite3';

/** Exhibits that came from another office, and of which what a reader finds written in them is still to be read here. */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE texts_to_read (
      item_id TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      -- The code why it could not be read: it is not tried again and again.
      failed TEXT
    ) STRICT;
  `);
}
