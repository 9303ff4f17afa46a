import * as z from 'zod';
import { refWithFormer } from '../domain/exhibit-ref';
import { exhibitRefSchema, idSchema } from '../models/common';
import { itemClassSchema } from '../models/item-class';
import { itemDocumentSchema } from '../models/item-document';
import type { RecordKind } from './define';
import { documentLine } from './words/document-words';
import { itemClassText } from './words/leaving-words';
import { lines } from './words/lines';

export const exhibitRecordSchema = z.object({
  itemId: idSchema,
  /** Null while nobody wrote one: then it is called what its file suggests. */
  title: z.string().min(1).max(200).nullable(),
  /** The reference that the police gave it; ours stands beside it. Empty while there is none. */
  policeRef: z.string().max(200),
  /**
   * Where another file bore the same reference and a person gave this one a new one: that, with those it bore before, the oldest
   * first. Without it, it bears the one that it was given.
   */
  renumbered: z
    .object({ ref: exhibitRefSchema, formerly: z.array(exhibitRefSchema).min(1).max(100).readonly() })
    .optional(),
  /** What it is, by which goes what may be given to whom; without it, nobody has said. */
  itemClass: itemClassSchema.optional(),
  /**
   * Where it is a document of the case (a statement, an order) and no exhibit of a witness: then it bears no reference on paper. Null
   * where somebody said that it is an exhibit after all.
   */
  document: itemDocumentSchema.nullable().optional(),
});
export type ExhibitRecord = z.infer<typeof exhibitRecordSchema>;

/** What a person calls an exhibit. */
export const exhibitKind: RecordKind<ExhibitRecord> = {
  kind: 'exhibit',
  schema: 1,
  body: exhibitRecordSchema,
  about: ({ itemId }) => [itemId],
  onlyOneAbout: ({ itemId }) => itemId,
  refs: ({ itemId, document }) => [...new Set([itemId, ...(document?.refersTo ?? [])])],
  title: ({ title, policeRef }) =>
    title ?? (policeRef === '' ? 'An exhibit' : `Police reference ${policeRef}`),
  lines: ({ itemId, title, policeRef, renumbered, itemClass, document }, nameOf) =>
    lines([
      ['itemId', 'Exhibit', nameOf(itemId)],
      ['title', 'Title', title],
      ['policeRef', 'Police reference', policeRef],
      ['itemClass', 'What it is', itemClass === undefined ? null : itemClassText[itemClass]],
      ['document', 'Document', document == null ? null : documentLine(document, nameOf)],
      [
        'renumbered',
        'Our reference',
        renumbered === undefined ? null : refWithFormer(renumbered.ref, renumbered.formerly),
      ],
    ]),
  // An exhibit is found by its own row, whoever called it so.
  words: null,
  merge: 'ask',
};
