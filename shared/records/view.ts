import type * as z from 'zod';
import { audienceText } from '../domain/export/audiences';
import { fieldLabel } from '../domain/export/view-columns';
import { lawOf } from '../domain/law/law-of';
import { shortText } from '../models/common';
import { keptViewBodySchema } from '../models/saved-view';
import type { RecordKind } from './define';
import { filterWords } from './words/filter-words';
import { lines } from './words/lines';

export const viewRecordSchema = keptViewBodySchema.extend({ name: shortText });
export type ViewRecord = z.infer<typeof viewRecordSchema>;

/** A saved view of the chronology: for whom, which entries, what of them, and which words are covered. */
export const viewKind: RecordKind<ViewRecord> = {
  kind: 'view',
  schema: 1,
  body: viewRecordSchema,
  title: ({ name }) => name,
  lines: ({ name, audience, filter, order, fields, covering }, nameOf, law = lawOf(null)) =>
    lines([
      ['name', 'Name', name],
      ['audience', 'For', audienceText(audience)],
      [
        'filter',
        'Entries',
        [filter.text, ...filterWords(filter, nameOf, law)].filter((each) => each !== '').join(', '),
      ],
      ['order', 'Order', order === 'oldest' ? 'oldest first' : 'newest first'],
      ['fields', 'Columns', fields.map((field) => fieldLabel(field, law)).join(', ')],
      ['covering', 'Covered', covering.map(({ words, instead }) => coveringText(words, instead)).join(', ')],
    ]),
  refs: ({ filter }) => (filter.registerId === null ? [] : [filter.registerId]),
  // What it covers must not be found by its words.
  words: ({ name }) => [name],
  merge: 'ask',
};

function coveringText(words: string, instead: string): string {
  return instead === '' ? `“${words}”` : `“${words}” by “${instead}”`;
}
