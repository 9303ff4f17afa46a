import type { Database } from 'better-sqlite3';

/** Messages and calls read from exports, every line of which is accounted for, and what cites them. */
export function migrate(db: Database): void {
  db.exec(`
    -- One row an export that was read. body: JSON of messageSourceBodySchema: what its reader found, what a person answered.
    CREATE TABLE message_sources (
      item_id TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      state TEXT NOT NULL,
      body TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;

    -- kind: 'message', 'call', 'system', 'unread' (listed for review). first_line to last_line (elements, for XML)
    -- of all rows of an item follow each other without a gap.
    CREATE TABLE messages (
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      -- Clock time as shown, YYYY-MM-DDTHH:MM:SS, and what is known of its zone.
      local TEXT,
      zone TEXT,
      utc TEXT,
      direction TEXT NOT NULL,
      sender TEXT NOT NULL,
      -- E.164 where the number could be read, for matching; what was shown stays in sender.
      number TEXT,
      body TEXT NOT NULL,
      media_name TEXT,
      media_item_id TEXT REFERENCES evidence (id) ON DELETE SET NULL,
      duration_s INTEGER,
      status TEXT,
      first_line INTEGER NOT NULL,
      last_line INTEGER NOT NULL,
      -- The line itself where it was not, or not wholly, understood; null elsewhere.
      raw TEXT,
      -- Of what makes a message or call the same in two exports; 0 for other rows. Worked out, never taken over.
      print INTEGER NOT NULL,
      -- The export in which the same row was read before, which may be this one. Repeats are kept and marked.
      repeat_of TEXT REFERENCES evidence (id) ON DELETE SET NULL,
      PRIMARY KEY (item_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX messages_time ON messages (item_id, local, position);
    CREATE INDEX messages_review ON messages (item_id, position) WHERE raw IS NOT NULL;
    CREATE INDEX messages_print ON messages (print, item_id, position);
    CREATE INDEX messages_repeat ON messages (repeat_of, item_id) WHERE repeat_of IS NOT NULL;
    CREATE INDEX messages_media ON messages (media_item_id) WHERE media_item_id IS NOT NULL;

    -- Saved column mappings of the office, offered again when a table has the same heading.
    CREATE TABLE csv_mappings (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      header TEXT NOT NULL,
      body TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;

    -- Which messages and calls an entry stands on: counts are computed from here.
    CREATE TABLE entry_messages (
      entry_id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      PRIMARY KEY (entry_id, item_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_messages_message ON entry_messages (item_id, position);
  `);
}
