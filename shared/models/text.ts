import * as z from 'zod';
import { idSchema, instantSchema } from './common';

/** A word where it stands on the upright page: left, top, width and height in whole units of that page. */
export const wordSchema = z.object({
  text: z.string().min(1).max(500),
  x: z.int().min(0),
  y: z.int().min(0),
  w: z.int().min(0),
  h: z.int().min(0),
  /** 0 to 100; null for text that was not recognised but taken from the file. */
  confidence: z.number().min(0).max(100).nullable(),
  /** Words of one line share its number; lines count from 0 in reading order. */
  line: z.int().min(0),
});
export type Word = z.infer<typeof wordSchema>;
export const wordsSchema = z.array(wordSchema).max(50_000);

/** `ocr` was recognised, `embedded` is a PDF's own text, `file` came from a reader (text, e-mail, document). */
export const textSources = ['ocr', 'embedded', 'file'] as const;
export const textSourceSchema = z.enum(textSources);
export type TextSource = z.infer<typeof textSourceSchema>;

/** `eng`, `chi_sim`: the code a language has for Tesseract. */
export const languageCodeSchema = z.string().regex(/^[a-z]{3}(_[a-z]{3,8}){0,2}$/u);

/** Characters that a corrected page may have. */
export const longestCorrection = 200_000;

/** How many languages a case or exhibit may be read in at once. */
export const mostLanguages = 4;

/** What a person wrote in place of the machine's text. Every version is kept. */
export const correctionSchema = z.object({
  version: z.int(),
  text: z.string(),
  at: instantSchema,
  author: z.string(),
});
export type Correction = z.infer<typeof correctionSchema>;

export const pageTextSchema = z.object({
  page: z.int().min(1),
  source: textSourceSchema,
  /** As the machine read it. */
  text: z.string(),
  /** Size of the upright page in the units of its words, or null where no word has a place. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  words: wordsSchema,
  confidence: z.number().nullable(),
  languages: z.string(),
  /** The newest one counts, and is what is searched; null while nobody has corrected it. */
  correction: correctionSchema.nullable(),
});
export type PageText = z.infer<typeof pageTextSchema>;

/** Where a page stands that has no text yet. */
export const pendingPageSchema = z.object({
  /** 0 stands for a whole PDF whose own text has not been looked at. */
  page: z.int().min(0),
  state: z.enum(['waiting', 'failed']),
  /** An error code for a failed one, else null. */
  reason: z.string().nullable(),
});
export type PendingPage = z.infer<typeof pendingPageSchema>;

export const itemTextSchema = z.object({
  id: idSchema,
  /** At most fifty at a time, from the page asked for on. */
  pages: z.array(pageTextSchema),
  /** How many pages have text in all. */
  read: z.int(),
  pending: z.array(pendingPageSchema),
  /** The languages it is read in, and whether they were chosen for this item alone. */
  languages: z.array(languageCodeSchema),
  ownLanguages: z.boolean(),
});
export type ItemText = z.infer<typeof itemTextSchema>;

export const languageSchema = z.object({
  code: languageCodeSchema,
  name: z.string(),
  /** False for English, which is part of the app. */
  removable: z.boolean(),
});
export type Language = z.infer<typeof languageSchema>;

/** What goes on in the background. */
export const textStateSchema = z.object({
  /** Switched off, nothing is recognised until somebody switches it on. */
  enabled: z.boolean(),
  /** Stopped by a person for now. */
  paused: z.boolean(),
  waiting: z.int(),
  failed: z.int(),
  languages: z.array(languageSchema),
});
export type TextState = z.infer<typeof textStateSchema>;

/** A page that holds what was looked for. */
export const textFoundSchema = z.object({
  page: z.int(),
  /** The words around it, in parts; those that were looked for are marked. */
  snippet: z.array(z.object({ text: z.string(), found: z.boolean() })),
  corrected: z.boolean(),
});
export type TextFound = z.infer<typeof textFoundSchema>;

/** A page that nobody could read, with why. */
export const textFailureSchema = z.object({
  itemId: idSchema,
  caseId: idSchema,
  exhibitRef: z.string(),
  title: z.string(),
  page: z.int(),
  reason: z.string().nullable(),
});
export type TextFailure = z.infer<typeof textFailureSchema>;
