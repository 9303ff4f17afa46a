import * as z from 'zod';
import {
  clockTimeSchema,
  edtfSchema,
  idSchema,
  instantSchema,
  longText,
  sha256Schema,
  shortText,
} from './common';
import { factFieldSchema, factPlaceSchema, factSourceSchema } from './evidence';

/** How a file came from where it was made to the advocate (domain 3.2). `other` is told in the note. */
export const provenanceWays = [
  'original_on_client_device_seen',
  'copied_by_cable',
  'nearby_share',
  'downloaded_from_account',
  'email',
  'messaging_app',
  'photo_of_screen',
  'print_scan',
  'third_party',
  'other',
] as const;
export const provenanceWaySchema = z.enum(provenanceWays);
export type ProvenanceWay = z.infer<typeof provenanceWaySchema>;

/** What makes a screenshot useful, one question each (domain 3.1). */
export const checkIds = [
  'sender',
  'identifier',
  'date',
  'time',
  'context',
  'overlap',
  'device',
  'captured_by',
  'capture_time',
] as const;
export const checkIdSchema = z.enum(checkIds);
export type CheckId = z.infer<typeof checkIdSchema>;

/** `na`: does not apply. A question nobody has looked at has no answer. */
export const checkAnswers = ['yes', 'no', 'na'] as const;
export const checkAnswerSchema = z.enum(checkAnswers);
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;

/** Where an item came from, as a person says it. Empty text and null: nobody has said. */
export const provenanceSchema = z.object({
  way: provenanceWaySchema.nullable(),
  /** Who gave it to the advocate. */
  givenBy: shortText,
  /** When it was received. */
  receivedOn: edtfSchema.nullable(),
  /** Whose device it was made on, and which. */
  device: shortText,
  /** Who pressed the button. */
  capturedBy: shortText,
  /** The account of whoever looks at the screen, as it shows there. */
  account: shortText,
  /** Whether the original is still where it was made. */
  originalKept: z.enum(['yes', 'no']).nullable(),
  /** Whose words all this is. */
  saidBy: shortText,
  note: longText,
  checks: z.partialRecord(checkIdSchema, checkAnswerSchema),
});
export type Provenance = z.infer<typeof provenanceSchema>;

export const emptyProvenance: Provenance = {
  way: null,
  givenBy: '',
  receivedOn: null,
  device: '',
  capturedBy: '',
  account: '',
  originalKept: null,
  saidBy: '',
  note: '',
  checks: {},
};

/** What can be said of several items at once: the checklist is about one picture. */
export const sharedProvenanceSchema = provenanceSchema.omit({ checks: true });
export type SharedProvenance = z.infer<typeof sharedProvenanceSchema>;

export const provenanceVersionSchema = z.object({
  version: z.int().min(1),
  body: provenanceSchema,
  at: instantSchema,
  author: shortText,
});
export type ProvenanceVersion = z.infer<typeof provenanceVersionSchema>;

/** All that was said, newest first; empty while nobody has said anything. */
export const provenanceRecordSchema = z.object({ versions: z.array(provenanceVersionSchema).readonly() });

/**
 * How a copy leaves the vault: `clean` is without place, device and other details (a derivative with a fingerprint of
 * its own), `original` is the file as it was handed over.
 */
export const copyForms = ['clean', 'original'] as const;
export const copyFormSchema = z.enum(copyForms);
export type CopyForm = z.infer<typeof copyFormSchema>;

/** One time that somebody settled on: the date an item is filed under, or the time of what it shows. */
export const dateChoiceSchema = z.object({
  id: idSchema,
  field: factFieldSchema.extract(['captured', 'shown']),
  edtf: edtfSchema,
  time: clockTimeSchema.nullable(),
  zone: z.string().max(10).nullable(),
  source: factSourceSchema,
  ...factPlaceSchema.shape,
  reason: longText,
  /** Null for choices from before they were kept one by one. */
  at: instantSchema.nullable(),
  author: shortText,
});
export type DateChoice = z.infer<typeof dateChoiceSchema>;

/** One copy that left the vault, out of the record of acts. */
export const copyMadeSchema = z.object({
  at: instantSchema,
  author: shortText,
  form: copyFormSchema,
  bytes: z.int().nullable(),
  sha256: sha256Schema.nullable(),
});
export type CopyMade = z.infer<typeof copyMadeSchema>;

export const itemHistorySchema = z.object({
  /** Newest first. */
  choices: z.array(dateChoiceSchema).readonly(),
  copies: z.array(copyMadeSchema).readonly(),
});
export type ItemHistory = z.infer<typeof itemHistorySchema>;
