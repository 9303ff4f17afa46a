import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { earlierRedaction } from '../records/earlier-redactions';
import { keepStates } from '../records/earlier-states';
import { allRows, parseJson } from '../rows/rows';

const text = z.string();
const row = z.object({
  ...{ id: text, case_id: text, item_id: text, boxes: text, created_at: text },
  ...{ office: text, author: text, hlc: text },
});

/**
 * What was decided to be covered, and why, becomes a record; the table keeps what was made by it: a file, and what reading it back has
 * shown. Two offices may each have made the next copy of one exhibit.
 */
export function migrate(db: Database): void {
  const rows = allRows(
    db,
    row,
    `SELECT r.id, e.case_id, r.item_id, r.boxes, r.created_at, r.office, r.author, r.hlc
     FROM redactions r JOIN evidence e ON e.id = r.item_id ORDER BY r.id`,
  );
  keepStates(
    db,
    rows.map(({ case_id: caseId, item_id: itemId, created_at: createdAt, boxes, ...by }) =>
      earlierRedaction({ ...by, caseId, itemId, createdAt, boxes: parseJson(z.json(), boxes) }),
    ),
  );
  db.exec(`
    DROP INDEX redactions_item;
    CREATE INDEX redactions_item ON redactions (item_id, version);
    ALTER TABLE redactions DROP COLUMN boxes;
  `);
}
