import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import { runKind } from '../../../shared/records/run';
import type { RunHead } from '../../../shared/models/likeness';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow } from '../../vault/rows/rows';

type Db = Pick<VaultContext, 'db'>;

export interface NewPiece {
  readonly itemId: string;
  readonly top: number;
  readonly bottom: number;
}

const headRow = z.object({
  id: z.string(),
  case_id: z.string(),
  title: z.string(),
  created_at: z.string(),
  author: z.string(),
});
const pieceRow = z.object({
  run_id: z.string(),
  item_id: z.string(),
  top: z.int(),
  bottom: z.int(),
  exhibit_ref: z.string(),
});

export interface SavedRun extends RunHead {
  readonly caseId: string;
  readonly pieces: readonly NewPiece[];
}

const conditions = {
  case: 'r.case_id = ?',
  run: 'r.id = ?',
  item: 'r.id IN (SELECT run_id FROM run_pieces WHERE item_id = ?)',
} as const;

/** Runs with their pieces in order, the newest first. */
export function readRuns({ db }: Db, by: keyof typeof conditions, id: string): readonly SavedRun[] {
  const heads = allRows(
    db,
    headRow,
    `SELECT r.id, r.case_id, r.title, r.created_at, r.author FROM runs r WHERE ${conditions[by]}
     ORDER BY r.created_at DESC, r.id`,
    id,
  );
  const pieces = allRows(
    db,
    pieceRow,
    `SELECT p.run_id, p.item_id, p.top, p.bottom, e.exhibit_ref FROM run_pieces p JOIN runs r ON r.id = p.run_id
     JOIN evidence e ON e.id = p.item_id WHERE ${conditions[by]} ORDER BY p.run_id, p.position`,
    id,
  );
  return heads.map((head) => {
    const own = pieces.filter(({ run_id: runId }) => runId === head.id);
    return {
      id: head.id,
      caseId: head.case_id,
      title: head.title,
      createdAt: head.created_at,
      author: head.author,
      refs: own.map(({ exhibit_ref: ref }) => ref),
      pieces: own.map(({ item_id: itemId, top, bottom }) => ({ itemId, top, bottom })),
    };
  });
}

export function readRun(context: Db, id: string): SavedRun {
  const [run] = readRuns(context, 'run', id);
  if (run === undefined) throw new HoldfastError('not-found');
  return run;
}

/** Must run inside an act. A piece stands in a run once, and shows rows that its picture has. */
export function writeRun(
  { db, records }: Pick<VaultContext, 'db' | 'records'>,
  run: {
    readonly id: string;
    readonly caseId: string;
    readonly title: string;
    readonly pieces: readonly NewPiece[];
  },
  isNew: boolean,
): void {
  const { id, caseId, title, pieces } = run;
  const body = { title, pieces };
  if (isNew) {
    oneRow(db, z.object({ id: z.string() }), 'SELECT id FROM cases WHERE id = ?', caseId);
    records.create(runKind.kind, { id, caseId, body });
    return;
  }
  if (readRun({ db }, id).caseId !== caseId) throw new HoldfastError('not-found');
  records.change(id, body);
}
