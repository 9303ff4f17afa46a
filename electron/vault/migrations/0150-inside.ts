import type { Database } from 'better-sqlite3';

/** What was found inside an item, whether it was taken out or not, and what reading it noted. */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE inside (
      parent_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      -- Its path there, or its number.
      place TEXT NOT NULL,
      -- Order in the parent, from 0.
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      -- The item it became, or the one of the case that it is a copy of (copy = 1); null where it was not taken out.
      item_id TEXT REFERENCES evidence (id) ON DELETE CASCADE,
      copy INTEGER NOT NULL DEFAULT 0,
      -- Why it was not taken out: an error code, or null.
      reason TEXT,
      PRIMARY KEY (parent_id, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX inside_order ON inside (parent_id, position);
    CREATE INDEX inside_item ON inside (item_id) WHERE item_id IS NOT NULL;

    CREATE TABLE readings (
      item_id TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      -- Begun and not ended: one that takes the whole app with it is not begun for ever.
      tries INTEGER NOT NULL DEFAULT 0,
      -- JSON of what the reader noted, such as the format.
      notes TEXT NOT NULL DEFAULT 'null',
      at TEXT NOT NULL
    ) STRICT;
  `);
}
