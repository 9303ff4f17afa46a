import type { Database } from 'better-sqlite3';

/** What a package held that was written here, by ids alone, so that a later one can hold what is new since. */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE package_contents (
      package_id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      -- JSON of heldSchema (services/transfer/held.ts).
      held TEXT NOT NULL
    ) STRICT;
    CREATE INDEX package_contents_case ON package_contents (case_id);
  `);
}
