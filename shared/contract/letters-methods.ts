import * as z from 'zod';
import { idSchema, sha256Schema } from '../models/common';
import { letterBlockSchema, letterReaderSchema, letterSorts } from '../records/letter';
import { oneOf } from '../records/by-fields';
import { method } from './method';

const sort = oneOf(letterSorts);
const named = z.object({ id: idSchema, title: z.string() });

/** What the case lacks for a letter: why it is not made, or the places that stay empty. */
const lacks = { refused: z.string().nullable(), missing: z.array(z.string()) };

export const letterOffersSchema = z.object({
  offers: z.array(z.object({ sort, readers: z.array(letterReaderSchema).min(1), ...lacks })),
  templates: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      what: z.string(),
      reader: letterReaderSchema,
      /** Of one that ships: since when, and where its wording comes from; null for one of the office. */
      shipped: z.object({ asAt: z.string(), source: z.string() }).nullable(),
      blocks: z.array(letterBlockSchema),
      ...lacks,
    }),
  ),
  /** What a letter may be about, the newest first. */
  reports: z.array(named),
  decisions: z.array(named),
});
export type LetterOffers = z.infer<typeof letterOffersSchema>;

export const filledLetterSchema = z.object({
  title: z.string(),
  to: z.string(),
  blocks: z.array(letterBlockSchema),
  refused: z.string().nullable(),
});
export type FilledLetter = z.infer<typeof filledLetterSchema>;

export const letterFormats = ['pdf', 'docx'] as const;

/** Letters and documents of a case. The letters themselves are records, read and written by `records.*`. */
export const lettersMethods = {
  /** What can be made, and what each lacks. */
  'letters.offers': method(z.object({ caseId: idSchema }), letterOffersSchema),
  /** Fills one from the case as it stands; nothing is saved. */
  'letters.fill': method(
    z.object({
      caseId: idSchema,
      sort,
      reader: letterReaderSchema,
      reportId: idSchema.nullable(),
      eventId: idSchema.nullable(),
      templateId: z.string().max(60),
    }),
    filledLetterSchema,
  ),
  /** Writes a saved one as a file, once the gate lets it go. */
  'letters.save': method(
    z.object({ id: idSchema, format: z.enum(letterFormats), target: idSchema }),
    z.object({ pages: z.int().nullable(), bytes: z.int(), sha256: sha256Schema }),
  ),
} as const;
