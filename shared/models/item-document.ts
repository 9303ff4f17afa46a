import * as z from 'zod';
import { edtfSchema, idSchema, shortText } from './common';

/** What an imported file can be that is no exhibit of a witness, but a document of the case. */
export const documentKinds = ['statement', 'order', 'application', 'report', 'other'] as const;
export const documentKindSchema = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** What a person says of a document, once; its short title is that of the exhibit record. */
export const itemDocumentSchema = z.object({
  what: documentKindSchema,
  /** Who made it, or which court. */
  whose: shortText.default(''),
  /** The date that it bears; null while nobody has said. */
  on: edtfSchema.nullable().default(null),
  /** Of a statement: which of that witness's it is, as it says itself, such as `2`. */
  number: z.string().max(40).default(''),
  /** On whose behalf it is filed. */
  behalf: shortText.default(''),
  /** Of a statement: the exhibits that it refers to. */
  refersTo: z.array(idSchema).max(500).default([]),
});
export type ItemDocument = z.infer<typeof itemDocumentSchema>;
