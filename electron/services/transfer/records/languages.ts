import * as z from 'zod';
import { idSchema } from '../../../../shared/models/common';

/** Which languages an item is read in, or the whole case where there is no item, as packages of format 1 to 4 carried it. */
export const languagesSchema = z.strictObject({
  itemId: idSchema.nullable(),
  languages: z.string().max(200),
});
