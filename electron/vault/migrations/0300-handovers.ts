import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { jsonBody } from './json-body';
import { versionsOfHandovers } from '../records/earlier-hands';
import { keepVersions } from '../records/keep-versions';
import { allRows } from '../rows/rows';

const text = z.string();
const row = z.object({
  ...{ id: text, item_id: text, handover_id: text, corrects: text.nullable(), body: text, recorded_at: text },
  ...{ case_id: text, office: text, author: text, hlc: text },
});

/** Handovers of exhibits become records; their table is worked out from what is shown, and versions are what never changes. */
export function migrate(db: Database): void {
  const rows = allRows(
    db,
    row,
    'SELECT c.*, e.case_id FROM continuity c JOIN evidence e ON e.id = c.item_id ORDER BY c.id',
  ).map(
    ({ item_id: itemId, case_id: caseId, handover_id: handoverId, recorded_at: recordedAt, ...rest }) => ({
      ...{ ...rest, itemId, caseId, handoverId, recordedAt },
      body: jsonBody(rest.body),
    }),
  );
  keepVersions(db, versionsOfHandovers(rows));
  db.exec('DROP TRIGGER continuity_no_update');
}
