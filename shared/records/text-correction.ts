import * as z from 'zod';
import { idSchema } from '../models/common';
import { longestCorrection } from '../models/text';
import type { RecordKind } from './define';
import { lines } from './words/lines';

const correctionRecordSchema = z.object({
  itemId: idSchema,
  page: z.int().min(0),
  text: z.string().max(longestCorrection),
});
export type CorrectionRecord = z.infer<typeof correctionRecordSchema>;

/** What a person put in place of the text that was recognised on one page of an exhibit. There is one for each page. */
export const correctionKind: RecordKind<CorrectionRecord> = {
  kind: 'text-correction',
  schema: 1,
  body: correctionRecordSchema,
  title: ({ page }) => `Corrected text of page ${String(page)}`,
  lines: ({ itemId, page, text }, nameOf) =>
    lines([
      ['itemId', 'Exhibit', nameOf(itemId)],
      ['page', 'Page', String(page)],
      ['text', 'Text', text],
    ]),
  refs: ({ itemId }) => [itemId],
  about: ({ itemId }) => [itemId],
  onlyOneAbout: ({ itemId, page }) => `${itemId} ${String(page)}`,
  // It is found by the index of the texts of pages.
  words: null,
  merge: 'ask',
};
