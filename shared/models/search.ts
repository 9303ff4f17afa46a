import * as z from 'zod';
import { idSchema } from './common';

export const searchKinds = ['entry', 'exhibit', 'record', 'message'] as const;

/** Something found, with the words around the place where it was found. */
export const searchHitSchema = z.object({
  kind: z.enum(searchKinds),
  /** Of the entry, the exhibit or another record; for a message, of the export it is in. */
  id: idSchema,
  /** The kind of another record (shared/records), else null. */
  record: z.string().nullable(),
  /** The exhibit that another record is about, on whose page it is read; null where it is about none. */
  itemId: idSchema.nullable(),
  /** Of a message, its place in the export. */
  position: z.int().nullable(),
  title: z.string(),
  detail: z.string(),
  snippet: z.array(z.object({ text: z.string(), found: z.boolean() })),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchResultSchema = z.object({
  hits: z.array(searchHitSchema),
  /** What was looked for instead, where nothing holds the words as they were typed. */
  instead: z.string().nullable(),
  /** Kinds of which there is more than is listed. */
  more: z.array(z.enum(searchKinds)),
  /** Parts of what was typed that no index can look for: a picture, a sign, one letter, words written without spaces. */
  notLookedFor: z.array(z.string()),
});
export type SearchResult = z.infer<typeof searchResultSchema>;

/** So many things of one sort were found in a case, with the first of them to open. Nothing of what they say. */
export const caseHitSchema = searchHitSchema
  .pick({ kind: true, id: true, record: true, itemId: true, position: true })
  .extend({ count: z.int() });
export type CaseHit = z.infer<typeof caseHitSchema>;

/** A case in which something was found. */
export const caseFoundSchema = z.object({
  caseId: idSchema,
  reference: z.string(),
  alias: z.string(),
  hits: z.array(caseHitSchema),
});
export type CaseFound = z.infer<typeof caseFoundSchema>;

export const everyCaseResultSchema = z.object({
  /** Those whose own reference or alias was typed first. */
  cases: z.array(caseFoundSchema),
  /** Cases in which there is something beyond those that are listed. */
  more: z.int(),
  notLookedFor: z.array(z.string()),
});
export type EveryCaseResult = z.infer<typeof everyCaseResultSchema>;
