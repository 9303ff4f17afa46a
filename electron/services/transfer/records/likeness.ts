import { z } from 'zod';
import { idSchema } from '../../../../shared/models/common';
import type { VaultContext } from '../../../vault/api';
import { allRows } from '../../../vault/rows/rows';
import { momentSchema, stampOf, stampRow, stamped } from './stamp';

/** What people decided about two pictures that look alike. */
export const decisionSchema = z.strictObject({
  itemA: idSchema,
  itemB: idSchema,
  decision: z.string().max(60),
  at: momentSchema,
  ...stamped,
});
/** Screenshots joined into one conversation. */
export const runSchema = z.strictObject({
  id: idSchema,
  title: z.string().max(1000),
  createdAt: momentSchema,
  pieces: z
    .array(z.strictObject({ position: z.int(), itemId: idSchema, top: z.int(), bottom: z.int() }))
    .max(100_000),
  ...stamped,
});
type RecordDecision = z.infer<typeof decisionSchema>;
type RecordRun = z.infer<typeof runSchema>;

const text = z.string();
const decisionRow = z.object({ item_a: text, item_b: text, decision: text, at: text, ...stampRow });
const runRow = z.object({ id: text, title: text, created_at: text, ...stampRow });
const pieceRow = z.object({ position: z.int(), item_id: text, top: z.int(), bottom: z.int() });

export function readDecisions({ db }: Pick<VaultContext, 'db'>, caseId: string): RecordDecision[] {
  return allRows(
    db,
    decisionRow,
    `SELECT d.* FROM likeness_decisions d JOIN evidence a ON a.id = d.item_a JOIN evidence b ON b.id = d.item_b
     WHERE a.case_id = @caseId AND b.case_id = @caseId ORDER BY d.item_a, d.item_b`,
    { caseId },
  ).map((row) => ({
    itemA: row.item_a,
    itemB: row.item_b,
    decision: row.decision,
    at: row.at,
    ...stampOf(row),
  }));
}

export function readRuns({ db }: Pick<VaultContext, 'db'>, caseId: string): RecordRun[] {
  return allRows(db, runRow, 'SELECT * FROM runs WHERE case_id = ? ORDER BY id', caseId).map((row) => ({
    id: row.id,
    title: row.title,
    createdAt: row.created_at,
    pieces: allRows(db, pieceRow, 'SELECT * FROM run_pieces WHERE run_id = ? ORDER BY position', row.id).map(
      ({ item_id: itemId, ...piece }) => ({ ...piece, itemId }),
    ),
    ...stampOf(row),
  }));
}

export function writeLikeness(
  { db }: Pick<VaultContext, 'db'>,
  caseId: string,
  decisions: readonly RecordDecision[],
  runs: readonly RecordRun[],
): void {
  const decide = db.prepare(
    `INSERT INTO likeness_decisions (item_a, item_b, decision, at, office, author, hlc)
     VALUES (@itemA, @itemB, @decision, @at, @office, @author, @hlc)`,
  );
  for (const each of decisions) decide.run(each);
  const join = db.prepare(
    `INSERT INTO runs (id, case_id, title, created_at, office, author, hlc)
     VALUES (@id, @caseId, @title, @createdAt, @office, @author, @hlc)`,
  );
  const add = db.prepare(
    `INSERT INTO run_pieces (run_id, position, item_id, top, bottom)
     VALUES (@runId, @position, @itemId, @top, @bottom)`,
  );
  for (const { pieces, ...run } of runs) {
    join.run({ ...run, caseId });
    for (const piece of pieces) add.run({ ...piece, runId: run.id });
  }
}
