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
import { factCodeSchema } from './fact-code';
import { itemClassSchema } from './item-class';
import { itemDocumentSchema } from './item-document';

/**
 * What a file is by its content (never by its name). `messages` are exports of messages or calls whose rows can be read,
 * `table` a CSV whose columns are not known yet; `other` is stored and listed without a preview.
 */
export const evidenceKinds = [
  'image',
  'pdf',
  'audio',
  'video',
  'email',
  'messages',
  'table',
  'text',
  'contact',
  'document',
  'archive',
  'other',
] as const;
export const evidenceKindSchema = z.enum(evidenceKinds);
export type EvidenceKind = z.infer<typeof evidenceKindSchema>;

/** Where a fact was read, in the order in which it is trusted by default (domain 6.1). */
export const factSources = [
  'exif',
  'xmp',
  'png-chunk',
  'pdf-info',
  'container',
  'email',
  'archive',
  'file-name',
  'ocr',
  'file-system',
  'typed',
] as const;
export const factSourceSchema = z.enum(factSources);
export type FactSource = z.infer<typeof factSourceSchema>;

export const factFields = [
  'captured', // when the picture or screenshot was made
  'modified', // when the file was last changed, as the file itself or the disk says
  'shown', // the time of what the picture shows
  'device',
  'software',
  'app',
  'location',
  'dimensions',
  'orientation',
  'edited', // a trace of editing
  'screenshot', // a marker that this is a screenshot
  'person', // whom an e-mail, contact or call names
  'subject',
  'duration',
  'note',
] as const;
export const factFieldSchema = z.enum(factFields);
export type FactField = z.infer<typeof factFieldSchema>;

/** Where a fact was said; factName (shared/domain/facts/fact-names.ts) has the words for it. */
export const factPlaceSchema = z.object({
  code: factCodeSchema,
  /** What a stranger's file or a person worded of it, letter for letter: the name of a tag, in whose words. */
  detail: z.string().max(200),
});
export type FactPlace = z.infer<typeof factPlaceSchema>;

/** One thing the file says about itself, with where it says so. Facts are never overwritten, only added. */
export const factSchema = z.object({
  id: idSchema,
  field: factFieldSchema,
  source: factSourceSchema,
  ...factPlaceSchema.shape,
  /** As it stands in the file. */
  raw: z.string().max(2000),
  /** For dates: EDTF level 0 or 1 of the calendar date. For other fields: the value as text. */
  value: z.string().max(2000),
  /** Clock time beside a date, in the zone below; null when the source has only a date or this is no date. */
  time: clockTimeSchema.nullable(),
  /** `+01:00`, `Z`, or null: the source gives no zone (then local time, Europe/London assumed and said so). */
  zone: z.string().max(10).nullable(),
  /** 1 is the most trusted. */
  rank: z.int().min(1).max(9),
});
export type Fact = z.infer<typeof factSchema>;

/** The date an item is filed under and where it comes from. */
export const bestDateSchema = z.object({
  edtf: edtfSchema,
  time: clockTimeSchema.nullable(),
  zone: z.string().max(10).nullable(),
  source: factSourceSchema,
  ...factPlaceSchema.shape,
  /** True when a person chose it against other facts. */
  chosen: z.boolean(),
});
export type BestDate = z.infer<typeof bestDateSchema>;

export const previewStates = ['pending', 'ready', 'none', 'failed'] as const;
export const previewStateSchema = z.enum(previewStates);

/** What became of reading what is inside a file (an archive's files, an e-mail's text): see electron/services/evidence/readers. */
export const readingStates = ['none', 'waiting', 'done', 'failed'] as const;
export const readingStateSchema = z.enum(readingStates);

export const evidenceItemSchema = z.object({
  id: idSchema,
  caseId: idSchema,
  /** `RW/27`: the producer's initials and a number that is given once and never reused. */
  exhibitRef: z.string(),
  /** References that it bore before it got this one, the oldest first. */
  formerRefs: z.array(z.string()).readonly(),
  /** What it is, by which goes what may be given to whom; null while nobody has said. */
  itemClass: itemClassSchema.nullable(),
  /** What is said of a document of the case; null for an exhibit. */
  document: itemDocumentSchema.nullable(),
  /** The file's own name as it arrived. */
  fileName: z.string().max(1024),
  /** A short description for captions and the index; starts as one made from kind and app. */
  title: shortText,
  kind: evidenceKindSchema,
  mime: shortText,
  bytes: z.int(),
  sha256: sha256Schema,
  importedAt: instantSchema,
  preview: previewStateSchema,
  /** Why there is no preview: an error code, or null. */
  previewReason: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Of a PDF, or of a TIFF of two or more. */
  pages: z.int().nullable(),
  /** Pictures of a file that moves or keeps several: the first is printed, read and redacted. Null for any other. */
  pictures: z.int().nullable(),
  bestDate: bestDateSchema.nullable(),
  /** Facts about the capture date disagree and nobody has chosen yet. */
  dateConflict: z.boolean(),
  /** The file carries a trace of editing. */
  edited: z.boolean(),
  /** Number of chronology entries that cite it. */
  citedBy: z.int(),
  /** Versions of its redacted copy. */
  redactions: z.int(),
  /** Chromium's average tone for the skeleton while the thumbnail loads, `#rrggbb`, or null. */
  tone: z.string().nullable(),
  /** The archive, e-mail or export it came in, or null. */
  parentId: idSchema.nullable(),
  /** Its place there: a path, or a number. */
  parentPlace: z.string().max(1024).nullable(),
  producerId: idSchema.nullable(),
  /** The reference the police gave it, or empty. */
  policeRef: shortText,
  /** Length of a recording in milliseconds. */
  durationMs: z.int().nullable(),
  reading: readingStateSchema,
  /** Why what is inside could not be read: an error code, or null. */
  readingReason: z.string().nullable(),
  /** Reference of what it came in, or null. */
  parentRef: z.string().nullable(),
  /** Items of the case that came in it, copies of earlier ones among them. */
  insideCount: z.int(),
});
export type EvidenceItem = z.infer<typeof evidenceItemSchema>;

export const evidenceDetailSchema = evidenceItemSchema.extend({
  facts: z.array(factSchema).readonly(),
  /** Ids, titles and printed dates of the entries that cite it. */
  entries: z.array(z.object({ id: idSchema, title: shortText, printedDate: shortText })).readonly(),
  /** Reason typed when a person chose a date. */
  dateReason: longText.nullable(),
  previousId: idSchema.nullable(),
  nextId: idSchema.nullable(),
  /** 1-based place of this item in the case, and how many there are. */
  position: z.int(),
  total: z.int(),
});
export type EvidenceDetail = z.infer<typeof evidenceDetailSchema>;

export const importOutcomes = ['stored', 'stored-no-preview', 'duplicate', 'failed', 'cancelled'] as const;
export const importOutcomeSchema = z.enum(importOutcomes);

/** What became of one file of an import. Every file handed in has exactly one. */
export const importResultSchema = z.object({
  fileName: z.string().max(1024),
  outcome: importOutcomeSchema,
  /** An error code for failed and stored-no-preview, else null. */
  reason: z.string().nullable(),
  itemId: idSchema.nullable(),
  exhibitRef: z.string().nullable(),
  kind: evidenceKindSchema.nullable(),
  bytes: z.int().nullable(),
  sha256: sha256Schema.nullable(),
  /** It came inside a file that was handed in, and was not handed in itself. */
  inside: z.boolean().default(false),
  /** Files that it holds and that were not taken out of it. */
  holds: z.int().min(0).default(0),
  /** It has marks for redaction that were never applied. */
  isMarked: z.boolean().default(false),
});
export type ImportResult = z.infer<typeof importResultSchema>;
