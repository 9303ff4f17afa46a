import type { Database } from 'better-sqlite3';

const indexed = {
  entry_index: 'title, account, quote, comment, other',
  message_index: 'body, sender',
} as const;

/** The tables of a chronology and its messages as a plain SQLite file with the same indexes, for the command line to query. */
export function copyPlain(db: Database, path: string): void {
  db.prepare("ATTACH DATABASE ? AS plain KEY ''").run(path);
  try {
    db.exec(`
      CREATE TABLE plain.entries (id TEXT PRIMARY KEY, case_id TEXT, body TEXT, earliest TEXT, latest TEXT);
      INSERT INTO plain.entries SELECT id, case_id, body, earliest, latest FROM main.entries;
      CREATE TABLE plain.entry_rows (id INTEGER PRIMARY KEY, entry_id TEXT UNIQUE, case_id TEXT, earliest TEXT, latest TEXT,
        acts INTEGER, channel TEXT, flags INTEGER);
      INSERT INTO plain.entry_rows SELECT id, entry_id, case_id, earliest, latest, acts, channel, flags FROM main.entry_rows;
      CREATE INDEX plain.entry_rows_order ON entry_rows (case_id, earliest, latest, entry_id, acts, channel, flags);
      CREATE TABLE plain.messages (id INTEGER PRIMARY KEY, body TEXT, sender TEXT, local TEXT);
      INSERT INTO plain.messages SELECT n.number * 4294967296 + m.position, m.body, m.sender, m.local
        FROM main.messages m JOIN main.message_numbers n ON n.item_id = m.item_id;
      CREATE VIRTUAL TABLE plain.entry_index USING fts5 (${indexed.entry_index}, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
      INSERT INTO plain.entry_index (rowid, ${indexed.entry_index}) SELECT rowid, ${indexed.entry_index} FROM main.entry_index;
      CREATE VIRTUAL TABLE plain.message_index USING fts5 (${indexed.message_index}, content = 'messages', content_rowid = 'id',
        tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
      INSERT INTO plain.message_index (rowid, body, sender) SELECT id, body, sender FROM plain.messages;
    `);
  } finally {
    db.exec('DETACH DATABASE plain');
  }
}
