import * as z from 'zod';
import { handoverFormSchema } from './handover-form';

/** What the form keeps of a handover nobody has saved: the exhibits it is about, and the row it puts right. */
export const handoverDraftSchema = z.object({
  itemIds: z.array(z.string()),
  corrects: z.string().nullable(),
  form: handoverFormSchema,
});
export type HandoverDraft = z.infer<typeof handoverDraftSchema>;

/** Of one exhibit the draft belongs to it, of several to their case. */
export function draftKeyOf(caseId: string, itemIds: readonly string[]) {
  return { form: 'handover' as const, subject: itemIds.length === 1 ? (itemIds[0] ?? null) : null, caseId };
}
