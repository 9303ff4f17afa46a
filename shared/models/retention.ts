import * as z from 'zod';
import { idSchema } from './common';

const day = z.iso.date();

/** A closed case beside the office's rule for it. */
export const retentionCaseSchema = z.object({
  caseId: idSchema,
  reference: z.string(),
  /** What of the rules it falls under; null where the office has none for it. */
  what: z.string().nullable(),
  months: z.int().nullable(),
  closedOn: day.nullable(),
  /** Until when it is kept; null where that cannot be told. */
  until: day.nullable(),
  isHeld: z.boolean(),
  /** Kept longer by a decision: why, and until when. */
  longer: z.object({ reason: z.string(), until: day.nullable() }).nullable(),
});
export type RetentionCase = z.infer<typeof retentionCaseSchema>;

/** Something of the office itself that is due. */
export const officeDutySchema = z.object({
  rule: z.enum(['subject-access', 'complaint-acknowledge', 'complaint-answer', 'retention-review']),
  /** The record or case it is about. */
  id: idSchema,
  text: z.string(),
  due: day.nullable(),
  isCertain: z.boolean(),
  tone: z.enum(['red', 'amber', 'neutral']),
  source: z.string(),
});
export type OfficeDuty = z.infer<typeof officeDutySchema>;

/** An erasure, as the record of acts has it: numbers and no content. */
export const erasureSchema = z.object({
  seq: z.int(),
  at: z.string(),
  author: z.string(),
  what: z.enum(['case', 'item']),
  items: z.int(),
  entries: z.int(),
  bundles: z.int(),
  files: z.int(),
  hash: z.string(),
});
export type Erasure = z.infer<typeof erasureSchema>;
