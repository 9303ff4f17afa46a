import * as z from 'zod';
import { idSchema, sha256Schema } from './common';

/** 32 random bytes in lower-case hexadecimal, used for one act only. */
export const saltSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** An act as the record of acts keeps it: all that its hash is made of, but the salt. */
export const recordedActSchema = z.strictObject({
  /** Its number in the record, from 1. */
  seq: z.int().min(1),
  /** ISO instant of the wall clock. */
  at: z.string(),
  /** The name of whoever acted, as it was then. */
  author: z.string(),
  action: z.string(),
  subject: z.string().nullable(),
  /** JSON as text, bit for bit as it is stored. */
  detail: z.string(),
  /** The key slot of whoever acted. */
  slot: z.string().nullable(),
  /** The case it is about; null for an act of the office. */
  caseId: z.string().nullable(),
  /** Its number among the acts of its case, from 1 and without a gap; null for an act of the office. */
  caseNumber: z.int().min(1).nullable(),
});
export type RecordedAct = z.infer<typeof recordedActSchema>;

/** A step of an extract: an act that may be seen, with its salt. */
export const shownActSchema = recordedActSchema.extend({ salt: saltSchema });
export type ShownAct = z.infer<typeof shownActSchema>;

/** A step of an extract: that something was done which is not shown. */
export const hiddenActSchema = z.strictObject({ inner: sha256Schema });
export const extractStepSchema = z.union([shownActSchema, hiddenActSchema]);
export type ExtractStep = z.infer<typeof extractStepSchema>;

const nothingYet = '0'.repeat(64);

/** The first line of an extract; each line after it is a step, in the order of the record. */
export const extractHeadingSchema = z
  .strictObject({
    holdfast: z.literal('extract of the record of acts'),
    format: z.literal(1),
    caseId: idSchema,
    /** Acts from before acts were salted: how many, and the hash of the last one. None of them is shown. */
    sealed: z.strictObject({ acts: z.int().min(0), head: sha256Schema }),
    /** Hash of the last step; of the sealed acts where there is none. */
    head: sha256Schema,
  })
  .refine(({ sealed }) => (sealed.acts === 0) === (sealed.head === nothingYet));
export type ExtractHeading = z.infer<typeof extractHeadingSchema>;

/** What may be seen of the record of acts by somebody who may see one case. */
export interface CaseExtract extends Pick<ExtractHeading, 'caseId' | 'sealed' | 'head'> {
  readonly steps: readonly ExtractStep[];
}
