import * as z from 'zod';
import { newCaseSchema } from '../../../shared/models/case';
import type { NewCase } from '../../../shared/models/case';

/** A case as it stands in the form, complete or not: what must be there in the end may still be missing. */
export const caseDraftSchema = newCaseSchema.extend({
  reference: z.string(),
  alias: z.string(),
  exhibitInitials: z.string(),
});
export type CaseDraft = z.infer<typeof caseDraftSchema>;

/** A case of which nothing is written yet. */
export const emptyCase: NewCase = caseDraftSchema.parse({
  reference: '',
  alias: '',
  exhibitInitials: '',
  safeContact: { rule: '' },
});

/** What the form holds of a case, without its counts and times. */
export function contentOf(value: NewCase): NewCase {
  return caseDraftSchema.parse(value);
}
