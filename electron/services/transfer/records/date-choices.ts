import * as z from 'zod';
import { idSchema } from '../../../../shared/models/common';
import { packedDateSchema } from './packed-facts';
import { momentSchema, stamped } from './stamp';

/** A date that somebody settled on, with the reason, as packages of format 2 to 4 carried it. */
export const dateChoiceSchema = z.strictObject({
  id: idSchema,
  itemId: idSchema,
  field: z.enum(['captured', 'shown']),
  date: packedDateSchema,
  reason: z.string().max(20_000),
  at: momentSchema.nullable(),
  ...stamped,
});
