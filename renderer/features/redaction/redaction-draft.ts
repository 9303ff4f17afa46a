import * as z from 'zod';
import { mostBoxes, pagePlaceSchema, redactionReasonSchema } from '../../../shared/models/redaction';

/** What the editor keeps of boxes nobody has made a copy with: half-filled, so without the rules for what is saved. */
export const redactionDraftSchema = z.object({
  boxes: z
    .array(
      pagePlaceSchema.and(
        z.object({ reason: redactionReasonSchema, note: z.string().max(200), words: z.string().max(60) }),
      ),
    )
    .max(mostBoxes),
});
export type RedactionDraft = z.infer<typeof redactionDraftSchema>;
