import * as z from 'zod';
import { errorCodes } from '../errors';
import { idSchema, instantSchema, sha256Schema, shortText } from './common';
import { recipientSchema } from './leaving-gate';
import { packChosenSchema } from './pack-chosen';

export const packOptionsSchema = packChosenSchema.extend({ recipient: recipientSchema });
export type PackOptions = z.infer<typeof packOptionsSchema>;

/** What a file of a pack is. */
export const packFileWhats = ['original', 'redacted', 'viewing-copy', 'paper', 'sums', 'page'] as const;

export const packFileSchema = z.object({
  name: z.string(),
  what: z.enum(packFileWhats),
  bytes: z.int(),
  sha256: sha256Schema,
  /** The exhibit that it is, or is made from. */
  exhibitRef: z.string().nullable(),
  itemId: idSchema.nullable(),
});
export type PackFile = z.infer<typeof packFileSchema>;

/** An exhibit that was chosen and did not go, or went without its viewing copy. */
export const packLeftOutSchema = z.object({
  exhibitRef: z.string(),
  what: z.enum(['exhibit', 'viewing-copy']),
  reason: z.enum(errorCodes),
});
export type PackLeftOut = z.infer<typeof packLeftOutSchema>;

/** How a pack left that is one sealed file. */
export const packSealedSchema = z.object({
  /** The office that it is sealed for, as it was known then; null under a passphrase. */
  office: z.object({ id: idSchema, name: shortText }).nullable(),
  /** Of the sealed file. */
  bytes: z.int(),
  sha256: sha256Schema,
});
export type PackSealed = z.infer<typeof packSealedSchema>;

/** What is kept of a pack that was made: what it held, for whom, and when. The files themselves are outside the vault. */
export const packBodySchema = z.object({
  recipient: recipientSchema,
  to: shortText,
  files: z.array(packFileSchema),
  leftOut: z.array(packLeftOutSchema),
  /** Of the chronology. */
  entries: z.int(),
  version: z.string(),
  /** Null for a plain folder, and for packs from before there were sealed ones. */
  sealed: packSealedSchema.nullable().default(null),
});

export const packSchema = packBodySchema.extend({
  id: idSchema,
  caseId: idSchema,
  madeAt: instantSchema,
  author: z.string(),
});
export type Pack = z.infer<typeof packSchema>;

/** A redacted copy that may go in the place of an original. */
export const packRedactionSchema = z.object({
  itemId: idSchema,
  id: idSchema,
  version: z.int(),
  createdAt: instantSchema,
  /** It may not go: its boxes may lie on the wrong places. */
  isDoubtful: z.boolean(),
});
export type PackRedaction = z.infer<typeof packRedactionSchema>;

/** A file of the exhibits as it will be called. */
export const packPlannedSchema = z.object({
  itemId: idSchema,
  name: z.string(),
  what: z.enum(['original', 'redacted', 'viewing-copy']),
});
