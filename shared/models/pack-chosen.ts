import * as z from 'zod';
import { idSchema, shortText } from './common';
import { savedViewBodySchema } from './saved-view';

/** What is chosen for an evidence pack, but for whom it is. */
export const packChosenSchema = z.object({
  /** Name, rank, station, crime reference: who it is handed to. */
  to: shortText,
  /** Each exhibit once; `redactionId` is the redacted copy that goes in the original's place, or null. */
  exhibits: z.array(z.object({ itemId: idSchema, redactionId: idSchema.nullable() })).max(5000),
  /** Which entries of the chronology, and what of them; null for none. */
  chronology: savedViewBodySchema.nullable(),
});
