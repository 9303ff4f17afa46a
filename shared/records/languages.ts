import * as z from 'zod';
import { languageName } from '../domain/text/language-name';
import { idSchema } from '../models/common';
import type { RecordKind } from './define';
import { lines } from './words/lines';

const languagesRecordSchema = z.object({
  /** Null for the case as a whole. */
  itemId: idSchema.nullable(),
  /** Codes as Tesseract has them, the one that matters most first; one that is not installed here does not count here. */
  languages: z.array(z.string().max(200)).max(200),
});
export type LanguagesRecord = z.infer<typeof languagesRecordSchema>;

/** Which languages a case, or one exhibit, is read in. There is one for the case, and one for each exhibit that has its own. */
export const languagesKind: RecordKind<LanguagesRecord> = {
  kind: 'languages',
  schema: 1,
  body: languagesRecordSchema,
  title: ({ itemId }) => (itemId === null ? 'Languages of the case' : 'Languages of an exhibit'),
  lines: ({ itemId, languages }, nameOf) =>
    lines([
      ['itemId', 'Exhibit', itemId === null ? null : nameOf(itemId)],
      ['languages', 'Languages', languages.map(languageName).join(', ')],
    ]),
  refs: ({ itemId }) => (itemId === null ? [] : [itemId]),
  about: ({ itemId }) => (itemId === null ? [] : [itemId]),
  onlyOneAbout: ({ itemId }, caseId) => itemId ?? caseId ?? '',
  words: null,
  merge: 'ask',
};
