import { z } from 'zod';
import { caseStatusSchema } from '../../../shared/models/case';
import type { NewCase } from '../../../shared/models/case';

/** A case as it stands in the form, complete or not. */
export const caseDraftSchema = z.object({
  reference: z.string(),
  alias: z.string(),
  exhibitInitials: z.string(),
  status: caseStatusSchema,
  safeContact: z.object({
    rule: z.string(),
    safeNumbers: z.string(),
    safeTimes: z.string(),
    voicemailOk: z.boolean().nullable(),
    textOk: z.boolean().nullable(),
    emailOk: z.boolean().nullable(),
    nameToUse: z.string(),
    codeWord: z.string(),
    notes: z.string(),
  }),
});
export type CaseDraft = z.infer<typeof caseDraftSchema>;

/** What the form holds of a case, without its counts and times. */
export function contentOf({ reference, alias, exhibitInitials, status, safeContact }: NewCase): NewCase {
  return { reference, alias, exhibitInitials, status, safeContact };
}
