import { newEntrySchema } from '../models/chronology';
import type { NewEntry } from '../models/chronology';
import type { RecordKind } from './define';
import { entryLines } from './words/entry-lines';

/** An entry of the chronology. It has an index of its own (`entry_index`), so its words are not given here. */
export const entryKind: RecordKind<NewEntry> = {
  kind: 'entry',
  // 2: entering premises, and giving or leaving anything, are acts of their own.
  schema: 2,
  body: newEntrySchema,
  title: ({ title }) => title,
  lines: entryLines,
  refs: ({ evidenceIds, messageKeys, links }) => [
    ...new Set([...evidenceIds, ...messageKeys.map(({ itemId }) => itemId), ...links.map(({ id }) => id)]),
  ],
  words: null,
  merge: 'ask',
};
