import * as z from 'zod';
import { evidenceKindSchema, readingStateSchema } from '../../../../shared/models/evidence';
import type { StoredFile, VaultContext } from '../../../vault/api';
import { allRows, oneRow } from '../../../vault/rows/rows';
import { readOriginal } from '../../items/item-rows';

const row = z.object({
  id: z.string(),
  case_id: z.string(),
  exhibit_ref: z.string(),
  file_name: z.string(),
  kind: evidenceKindSchema,
  mime: z.string(),
  reading: readingStateSchema,
});

export interface ItemToRead extends z.infer<typeof row> {
  readonly file: StoredFile;
  /** How many items it lies in: 0 for one that was handed in as it is. */
  readonly depth: number;
}

/** Throws `not-found` when it was erased meanwhile. */
export function readItemToRead(context: Pick<VaultContext, 'db'>, id: string): ItemToRead {
  const found = oneRow(
    context.db,
    row,
    'SELECT id, case_id, exhibit_ref, file_name, kind, mime, reading FROM evidence WHERE id = ?',
    id,
  );
  return { ...found, file: readOriginal(context, id), depth: depthOf(context, id) };
}

function depthOf({ db }: Pick<VaultContext, 'db'>, id: string): number {
  const { depth } = oneRow(
    db,
    z.object({ depth: z.int() }),
    `WITH RECURSIVE above (id, depth) AS (
       SELECT parent_id, 0 FROM evidence WHERE id = ?
       UNION ALL SELECT e.parent_id, a.depth + 1 FROM above a JOIN evidence e ON e.id = a.id WHERE a.depth < 100
     ) SELECT max(depth) AS depth FROM above`,
    id,
  );
  return depth;
}

const idRow = z.object({ id: z.string() });

/** Items in this one that wait to be read, in the order in which they came in. */
export function waitingInside({ db }: Pick<VaultContext, 'db'>, parentId: string): readonly string[] {
  const sql = "SELECT id FROM evidence WHERE parent_id = ? AND reading = 'waiting' ORDER BY exhibit_number";
  return allRows(db, idRow, sql, parentId).map(({ id }) => id);
}

/** Of these, the ones that wait to be read. */
export function waitingOf({ db }: Pick<VaultContext, 'db'>, ids: readonly string[]): readonly string[] {
  const find = db.prepare("SELECT 1 FROM evidence WHERE id = ? AND reading = 'waiting'");
  return ids.filter((id) => find.get(id) !== undefined);
}

/** All items that wait, by case: what a crash or a stop in the middle left. */
export function allWaiting({ db }: Pick<VaultContext, 'db'>): ReadonlyMap<string, readonly string[]> {
  const rows = allRows(
    db,
    idRow.extend({ case_id: z.string() }),
    "SELECT id, case_id FROM evidence WHERE reading = 'waiting' ORDER BY case_id, exhibit_number",
  );
  const byCase = new Map<string, string[]>();
  for (const { id, case_id } of rows) byCase.set(case_id, [...(byCase.get(case_id) ?? []), id]);
  return byCase;
}
