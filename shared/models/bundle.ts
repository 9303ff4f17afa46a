import * as z from 'zod';
import { idSchema, instantSchema, sha256Schema, shortText } from './common';
import { bundleLanguageSchema } from './bundle-words';
import { recipientSchema } from './leaving-gate';
import { savedViewBodySchema } from './saved-view';

/**
 * Which of a case's bundles: the hearing bundle, or a core bundle, which is made only where the court asks for one (general guidance
 * 2021, paragraph 7). Each has choices and builds of its own.
 */
export const bundleSets = ['main', 'core'] as const;
export const bundleSetSchema = z.enum(bundleSets);
export type BundleSet = z.infer<typeof bundleSetSchema>;
/** Of exports of messages: which are printed, by their numbers from 1, both ends included; without any, all of them. */
export const rowsOfSchema = z.record(
  idSchema,
  z.array(z.object({ from: z.int().min(1), to: z.int().min(1) })).max(100),
);

/** How a bundle is set out: what is chosen for it beside what goes in. */
export const bundleSettingsSchema = z.object({
  set: bundleSetSchema.default('main'),
  /** Of a core bundle: who asked for it, and when. */
  askedBy: shortText.default(''),
  /** By whose rules (shared/models/bundle-profile). */
  profile: z.string().max(60).default('general-2021'),
  /** The language of its headings. */
  language: bundleLanguageSchema.default('en'),
  /** Of an own copy of a profile: the version that a bundle was built by, so that one changed since is noticed. */
  profileVersion: idSchema.nullable().default(null),
  /** Into which section of the profile an exhibit goes that does not go into the usual one. */
  sectionOf: z.record(idSchema, z.string().max(40)).default({}),
  rowsOf: rowsOfSchema.default({}),
  /** Exhibits whose original is shown although there is a redacted copy. */
  unredacted: z.array(idSchema).max(20_000).default([]),
  /** A second file in which every document begins on a front page, for printing on both sides. */
  printable: z.boolean().default(false),
  /** Further files that each hold some documents: volumes of so many pages or megabytes at the most, and parts that an e-mail takes. */
  volumesOf: z.int().min(10).max(100_000).nullable().default(null),
  volumeMegabytes: z.int().min(1).max(100_000).nullable().default(null),
  parts: z.boolean().default(false),
  /** Statements, and exhibits that a statement refers to, before which a cover sheet stands. */
  coverSheets: z.array(idSchema).max(20_000).default([]),
  /** The saved view by which its chronology is chosen; null for the whole chronology. */
  viewId: idSchema.nullable().default(null),
  /** The court proceedings it is for; null while nobody has chosen, and passed over where they are gone. */
  proceedingsId: idSchema.nullable().default(null),
  /** The bundle that this one goes on behind, page for page, with what was added since at its end; null for a new one. */
  lateOf: idSchema.nullable().default(null),
  /**
   * Only where the court directed it: what is added stands behind the page that bears this number, as 12.1, 12.2 ..., and not at
   * the end. `directedBy`: who directed it, and when.
   */
  inserted: z
    .object({ after: z.string().max(12), directedBy: shortText })
    .nullable()
    .default(null),
});
export type BundleSettings = z.infer<typeof bundleSettingsSchema>;

export const bundleOptionsSchema = bundleSettingsSchema.extend({
  /** Whom it is for; null while nobody has said. */
  recipient: recipientSchema.nullable().default(null),
  /** Title on the cover, such as `Hearing bundle`. */
  title: shortText.min(1),
  /** Name or number of the court and case, may be empty. */
  courtCase: shortText,
  includeChronology: z.boolean(),
  /** The view as it was when the bundle was built: what is in it stays, whatever becomes of the view. */
  view: savedViewBodySchema.extend({ name: shortText }).nullable().optional(),
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
  /** Of a section: its letter. */
  letter: z.string().max(3).default(''),
  itemId: idSchema.nullable(),
  exhibitRef: z.string().nullable(),
  title: z.string().max(300),
  date: z.string().max(120),
  firstPage: z.int(),
  lastPage: z.int(),
  /** How many of its pages are its cover sheet. */
  sheet: z.int().min(0).optional(),
  /**
   * Of an exhibit: the redacted copy that is printed, and which of its copies that is; null where the original is. Bundles of before
   * do not say.
   */
  copy: z.object({ id: idSchema, version: z.int().positive() }).nullable().optional(),
});
export type BundleRow = z.infer<typeof bundleRowSchema>;

export const bundlePlanSchema = z.object({
  rows: z.array(bundleRowSchema).readonly(),
  pages: z.int(),
  /** What is printed on a page: its place, or the letter of its section and its place in that. */
  numbering: z.enum(['continuous', 'by-section']).default('continuous'),
  /**
   * Pages that were inserted later: behind which page, by its place among those that were not, and how many. Sorted, one for each
   * place.
   */
  inserted: z
    .array(z.object({ after: z.int().positive(), pages: z.int().positive() }))
    .readonly()
    .optional(),
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
  /** The pages it is about, by their place in the bundle, where it is about some. */
  pages: z.array(z.int().positive()).max(20_000).default([]),
});
export type BundleCheck = z.infer<typeof bundleCheckSchema>;

export const bundleFileRoles = ['volume', 'part', 'printable', 'late'] as const;

/** A further file of a bundle: which of its pages it holds, from the first to the last. */
export const bundleFileBodySchema = z.object({
  role: z.enum(bundleFileRoles),
  /** Its place among those of its role, from 1, and how many there are. */
  number: z.int().positive(),
  of: z.int().positive(),
  /** By their labels, as they are printed. */
  firstPage: z.string().max(20),
  lastPage: z.string().max(20),
  pages: z.int().positive(),
});
export const bundleFileSchema = bundleFileBodySchema.extend({
  position: z.int(),
  bytes: z.int(),
  sha256: sha256Schema,
});
export type BundleFileBody = z.infer<typeof bundleFileBodySchema>;
export type BundleFileShown = z.infer<typeof bundleFileSchema>;

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
  /** Files beside the whole. */
  files: z.array(bundleFileSchema).readonly(),
});
export type Bundle = z.infer<typeof bundleSchema>;

/** Which file of a bundle is meant, by its position; null for the whole. */
export const bundleFileChosen = { file: z.int().nullable().default(null) };
