import type { Database } from 'better-sqlite3';

/** Calendar, tasks and duties read the records of a kind over all cases; without this they would go through every record of the vault. */
export function migrate(db: Database): void {
  db.exec('CREATE INDEX records_kind ON records (kind, case_id) WHERE removed = 0');
}
