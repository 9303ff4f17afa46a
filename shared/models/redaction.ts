import * as z from 'zod';
import { idSchema, instantSchema, sha256Schema, shortText } from './common';

/** What is covered, and why: the kinds of domain research 3.4, each with a code that stays the same for ever. */
export const redactionReasons = [
  'client-address',
  'workplace',
  'school',
  'new-number',
  'vehicle',
  'third-party',
  'child',
  'other-client',
  'medical',
  'legal-advice',
  'other',
] as const;
export const redactionReasonSchema = z.enum(redactionReasons);
export type RedactionReason = z.infer<typeof redactionReasonSchema>;

/** More than anybody draws by hand, and than a search for a phrase should cover at once. */
export const mostBoxes = 500;
/** A document of more pages is redacted in parts: every page becomes a picture. */
export const mostRedactedPages = 300;

/** Room for what counting in fractions costs. */
const hair = 1e-9;
const fraction = z.number().min(0).max(1);

/** A place on a page as it is read (upright): everything in fractions of its width and height, from the top left. */
export const pagePlaceSchema = z
  .object({
    /** From 1; a picture has page 1 alone. */
    page: z.int().min(1).max(mostRedactedPages),
    x: fraction,
    y: fraction,
    width: fraction.positive(),
    height: fraction.positive(),
  })
  .refine(({ x, y, width, height }) => x + width <= 1 + hair && y + height <= 1 + hair);
export type PagePlace = z.infer<typeof pagePlaceSchema>;

export const redactionBoxSchema = pagePlaceSchema.and(
  z
    .object({
      reason: redactionReasonSchema,
      /** Says more than the reason does; `other` needs it. It stays in the vault. */
      note: shortText,
      /** Printed in the box, such as `[address]`; may be empty. */
      words: z.string().trim().max(60),
    })
    .refine(({ reason, note }) => reason !== 'other' || note !== ''),
);
export type RedactionBox = z.infer<typeof redactionBoxSchema>;
export const redactionBoxesSchema = z.array(redactionBoxSchema).min(1).max(mostBoxes);

/** What was made: how the copy came about, and how large its pages are. */
export const redactedPagesSchema = z.object({
  /** In order, in plain words. */
  operations: z.array(z.string().max(200)).max(20),
  /** Of a picture: it was turned upright, as the screen shows it, before it was covered. Older copies lay as their decoder let them. */
  turned: z.boolean(),
  pages: z
    .array(
      z.object({
        /** In pixels. */
        width: z.int().positive(),
        height: z.int().positive(),
        /** Of a PDF's page, in points; null for a picture. */
        points: z.object({ width: z.number().positive(), height: z.number().positive() }).nullable(),
      }),
    )
    .min(1)
    .max(mostRedactedPages),
});
export type RedactedPages = z.infer<typeof redactedPagesSchema>;

/** What reading the stored copy back has shown. */
export const redactionCheckIds = ['covered', 'metadata', 'text', 'size', 'rest', 'words'] as const;
export const redactionCheckSchema = z.object({
  id: z.enum(redactionCheckIds),
  /** `unknown` is what could not be looked at, and why stands in `text`. A failed check never gets as far as a row. */
  state: z.enum(['ok', 'unknown']),
  /** Plain words. */
  text: z.string().max(300),
});
export type RedactionCheck = z.infer<typeof redactionCheckSchema>;

export const redactionSchema = z.object({
  id: idSchema,
  itemId: idSchema,
  /** From 1; the highest one counts, the others are kept. */
  version: z.int().min(1),
  mime: z.enum(['image/png', 'image/jpeg', 'application/pdf']),
  bytes: z.int(),
  sha256: sha256Schema,
  /** Of the original it was made from. */
  parentSha256: sha256Schema,
  boxes: redactionBoxesSchema,
  made: redactedPagesSchema,
  checks: z.array(redactionCheckSchema).max(20),
  createdAt: instantSchema,
  author: z.string(),
});
export type Redaction = z.infer<typeof redactionSchema>;
