import * as z from 'zod';
import { idSchema } from '../../../../shared/models/common';
import { registerBodySchema, registerKindSchema } from '../../../../shared/models/register';
import { keptViewBodySchema } from '../../../../shared/models/saved-view';
import { momentSchema, stamped } from './stamp';

/** A person, place or order as packages of format 1 and 2 carried it. */
export const registerSchema = z.strictObject({
  id: idSchema,
  kind: registerKindSchema,
  body: registerBodySchema,
  removed: z.boolean(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
  ...stamped,
});

/** A saved view of the chronology as packages of format 1 to 3 carried it. */
export const viewSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(200),
  body: keptViewBodySchema,
  updatedAt: momentSchema,
  ...stamped,
});
