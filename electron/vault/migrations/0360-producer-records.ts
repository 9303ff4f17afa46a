import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { earlierProducer } from '../records/earlier-producers';
import { keepStates } from '../records/earlier-states';
import { allRows } from '../rows/rows';

const text = z.string();
const row = z.object({
  ...{ id: text, case_id: text, name: text, created_at: text },
  ...{ office: text, author: text, hlc: text },
});

/** Producers of exhibits become records; their table is worked out from what is shown. */
export function migrate(db: Database): void {
  const rows = allRows(db, row, 'SELECT * FROM producers ORDER BY id');
  keepStates(
    db,
    rows.map(({ case_id: caseId, created_at: createdAt, ...rest }) =>
      earlierProducer({ ...rest, caseId, createdAt }),
    ),
  );
}
