import { z } from 'zod';
import { idSchema } from '../../../../shared/models/common';
import { handoverBodySchema } from '../../../../shared/models/continuity';
import type { VaultContext } from '../../../vault/api';
import { allRows, parseJson } from '../../../vault/rows/rows';
import { momentSchema, stampOf, stampRow, stamped } from './stamp';

/** Every version of what a person said about where an item came from. */
export const provenanceSchema = z.strictObject({
  itemId: idSchema,
  version: z.int().min(1),
  body: z.unknown(),
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
type RecordProvenance = z.infer<typeof provenanceSchema>;
type RecordContinuity = z.infer<typeof continuitySchema>;

const text = z.string();
const provenanceRow = z.object({ item_id: text, version: z.int(), body: text, at: text, ...stampRow });
const continuityRow = z.object({
  id: text,
  item_id: text,
  handover_id: text,
  corrects: text.nullable(),
  body: text,
  recorded_at: text,
  ...stampRow,
});

export function readProvenances({ db }: Pick<VaultContext, 'db'>, caseId: string): RecordProvenance[] {
  return allRows(
    db,
    provenanceRow,
    `SELECT p.* FROM provenance p JOIN evidence e ON e.id = p.item_id WHERE e.case_id = ? ORDER BY p.item_id, p.version`,
    caseId,
  ).map((row) => ({
    itemId: row.item_id,
    version: row.version,
    body: parseJson(z.unknown(), row.body),
    at: row.at,
    ...stampOf(row),
  }));
}

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

export function writeHands(
  { db }: Pick<VaultContext, 'db'>,
  provenance: readonly RecordProvenance[],
  continuity: readonly RecordContinuity[],
): void {
  const say = db.prepare(
    `INSERT INTO provenance (item_id, version, body, at, office, author, hlc)
     VALUES (@itemId, @version, @body, @at, @office, @author, @hlc)`,
  );
  for (const each of provenance) say.run({ ...each, body: JSON.stringify(each.body) });
  const hand = db.prepare(
    `INSERT INTO continuity (id, item_id, handover_id, corrects, body, recorded_at, office, author, hlc)
     VALUES (@id, @itemId, @handoverId, @corrects, @body, @recordedAt, @office, @author, @hlc)`,
  );
  for (const each of continuity) hand.run({ ...each, body: JSON.stringify(each.body) });
}
