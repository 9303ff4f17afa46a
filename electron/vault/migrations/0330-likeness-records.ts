import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { keepStates } from '../records/earlier-states';
import { allRows } from '../rows/rows';
import { earlierPair, earlierRun } from '../records/earlier-likeness';

const text = z.string();
const by = { office: text, author: text, hlc: text };
const pairRow = z.object({ case_id: text, item_a: text, item_b: text, decision: text, at: text, ...by });
const runRow = z.object({ id: text, case_id: text, title: text, created_at: text, ...by });
const pieceRow = z.object({ run_id: text, item_id: text, top: z.int(), bottom: z.int() });

/** Decisions about pictures that look alike, and joined screenshots, become records; their tables are worked out from them. */
export function migrate(db: Database): void {
  const pairs = allRows(
    db,
    pairRow,
    'SELECT d.*, e.case_id FROM likeness_decisions d JOIN evidence e ON e.id = d.item_a ORDER BY d.item_a, d.item_b',
  );
  keepStates(
    db,
    pairs.map(({ case_id: caseId, item_a: a, item_b: b, ...row }) => earlierPair({ ...row, caseId, a, b })),
  );
  const pieces = allRows(db, pieceRow, 'SELECT * FROM run_pieces ORDER BY run_id, position');
  keepStates(
    db,
    allRows(db, runRow, 'SELECT * FROM runs ORDER BY id').map(
      ({ case_id: caseId, created_at: createdAt, ...row }) =>
        earlierRun({
          ...{ ...row, caseId, createdAt },
          pieces: pieces
            .filter(({ run_id: runId }) => runId === row.id)
            .map(({ item_id: itemId, top, bottom }) => ({ itemId, top, bottom })),
        }),
    ),
  );
}
