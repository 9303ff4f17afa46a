import * as z from 'zod';
import { behaviourSchema } from '../../../shared/models/chronology';

/** A line that is being typed, with what was answered about it and the acts that were taken back. */
export const quickDraftSchema = z.object({
  text: z.string(),
  answers: z.record(z.string(), z.int()),
  without: z.array(behaviourSchema),
});
export type QuickDraft = z.infer<typeof quickDraftSchema>;
