import type { Database } from 'better-sqlite3';

/**
 * A case that comes back is joined. Two cases may bear one reference, as two exhibits may: what another office called its case is no
 * reason to turn it away, and a reference that was changed there may be one of ours. What was erased here, and what somebody did not
 * want, is known of exhibits as it is of records.
 */
export function migrate(db: Database): void {
  db.exec(`
    DROP INDEX cases_reference;
    CREATE INDEX cases_reference ON cases (reference);

    -- Ids of exhibits that were erased here: no package brings them back by itself.
    CREATE TABLE item_tombstones (
      id TEXT PRIMARY KEY NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    INSERT OR IGNORE INTO item_tombstones (id, at)
      SELECT subject, max(at) FROM audit WHERE action = 'erase.item' AND subject IS NOT NULL GROUP BY subject;

    -- Exhibits of another office that somebody here did not want; they are offered again.
    CREATE TABLE item_declined (
      item_id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
  `);
}
