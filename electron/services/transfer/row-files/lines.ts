import * as z from 'zod';
import { idSchema } from '../../../../shared/models/common';
import { messageRowSchema } from '../../../../shared/models/message';
import { momentSchema, stamped } from '../records/stamp';

/** Rows of which a case may have very many travel as lines of JSON in files of their own, so that no side holds them all. */
export const textName = 'text.jsonl';
export const descriptorsName = 'prints.jsonl';
export const messagesName = (sha256: string): `messages/${string}.jsonl` => `messages/${sha256}.jsonl`;

const page = { itemId: idSchema, page: z.int().min(0) };

/** Until format 5: a page as a machine read it, a page that is still to be read. */
export const textLineSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('page'),
    ...page,
    source: z.string().max(60),
    text: z.string(),
    words: z.unknown(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    engine: z.string().max(200),
    languages: z.string().max(200),
    confidence: z.number().nullable(),
    at: momentSchema,
  }),
  z.strictObject({
    type: z.literal('waiting'),
    ...page,
    priority: z.int(),
    state: z.string().max(60),
    tries: z.int().min(0),
    reason: z.string().max(200).nullable(),
  }),
]);

/** The same until format 4, when what a person corrected stood among the lines, version by version. */
export const earlierTextLineSchema = z.discriminatedUnion('type', [
  ...textLineSchema.options,
  z.strictObject({
    type: z.literal('correction'),
    ...page,
    version: z.int().min(1),
    text: z.string(),
    at: momentSchema,
    ...stamped,
  }),
]);
export type EarlierTextLine = z.infer<typeof earlierTextLineSchema>;

/** Until format 5: what a picture looks like, `rows` in base64. */
export const descriptorLineSchema = z.strictObject({
  itemId: idSchema,
  phash: z.string().max(200),
  width: z.int().min(1),
  height: z.int().min(1),
  rows: z.base64(),
});

/** One message or call of the export that the file belongs to. */
export const messageLineSchema = z.strictObject({
  position: z.int().min(0),
  ...messageRowSchema.shape,
  mediaItemId: idSchema.nullable(),
  /** The export that holds the same row and was read before. */
  repeatOf: idSchema.nullable().default(null),
});
export type MessageLine = z.infer<typeof messageLineSchema>;
