import type { z } from 'zod';
import { printDate } from '../domain/dates/print';
import { lawOf, orderWords } from '../domain/law/law-of';
import { registerKindText } from './words/entry-words';
import { registerBodySchema, registerKindSchema } from '../models/register';
import type { RecordKind } from './define';
import { lines } from './words/lines';

export const registerRecordSchema = registerBodySchema.extend({ kind: registerKindSchema });
export type RegisterRecord = z.infer<typeof registerRecordSchema>;

/** A person, place or order that entries are linked to. */
export const registerKind: RecordKind<RegisterRecord> = {
  kind: 'register',
  // 2: the sort of order is a code of resources/law, and no longer one of twelve.
  schema: 2,
  body: registerRecordSchema,
  title: ({ name }) => name,
  lines: ({ kind, name, relation, orderType, from, until, notes }, _nameOf, law = lawOf(null)) =>
    lines([
      ['kind', 'Kind', registerKindText(kind).one],
      ['name', 'Name', name],
      ['relation', 'Who they are', relation],
      ['orderType', 'What sort of order', orderType === null ? null : orderWords(law, orderType)],
      ['from', 'In force from', from === null ? null : printDate(from, null)],
      ['until', 'In force until', until === null ? null : printDate(until, null)],
      ['notes', 'Notes', notes],
    ]),
  refs: () => [],
  detail: ({ kind, relation }) =>
    [registerKindText(kind).one, relation].filter((each) => each !== '').join(', '),
  words: ({ name, relation, notes }) => [name, relation, notes],
  merge: 'ask',
};
