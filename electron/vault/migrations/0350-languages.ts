import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { versionOfLanguages } from '../records/earlier-texts';
import { keepVersions } from '../records/keep-versions';
import { allRows } from '../rows/rows';

const row = z.object({ case_id: z.string(), item_id: z.string().nullable(), languages: z.string() });

/** Which languages cases and exhibits are read in becomes records; what is chosen is read from the versions. */
export function migrate(db: Database): void {
  const rows = allRows(
    db,
    row,
    `SELECT case_id, NULL AS item_id, languages FROM text_case_choices
     UNION ALL SELECT e.case_id, t.item_id, t.languages FROM text_item_choices t JOIN evidence e ON e.id = t.item_id`,
  );
  keepVersions(
    db,
    rows.map(({ case_id: caseId, item_id: itemId, languages }) =>
      versionOfLanguages({ caseId, itemId, languages }),
    ),
  );
  db.exec('DROP TABLE text_case_choices; DROP TABLE text_item_choices');
}
