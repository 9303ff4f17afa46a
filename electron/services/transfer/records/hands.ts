import { z } from 'zod';
import { idSchema } from '../../../../shared/models/common';
import { bodySchema } from '../../../../shared/records/json';
import { handoverBodySchema } from '../../../../shared/models/continuity';
import type { VaultContext } from '../../../vault/api';
import { allRows, parseJson } from '../../../vault/rows/rows';
import { momentSchema, stampOf, stampRow, stamped } from './stamp';

/** A version of what a person said about where an item came from, as packages of format 1 to 4 carried it. */
export const provenanceSchema = z.strictObject({
  itemId: idSchema,
  version: z.int().min(1),
  body: bodySchema,
  at: momentSchema,
  ...stamped,
});
export const continuitySchema = z.strictObject({
  id: idSchema,
  itemId: idSchema,
  handoverId: idSchema,
  corrects: idSchema.nullable(),
  body: handoverBodySchema,
  recordedAt: momentSchema,
  ...stamped,
});
type RecordContinuity = z.infer<typeof continuitySchema>;

const text = z.string();
const continuityRow = z.object({
  id: text,
  item_id: text,
  handover_id: text,
  corrects: text.nullable(),
  body: text,
  recorded_at: text,
  ...stampRow,
});

export function readContinuity({ db }: Pick<VaultContext, 'db'>, caseId: string): RecordContinuity[] {
  return allRows(
    db,
    continuityRow,
    'SELECT c.* FROM continuity c JOIN evidence e ON e.id = c.item_id WHERE e.case_id = ? ORDER BY c.id',
    caseId,
  ).map((row) => ({
    id: row.id,
    itemId: row.item_id,
    handoverId: row.handover_id,
    corrects: row.corrects,
    body: parseJson(handoverBodySchema, row.body),
    recordedAt: row.recorded_at,
    ...stampOf(row),
  }));
}

export function writeHands({ db }: Pick<VaultContext, 'db'>, continuity: readonly RecordContinuity[]): void {
  const hand = db.prepare(
    `INSERT INTO continuity (id, item_id, handover_id, corrects, body, recorded_at, office, author, hlc)
     VALUES (@id, @itemId, @handoverId, @corrects, @body, @recordedAt, @office, @author, @hlc)`,
  );
  for (const each of continuity) hand.run({ ...each, body: JSON.stringify(each.body) });
}
