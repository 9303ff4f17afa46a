import type { Database } from 'better-sqlite3';

/** What a file is that is no exhibit of a witness but a document of the case, as a person said. Null for an exhibit. */
export function migrate(db: Database): void {
  db.exec('ALTER TABLE evidence ADD COLUMN document TEXT');
}
