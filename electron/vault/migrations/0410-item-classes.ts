import type { Database } from 'better-sqlite3';

/** What an exhibit is, as a person said: by that goes what may be given to whom. Null while nobody has said. */
export function migrate(db: Database): void {
  db.exec('ALTER TABLE evidence ADD COLUMN item_class TEXT');
}
