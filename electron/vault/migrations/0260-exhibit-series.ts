import type { Database } from 'better-sqlite3';

/**
 * References are given by a series (shared/domain/records/series.ts) and no longer by a counter of the producer: only the office
 * that owns a series counts on. The first series of a producer has the producer's id, so that copies of a case in other offices
 * know it for the same one; it belongs to the office that wrote the producer down. Where two files bear one reference both keep
 * it until a person decides, so that no unique index stands in the way. The seed chooses this vault's marks.
 */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE exhibit_series (
      id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
      producer_id TEXT NOT NULL REFERENCES producers (id) ON DELETE CASCADE,
      initials TEXT NOT NULL,
      -- The office that counts on: its id, or the age key it was handed over to.
      owner TEXT NOT NULL,
      first INTEGER NOT NULL,
      next INTEGER NOT NULL,
      -- 'open' or 'closed'
      state TEXT NOT NULL,
      after TEXT
    ) STRICT;
    CREATE INDEX exhibit_series_case ON exhibit_series (case_id);
    CREATE INDEX exhibit_series_producer ON exhibit_series (producer_id);
    INSERT INTO exhibit_series (id, case_id, producer_id, initials, owner, first, next, state, after)
      SELECT p.id, p.case_id, p.id, p.initials, p.office,
        CASE WHEN EXISTS (SELECT 1 FROM evidence e WHERE e.producer_id = p.id) THEN 1
             ELSE min(p.next_exhibit, c.next_exhibit) END,
        p.next_exhibit, 'open', NULL
      FROM producers p JOIN cases c ON c.id = p.case_id ORDER BY p.created_at, p.id;

    DROP INDEX producers_initials;
    ALTER TABLE producers DROP COLUMN initials;
    ALTER TABLE producers DROP COLUMN next_exhibit;
    CREATE INDEX producers_case ON producers (case_id);

    DROP INDEX evidence_exhibit;
    CREATE INDEX evidence_exhibit ON evidence (case_id, exhibit_ref);

    INSERT INTO settings (name, value) VALUES ('series.seed', lower(hex(randomblob(16))))
      ON CONFLICT (name) DO NOTHING;
  `);
}
