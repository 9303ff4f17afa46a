import * as z from 'zod';
import { idSchema } from '../../../../shared/models/common';
import { handoverBodySchema } from '../../../../shared/models/continuity';
import { bodySchema } from '../../../../shared/records/json';
import { momentSchema, stamped } from './stamp';

/** A version of what a person said about where an item came from, as packages of format 1 to 4 carried it. */
export const provenanceSchema = z.strictObject({
  itemId: idSchema,
  version: z.int().min(1),
  body: bodySchema,
  at: momentSchema,
  ...stamped,
});
/** A handover of an exhibit, as packages of format 1 to 4 carried it. */
export const continuitySchema = z.strictObject({
  id: idSchema,
  itemId: idSchema,
  handoverId: idSchema,
  corrects: idSchema.nullable(),
  body: handoverBodySchema,
  recordedAt: momentSchema,
  ...stamped,
});
