import type { Database } from 'better-sqlite3';

/** What the chronology is filtered, sorted and searched by; and the people, places and orders entries are linked to. */
export function migrate(db: Database): void {
  db.exec(`
    -- People, places and orders of a case. body: JSON of registerBodySchema. A removed one stays, for the versions that name it.
    CREATE TABLE register (
      id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      body TEXT NOT NULL,
      removed INTEGER NOT NULL DEFAULT 0,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL
    ) STRICT;
    CREATE INDEX register_case ON register (case_id, kind);

    CREATE TABLE entry_register (
      entry_id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
      register_id TEXT NOT NULL REFERENCES register (id) ON DELETE CASCADE,
      role TEXT NOT NULL,
      position INTEGER NOT NULL,
      PRIMARY KEY (entry_id, register_id, role)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_register_of ON entry_register (register_id, entry_id);

    -- One narrow row a live entry, worked out from it and never taken over from elsewhere: a filter reads these alone.
    -- acts: one bit for each of s.2A(3)(a) to (g) and other, in the order of behaviours in the model.
    -- flags: 1 approximate date, 2 reported, 4 stands on evidence, 8 stands on messages, 16 event.
    CREATE TABLE entry_rows (
      id INTEGER PRIMARY KEY,
      entry_id TEXT UNIQUE NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
      case_id TEXT NOT NULL,
      earliest TEXT NOT NULL,
      latest TEXT NOT NULL,
      acts INTEGER NOT NULL,
      channel TEXT,
      flags INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX entry_rows_order ON entry_rows (case_id, earliest, latest, entry_id, acts, channel, flags);

    -- Which elements of the law an entry speaks to (resources/law), worked out too.
    CREATE TABLE entry_supports (
      row_id INTEGER NOT NULL REFERENCES entry_rows (id) ON DELETE CASCADE,
      element TEXT NOT NULL,
      PRIMARY KEY (element, row_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_supports_row ON entry_supports (row_id);

    -- Words of an entry, by the id of its row.
    CREATE VIRTUAL TABLE entry_index USING fts5 (
      title, account, quote, comment, other, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
    );
    INSERT INTO entry_index (entry_index, rank) VALUES ('secure-delete', 1);
    CREATE TRIGGER entry_rows_removed AFTER DELETE ON entry_rows BEGIN
      DELETE FROM entry_index WHERE rowid = OLD.id;
    END;

    -- Words of messages, by the number of their export and their place in it: 2^32 * number + position.
    CREATE TABLE message_numbers (number INTEGER PRIMARY KEY, item_id TEXT UNIQUE NOT NULL) STRICT;
    CREATE VIEW message_texts AS
      SELECT n.number * 4294967296 + m.position AS id, m.body, m.sender FROM messages m JOIN message_numbers n ON n.item_id = m.item_id;
    CREATE VIRTUAL TABLE message_index USING fts5 (
      body, sender, content = 'message_texts', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
    );
    INSERT INTO message_index (message_index, rank) VALUES ('secure-delete', 1);
    INSERT INTO message_numbers (item_id) SELECT DISTINCT item_id FROM messages;
    INSERT INTO message_index (rowid, body, sender) SELECT id, body, sender FROM message_texts;
    CREATE TRIGGER messages_added AFTER INSERT ON messages BEGIN
      INSERT OR IGNORE INTO message_numbers (item_id) VALUES (NEW.item_id);
      INSERT INTO message_index (rowid, body, sender)
        SELECT number * 4294967296 + NEW.position, NEW.body, NEW.sender FROM message_numbers WHERE item_id = NEW.item_id;
    END;
    CREATE TRIGGER messages_changed AFTER UPDATE OF body, sender ON messages
      WHEN OLD.body <> NEW.body OR OLD.sender <> NEW.sender BEGIN
      INSERT INTO message_index (message_index, rowid, body, sender)
        SELECT 'delete', number * 4294967296 + OLD.position, OLD.body, OLD.sender FROM message_numbers WHERE item_id = OLD.item_id;
      INSERT INTO message_index (rowid, body, sender)
        SELECT number * 4294967296 + NEW.position, NEW.body, NEW.sender FROM message_numbers WHERE item_id = NEW.item_id;
    END;
    CREATE TRIGGER messages_removed AFTER DELETE ON messages BEGIN
      INSERT INTO message_index (message_index, rowid, body, sender)
        SELECT 'delete', number * 4294967296 + OLD.position, OLD.body, OLD.sender FROM message_numbers WHERE item_id = OLD.item_id;
    END;
    -- After the messages themselves, which go with the item and need their number for that.
    CREATE TRIGGER message_numbers_unused AFTER DELETE ON evidence BEGIN
      DELETE FROM message_numbers WHERE item_id = OLD.id;
    END;

    -- A saved view of a chronology: for whom, which fields, what is left out. body: JSON of savedViewBodySchema.
    CREATE TABLE chronology_views (
      id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      body TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL
    ) STRICT;

    -- Entries that were there before.
    INSERT INTO entry_rows (entry_id, case_id, earliest, latest, acts, channel, flags)
      SELECT e.id, e.case_id, e.earliest, e.latest,
        coalesce((SELECT sum(CASE b.value WHEN 'a' THEN 1 WHEN 'b' THEN 2 WHEN 'c_i' THEN 4 WHEN 'c_ii' THEN 8 WHEN 'd' THEN 16
          WHEN 'e' THEN 32 WHEN 'f' THEN 64 WHEN 'g' THEN 128 ELSE 256 END) FROM json_each(e.body, '$.behaviours') b), 0),
        json_extract(e.body, '$.channel'),
        (json_extract(e.body, '$.edtf') NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
          AND json_extract(e.body, '$.edtf') NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*')
        + 2 * (json_type(e.body, '$.reported') = 'object')
        + 4 * EXISTS (SELECT 1 FROM entry_evidence l WHERE l.entry_id = e.id)
        + 8 * EXISTS (SELECT 1 FROM entry_messages l WHERE l.entry_id = e.id)
      FROM entries e WHERE e.removed = 0;
    INSERT INTO entry_index (rowid, title, account, quote, comment, other)
      SELECT r.id, json_extract(e.body, '$.title'), json_extract(e.body, '$.description'), json_extract(e.body, '$.quote'), '',
        json_extract(e.body, '$.place') || ' ' || coalesce(
          (SELECT group_concat(v.exhibit_ref, ' ') FROM entry_evidence l JOIN evidence v ON v.id = l.item_id WHERE l.entry_id = e.id), '')
      FROM entry_rows r JOIN entries e ON e.id = r.entry_id;
  `);
}
