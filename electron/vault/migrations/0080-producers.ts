import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/**
 * Who produces exhibits. Each has numbers of their own that only ever grow, so that a reference is never reused
 * (domain 3.3). The first producer of a case has the case's own id, so that two offices' copies agree on it.
 * `cases.next_exhibit` no longer grows: it says from which number a producer added to an older case begins.
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
    CREATE INDEX evidence_producer ON evidence (producer_id);
    -- The reference the police gave it, beside ours; empty when there is none.
    ALTER TABLE evidence ADD COLUMN police_ref TEXT NOT NULL DEFAULT '';

    -- The record of acts is asked what was done with one exhibit.
    CREATE INDEX audit_subject ON audit (subject, seq) WHERE subject IS NOT NULL;
  `);
  addEarlierInitials(db);
  db.exec(`
    UPDATE evidence SET producer_id = (SELECT id FROM producers p
      WHERE p.case_id = evidence.case_id AND evidence.exhibit_ref GLOB p.initials || '/*');
  `);
}

/** Initials that a case had before they were edited: their references stand, so they are a producer of their own. */
function addEarlierInitials(db: Database): void {
  const earlier = db
    .prepare(
      `SELECT DISTINCT e.case_id, substr(e.exhibit_ref, 1, instr(e.exhibit_ref, '/') - 1) AS initials
       FROM evidence e JOIN cases c ON c.id = e.case_id
       WHERE instr(e.exhibit_ref, '/') > 1 AND NOT e.exhibit_ref GLOB c.exhibit_initials || '/*'`,
    )
    .all() as { case_id: string; initials: string }[];
  const add = db.prepare(
    `INSERT INTO producers (id, case_id, name, initials, next_exhibit, created_at, office, author, hlc)
     SELECT @id, id, '', @initials, next_exhibit, created_at, office, author, hlc FROM cases WHERE id = @caseId`,
  );
  for (const { case_id: caseId, initials } of earlier)
    add.run({ id: earlierProducerId(caseId, initials), caseId, initials });
}

/** The same in every office that holds a copy of the case: a UUIDv8 (RFC 9562 5.8) made of the case's id and the initials. */
export function earlierProducerId(caseId: string, initials: string): string {
  const hash = createHash('sha256').update(`holdfast producer\n${caseId}\n${initials}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const text = hash.toString('hex', 0, 16);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  );
}
