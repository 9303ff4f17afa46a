import type { Database } from 'better-sqlite3';

/**
 * Who produces exhibits. Each has numbers of their own that only ever grow, so that a reference is never reused
 * (domain 3.3). The first producer of a case has the case's own id, so that two offices' copies agree on it.
 * `cases.next_exhibit` is no longer read.
 */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE producers (
      id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      -- Full name for labels; may be empty until it is known.
      name TEXT NOT NULL,
      initials TEXT NOT NULL,
      next_exhibit INTEGER NOT NULL DEFAULT 1,
      created_at TEXT NOT NULL,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX producers_initials ON producers (case_id, initials);
    INSERT INTO producers (id, case_id, name, initials, next_exhibit, created_at, office, author, hlc)
      SELECT id, id, '', exhibit_initials, next_exhibit, created_at, office, author, hlc FROM cases;

    ALTER TABLE evidence ADD COLUMN producer_id TEXT REFERENCES producers (id);
    -- The reference the police gave it, beside ours; empty when there is none.
    ALTER TABLE evidence ADD COLUMN police_ref TEXT NOT NULL DEFAULT '';
    UPDATE evidence SET producer_id = case_id WHERE case_id IN (SELECT id FROM producers);
  `);
}
