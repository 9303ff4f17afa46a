import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { jsonBody } from './json-body';
import { keepStates } from '../records/earlier-states';
import { allRows } from '../rows/rows';

const text = z.string();
const row = z.object({
  ...{ id: text, case_id: text, name: text, body: text, updated_at: text },
  ...{ office: text, author: text, hlc: text },
});

/** Saved views of a chronology become records; their table is worked out from what is shown. */
export function migrate(db: Database): void {
  const states = allRows(db, row, 'SELECT * FROM chronology_views').map(
    ({ id, case_id: caseId, name, body, updated_at: writtenAt, ...by }) => ({
      ...{ id, caseId, kind: 'view', removed: false, writtenAt, ...by },
      // When it was made was never kept.
      createdAt: '',
      body: { ...jsonBody(body), name },
    }),
  );
  keepStates(db, states);
}
