import type { Database } from 'better-sqlite3';

/**
 * Acts from now on are hashed with a salt each and know their case, so that an extract of one case can be verified by
 * somebody who may not see the others (shared/domain/acts). Acts that are there stay as they are, a sealed prefix without
 * any of these columns; the first act after them commits to the last of them. The triggers that refuse changes stay too.
 */
export function migrate(db: Database): void {
  db.exec(`
    -- 32 random bytes in hexadecimal; null for acts of the earlier rule.
    ALTER TABLE audit ADD COLUMN salt TEXT;
    -- The case an act is about; null for acts of the office and of the earlier rule. The case may have been erased since.
    ALTER TABLE audit ADD COLUMN case_id TEXT;
    -- The number of the act among those of its case, from 1 and without a gap.
    ALTER TABLE audit ADD COLUMN case_number INTEGER;
    CREATE UNIQUE INDEX audit_case ON audit (case_id, case_number) WHERE case_id IS NOT NULL;
  `);
}
