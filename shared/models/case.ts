import * as z from 'zod';
import { idSchema, instantSchema, longText, shortText } from './common';

/** Where the work with a client stands (own list, design research 5.1). */
export const caseStatuses = [
  'referral_received',
  'triage',
  'contact_attempts',
  'assessment',
  'active',
  'monitoring',
  'on_hold',
  'closing',
  'closed',
  'transferred',
  'declined',
  'unable_to_contact',
  'reopened',
] as const;
export const caseStatusSchema = z.enum(caseStatuses);
export type CaseStatus = z.infer<typeof caseStatusSchema>;

/** An answer about safety: yes, no, or null while nobody has given one. Null is never shown or written as a no. */
const safeAnswer = z.boolean().nullable().default(null);

/** How the client can be reached without putting them at risk. `rule` is shown on top of every page of the case. */
export const safeContactSchema = z.object({
  rule: z.string().trim().max(160),
  safeNumbers: z.string().trim().max(200).default(''),
  safeTimes: z.string().trim().max(200).default(''),
  voicemailOk: safeAnswer,
  textOk: safeAnswer,
  emailOk: safeAnswer,
  nameToUse: z.string().trim().max(100).default(''),
  codeWord: z.string().trim().max(100).default(''),
  notes: longText.default(''),
});
export type SafeContact = z.infer<typeof safeContactSchema>;

/** Initials of the person who produces the exhibits: two to four capitals (domain: exhibit references such as AB/1). */
export const exhibitInitialsSchema = z.string().regex(/^[A-Z]{2,4}$/);

export const newCaseSchema = z.object({
  reference: z.string().trim().min(1).max(40),
  alias: z.string().trim().min(1).max(80),
  exhibitInitials: exhibitInitialsSchema,
  status: caseStatusSchema.default('active'),
  safeContact: safeContactSchema,
});
export type NewCase = z.infer<typeof newCaseSchema>;

export const caseSchema = newCaseSchema.extend({
  id: idSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Case = z.infer<typeof caseSchema>;

/** A row of the caseload. */
export const caseSummarySchema = caseSchema.extend({
  evidenceCount: z.int(),
  entryCount: z.int(),
  bundleCount: z.int(),
  /** Items whose dates disagree and wait for a decision. */
  conflictCount: z.int(),
  /** Printed date of the newest entry, or null. */
  latestEntry: shortText.nullable(),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;
