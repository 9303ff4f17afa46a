import * as z from 'zod';
import { clockTimeSchema, edtfSchema, idSchema, instantSchema, shortText } from './common';

const longestNote = 2000;

/** One handover of an exhibit from one pair of hands to another (domain 3.2). */
export const newHandoverSchema = z.object({
  from: shortText.min(1),
  to: shortText.min(1),
  edtf: edtfSchema,
  /** Beside one exact day, else null. */
  time: clockTimeSchema.nullable(),
  place: shortText,
  purpose: shortText.min(1),
  /** Number of the seal or bag, or what it was packed in. */
  seal: shortText,
  /** Somebody compared the fingerprint (SHA-256) when it changed hands. */
  fingerprintConfirmed: z.boolean(),
  /** Who signed or said that they received it, and how. */
  confirmation: shortText,
  note: z.string().max(longestNote),
});
export type NewHandover = z.infer<typeof newHandoverSchema>;

/** As it is kept. */
export const handoverBodySchema = newHandoverSchema.extend({
  /** It was still to come when it was written down, and somebody said so. */
  planned: z.boolean(),
});
export type HandoverBody = z.infer<typeof handoverBodySchema>;

export const continuityRowSchema = handoverBodySchema.extend({
  id: idSchema,
  itemId: idSchema,
  /** The same for all exhibits that changed hands at once. */
  handoverId: idSchema,
  /** The row that this one puts right, or null. */
  corrects: idSchema.nullable(),
  recordedAt: instantSchema,
  author: shortText,
  printedDate: z.string(),
  /** How many other exhibits the case holds that changed hands with it. */
  others: z.int(),
  /** The rows that put this one right: more than one where two offices did, neither of which knew of the other. */
  correctedBy: z.array(idSchema).readonly(),
});
export type ContinuityRow = z.infer<typeof continuityRowSchema>;

/** What Holdfast itself did with an exhibit, taken from the record of acts. */
export const ownStepKinds = [
  'taken-in',
  'again',
  'opened',
  'turned',
  'copy-saved',
  'bundle-built',
  'bundle-saved',
  'pack-made',
  'package-sent',
  'package-received',
  'certificate',
  'redacted',
] as const;
export const ownStepSchema = z.object({
  kind: z.enum(ownStepKinds),
  at: instantSchema,
  author: shortText,
  /** For bundles: the page it is on. */
  page: z.int().nullable(),
  /** For bundles: the title. For packs: for whom. */
  title: z.string(),
});
export type OwnStep = z.infer<typeof ownStepSchema>;

/** One step of the way an exhibit went, oldest first. */
export const continuityStepSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('own'), step: ownStepSchema }),
  z.object({ type: z.literal('handover'), row: continuityRowSchema }),
]);
export type ContinuityStep = z.infer<typeof continuityStepSchema>;
