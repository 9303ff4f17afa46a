import * as z from 'zod';
import { clockTimeSchema, edtfSchema, longText, shortText } from './common';

/** Which kind of court. Stored; the words for them are in shared/records/words/proceedings-words.ts. */
export const courtKinds = [
  'family',
  'magistrates',
  'crown',
  'county-high',
  'service',
  'tribunal',
  'other',
] as const;
export const courtKindSchema = z.enum(courtKinds);
export type CourtKind = z.infer<typeof courtKindSchema>;

/** Language of proceedings (Welsh Language Act 1993 s.22: Welsh may be spoken in any legal proceedings in Wales). */
export const proceedingsLanguages = ['english', 'welsh', 'both'] as const;
export const proceedingsLanguageSchema = z.enum(proceedingsLanguages);
export type ProceedingsLanguage = z.infer<typeof proceedingsLanguageSchema>;

export const partySchema = z.object({
  name: shortText.default(''),
  /** Applicant, respondent, defendant, complainant ... in a word or two. */
  role: shortText.default(''),
  representedBy: shortText.default(''),
});
export type Party = z.infer<typeof partySchema>;

export const hearingSchema = z.object({
  /** Null while no date is known. */
  edtf: edtfSchema.nullable().default(null),
  /** Beside one exact day, else null. */
  time: clockTimeSchema.nullable().default(null),
  what: shortText.default(''),
  place: shortText.default(''),
  judge: shortText.default(''),
});
export type Hearing = z.infer<typeof hearingSchema>;

/**
 * Proceedings in a court about the same matter: a case may have several, in a family court and a criminal one at once. All of it
 * may be empty but one of court and title (services/proceedings/proceedings-rules.ts), because often little is known.
 */
export const proceedingsBodySchema = z.object({
  /** Name of the court, such as `Family Court at Leeds`. */
  court: shortText.default(''),
  courtKind: courtKindSchema.nullable().default(null),
  /** As somebody wrote it: its shape is checked and said (shared/domain/proceedings), and never refused. */
  caseNumber: shortText.default(''),
  /** Such as `A v B` or `Re X`. */
  title: shortText.default(''),
  parties: z.array(partySchema).max(100).default([]),
  hearings: z.array(hearingSchema).max(500).default([]),
  preparedBy: shortText.default(''),
  preparedFor: shortText.default(''),
  language: proceedingsLanguageSchema.nullable().default(null),
  /** Whether the court was told that Welsh will be spoken; null while nobody has said. */
  noticeGiven: z.boolean().nullable().default(null),
  /** Whoever allowed a bundle of more pages than the rules do, for how many and when; empty while nobody has. */
  morePages: shortText.default(''),
  note: longText.default(''),
});
export type ProceedingsBody = z.infer<typeof proceedingsBodySchema>;

/** Proceedings as they stand in a case. */
export interface Proceedings extends ProceedingsBody {
  readonly id: string;
}
