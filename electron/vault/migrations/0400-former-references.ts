import type { Database } from 'better-sqlite3';

/**
 * An exhibit can get a new reference where two bear one: what it was given stays beside what it bears, and every one that it bore
 * is kept, so that none is given again.
 */
export function migrate(db: Database): void {
  db.exec(`
    ALTER TABLE evidence ADD COLUMN given_ref TEXT NOT NULL DEFAULT '';
    ALTER TABLE evidence ADD COLUMN given_number INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE evidence ADD COLUMN former_refs TEXT NOT NULL DEFAULT '[]';
    UPDATE evidence SET given_ref = exhibit_ref, given_number = exhibit_number;
    CREATE INDEX evidence_renumbered ON evidence (case_id) WHERE former_refs <> '[]';
  `);
}
