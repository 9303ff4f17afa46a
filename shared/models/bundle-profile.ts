import * as z from 'zod';
import { idSchema } from './common';
import { itemClassSchema } from './item-class';
import { documentKindSchema } from './item-document';
import { permissionKindSchema, recipientSchema } from './leaving-gate';

/** What the reading of a finished file can be asked about; how each is done: shared/domain/bundle/preflight. */
export const checkCodes = [
  'one-file',
  'numbers',
  'labels',
  'index-links',
  'links',
  'bookmarks',
  'searchable',
  'upright',
  'opens-whole',
  'dpi-most',
  'dpi-least',
  'size',
  'pages-most',
  'classes',
  'type-size',
  'tagged',
  'file-name',
] as const;
export const checkCodeSchema = z.enum(checkCodes);
export type CheckCode = z.infer<typeof checkCodeSchema>;

/** What a section is for: text that tells, exhibits and documents, or the record of the bundle. */
export const sectionUses = ['told', 'items', 'record'] as const;

const ruleSchema = z.object({ rule: z.string().max(60), note: z.string().max(600).default('') });

/**
 * The rules of a court or of somebody else for what is handed to them: dated, sourced data (resources/profiles, or an
 * advocate's own copy). Planner, writer and check read nothing else.
 */
export const bundleProfileSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/u),
  name: z.string().min(1).max(200),
  /** As it stands in a list. */
  short: z.string().min(1).max(80),
  /** When the rules were made, and when somebody last held this against them. */
  dated: z.iso.date(),
  checkedOn: z.iso.date(),
  source: z.string().max(600),
  /** What is in it that nobody has confirmed: said wherever it is used. */
  unconfirmed: z.array(z.string().max(300)).max(20),
  recipients: z.array(recipientSchema).min(1),
  /** Every page by its place in the file, or by the letter of its section and its place in that. */
  numbering: z.enum(['continuous', 'by-section']),
  pagesMost: ruleSchema.extend({ pages: z.int().positive() }).nullable(),
  dpi: ruleSchema.extend({ most: z.int().positive(), least: z.int().positive().nullable() }),
  megabytesMost: ruleSchema.extend({ megabytes: z.number().positive() }).nullable(),
  /** What one e-mail may hold; parts are cut to it. */
  email: ruleSchema.extend({ megabytes: z.number().positive(), pages: z.int().positive() }).nullable(),
  /** Letters of a bookmark, its page number included. */
  bookmarkMost: z.int().positive(),
  /** Points of typed text, at the least. */
  typeLeast: z.number().positive(),
  sections: z
    .array(
      z.object({
        id: z.string().min(1).max(40),
        title: z.string().min(1).max(80),
        /** In Welsh, for proceedings in that language. */
        cy: z.string().min(1).max(80).optional(),
        use: z.enum(sectionUses),
        /** Kinds of documents that go into it unless somebody puts them elsewhere. */
        holds: z.array(documentKindSchema).default([]),
      }),
    )
    .min(1)
    .max(26),
  /** Into which section an exhibit goes that nobody has put elsewhere. */
  usualSection: z.string(),
  /** Kinds of material that need something before they may be in it. */
  needs: z
    .array(
      ruleSchema.extend({
        classes: z.array(itemClassSchema),
        kinds: z.array(z.enum(['image', 'messages', 'email'])),
        permissions: z.array(permissionKindSchema).min(1),
      }),
    )
    .max(20),
  rows: z.array(z.object({ id: z.string().max(20), check: checkCodeSchema })).max(60),
  /** Of an advocate's own copy: which rules it was copied from, and its last change. Null for what comes with Holdfast. */
  own: z
    .object({
      of: z.string().max(60),
      ofName: z.string().max(200),
      version: idSchema,
      changedOn: z.iso.date(),
      changedBy: z.string(),
    })
    .nullable()
    .default(null),
});
export type BundleProfile = z.infer<typeof bundleProfileSchema>;

/** An advocate's own copy of a profile as it is kept (shared/records/bundle-profile.ts); its id is that of the record. */
export const ownProfileBodySchema = bundleProfileSchema.omit({ id: true, own: true }).extend({
  /** The profile that it was copied from: its id, and what it was called then. */
  of: z.string().max(60),
  ofName: z.string().max(200),
});
export type OwnProfileBody = z.infer<typeof ownProfileBodySchema>;
export type ProfileSection = BundleProfile['sections'][number];
