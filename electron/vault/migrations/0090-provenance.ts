import type { Database } from 'better-sqlite3';

/** Where an item came from as a person says it, and through whose hands it went (domain 3.1, 3.2). */
export function migrate(db: Database): void {
  db.exec(`
    -- Every version is kept; the newest counts. JSON of provenanceSchema.
    CREATE TABLE provenance (
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      body TEXT NOT NULL,
      at TEXT NOT NULL,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL,
      PRIMARY KEY (item_id, version)
    ) STRICT;

    -- Every date somebody settled on, with the reason: 'captured' is what an item is filed under, 'shown' what it shows.
    CREATE TABLE date_choices (
      id TEXT PRIMARY KEY NOT NULL,
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      field TEXT NOT NULL,
      -- JSON of bestDateSchema.
      date TEXT NOT NULL,
      reason TEXT NOT NULL,
      -- Null for choices made before they were kept one by one, where the record of acts does not know them either.
      at TEXT,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL
    ) STRICT;
    CREATE INDEX date_choices_item ON date_choices (item_id, hlc);
    -- The choice that counts now is the first of its item: it has the item's own id, so that two copies agree on it.
    INSERT INTO date_choices (id, item_id, field, date, reason, at, office, author, hlc)
      SELECT e.id, e.id, 'captured', e.best_date, e.date_reason,
        (SELECT max(a.at) FROM audit a WHERE a.action = 'evidence.choose-date' AND a.subject = e.id), e.office, e.author, e.hlc
      FROM evidence e WHERE e.date_reason IS NOT NULL AND e.best_date IS NOT NULL;

    -- One row a handover. Never changed: a correction is a row of its own that names the one it corrects.
    CREATE TABLE continuity (
      id TEXT PRIMARY KEY NOT NULL,
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      -- The same for all exhibits that changed hands at once.
      handover_id TEXT NOT NULL,
      -- The row that this one puts right, or null.
      corrects TEXT,
      -- JSON of handoverBodySchema.
      body TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL
    ) STRICT;
    CREATE INDEX continuity_item ON continuity (item_id, recorded_at);
    CREATE INDEX continuity_handover ON continuity (handover_id);
    CREATE TRIGGER continuity_no_update BEFORE UPDATE ON continuity
      BEGIN SELECT RAISE(ABORT, 'continuity is append-only'); END;
  `);
}
