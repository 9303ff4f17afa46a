import type { Database } from 'better-sqlite3';

/** Chronology entries. Every version of an entry is kept; `entries` holds the newest. */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE entries (
      id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT NOT NULL REFERENCES cases (id),
      version INTEGER NOT NULL,
      -- JSON of newEntrySchema without evidenceIds.
      body TEXT NOT NULL,
      earliest TEXT NOT NULL,
      latest TEXT NOT NULL,
      removed INTEGER NOT NULL DEFAULT 0,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL
    ) STRICT;
    CREATE INDEX entries_order ON entries (case_id, removed, earliest, latest, id);

    CREATE TABLE entry_versions (
      entry_id TEXT NOT NULL REFERENCES entries (id),
      version INTEGER NOT NULL,
      -- JSON of newEntrySchema, evidenceIds included.
      body TEXT NOT NULL,
      at TEXT NOT NULL,
      author TEXT NOT NULL,
      PRIMARY KEY (entry_id, version)
    ) STRICT;

    CREATE TABLE entry_evidence (
      entry_id TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      PRIMARY KEY (entry_id, item_id)
    ) STRICT;
    CREATE INDEX entry_evidence_item ON entry_evidence (item_id);
  `);
}
