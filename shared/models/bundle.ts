import { z } from 'zod';
import { idSchema, instantSchema, sha256Schema, shortText } from './common';
import { recipientSchema } from './leaving-gate';

export const bundleOptionsSchema = z.object({
  profile: z.literal('general-2021'),
  /** Whom it is for; null while nobody has said. */
  recipient: recipientSchema.nullable().default(null),
  /** Title on the cover, such as `Hearing bundle`. */
  title: shortText.min(1),
  /** Name or number of the court and case, may be empty. */
  courtCase: shortText,
  includeChronology: z.boolean(),
  /** The views of the chronology, drawn, behind it. */
  includePatterns: z.boolean().default(false),
  /** Items in the order of the bundle; none means none. */
  itemIds: z.array(idSchema).max(20_000),
});
export type BundleOptions = z.infer<typeof bundleOptionsSchema>;

/** One row of the index: a section or a document. Pages are 1-based and count every page of the file. */
export const bundleRowSchema = z.object({
  kind: z.enum(['section', 'document']),
  key: z.string(),
  itemId: idSchema.nullable(),
  exhibitRef: z.string().nullable(),
  title: z.string().max(300),
  date: z.string().max(120),
  firstPage: z.int(),
  lastPage: z.int(),
});
export type BundleRow = z.infer<typeof bundleRowSchema>;

export const bundlePlanSchema = z.object({
  rows: z.array(bundleRowSchema).readonly(),
  pages: z.int(),
  /** Items left out and why (an error code): nothing is dropped silently. */
  leftOut: z.array(z.object({ itemId: idSchema, exhibitRef: z.string(), reason: z.string() })).readonly(),
});
export type BundlePlan = z.infer<typeof bundlePlanSchema>;

/** One row of the reading of the finished file against the profile. `decide` is for a person to look at. */
export const bundleCheckSchema = z.object({
  id: z.string(),
  /** Plain words: `Numbers match pages, 96 of 96`. */
  text: z.string(),
  state: z.enum(['ok', 'decide', 'fix']),
});
export type BundleCheck = z.infer<typeof bundleCheckSchema>;

export const bundleSchema = z.object({
  id: idSchema,
  caseId: idSchema,
  options: bundleOptionsSchema,
  createdAt: instantSchema,
  pages: z.int(),
  bytes: z.int(),
  sha256: sha256Schema,
  plan: bundlePlanSchema,
  checks: z.array(bundleCheckSchema).readonly(),
});
export type Bundle = z.infer<typeof bundleSchema>;
