import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { jsonBody } from './json-body';
import { versionsOfProvenance } from '../records/earlier-hands';
import { keepVersions } from '../records/keep-versions';
import { allRows } from '../rows/rows';

const text = z.string();
const row = z.object({
  ...{ item_id: text, version: z.int(), body: text, at: text, case_id: text },
  ...{ office: text, author: text, hlc: text },
});

/** Where exhibits came from becomes records, of which every version that was kept stays one. */
export function migrate(db: Database): void {
  const rows = allRows(
    db,
    row,
    'SELECT p.*, e.case_id FROM provenance p JOIN evidence e ON e.id = p.item_id ORDER BY p.item_id, p.version',
  ).map(({ item_id: itemId, case_id: caseId, body, ...rest }) => ({
    ...{ itemId, caseId, ...rest },
    body: jsonBody(body),
  }));
  keepVersions(db, versionsOfProvenance(rows));
  db.exec('DROP TABLE provenance');
}
