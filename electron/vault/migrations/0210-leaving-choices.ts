import type { Database } from 'better-sqlite3';

/**
 * What a person chose to let out of a case: into its bundle, into an export for somebody. Kept with the case, and with this
 * office alone: what another office chose must not decide what leaves from here. `body` is JSON, by `what` as the
 * schemas in shared/models/leaving.ts say.
 */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE leaving_choices (
      case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      what TEXT NOT NULL,
      body TEXT NOT NULL,
      at TEXT NOT NULL,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL,
      PRIMARY KEY (case_id, what)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE leaving_items (
      item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
      what TEXT NOT NULL,
      -- Null for an exhibit that was moved and not decided on.
      is_in INTEGER,
      position INTEGER NOT NULL,
      PRIMARY KEY (item_id, what)
    ) STRICT, WITHOUT ROWID;
  `);
}
