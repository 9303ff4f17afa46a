import * as z from 'zod';
import { idSchema } from '../models/common';
import { longestPassword } from '../models/page-turn';
import type { RecordKind } from './define';
import { lines } from './words/lines';

const pdfPasswordSchema = z.object({
  itemId: idSchema,
  /** As it was typed. */
  password: z.string().min(1).max(longestPassword),
});
export type PdfPassword = z.infer<typeof pdfPasswordSchema>;

/**
 * The password that opens a PDF, once somebody has typed the right one. It stands in the vault so that what is shown can be made again, and
 * travels with the case; it is said nowhere: not in words, not in a list, not in what is unpacked.
 */
export const pdfPasswordKind: RecordKind<PdfPassword> = {
  kind: 'pdf-password',
  schema: 1,
  body: pdfPasswordSchema,
  secret: ['password'],
  title: () => 'Password of a PDF',
  lines: ({ itemId }, nameOf) =>
    lines([
      ['itemId', 'Exhibit', nameOf(itemId)],
      ['password', 'Password', 'kept, and not shown'],
    ]),
  refs: ({ itemId }) => [itemId],
  about: ({ itemId }) => [itemId],
  onlyOneAbout: ({ itemId }) => itemId,
  words: null,
  merge: 'ask',
};
