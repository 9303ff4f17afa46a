import type * as z from 'zod';
import { printDate } from '../domain/dates/print';
import { lawOf, orderWords } from '../domain/law/law-of';
import { registerKindText } from './words/entry-words';
import { registerBodySchema, registerKindSchema } from '../models/register';
import type { Law } from '../models/law';
import type { RecordKind } from './define';
import { lines } from './words/lines';
import type { Line, NameOf } from './words/lines';
import {
  orderDetailLines,
  orderDetailWords,
  personDetailLines,
  personDetailWords,
} from './words/register-words';

export const registerRecordSchema = registerBodySchema.extend({ kind: registerKindSchema });
export type RegisterRecord = z.infer<typeof registerRecordSchema>;

/** A person, place or order that entries are linked to. */
export const registerKind: RecordKind<RegisterRecord> = {
  kind: 'register',
  // 2: the sort of order is a code of resources/law, and no longer one of twelve.
  schema: 2,
  body: registerRecordSchema,
  title: ({ name }) => name,
  lines: registerLines,
  refs: ({ order }) =>
    order === undefined
      ? []
      : [
          ...order.bindsIds,
          ...order.protectsIds,
          ...order.terms.flatMap(({ personIds, placeIds }) => [...personIds, ...placeIds]),
        ],
  detail: ({ kind, relation }) =>
    [registerKindText(kind).one, relation].filter((each) => each !== '').join(', '),
  words: ({ name, relation, notes, person, order }) => [
    ...[name, relation, notes],
    ...(person === undefined ? [] : personDetailWords(person)),
    ...(order === undefined ? [] : orderDetailWords(order)),
  ],
  merge: 'ask',
};

function registerLines(
  { kind, name, relation, orderType, from, until, notes, person, order }: RegisterRecord,
  nameOf: NameOf,
  law: Law = lawOf(null),
): readonly Line[] {
  return lines([
    ['kind', 'Kind', registerKindText(kind).one],
    ['name', 'Name', name],
    ['relation', 'Who they are', relation],
    ['person', 'About them', person === undefined ? null : personDetailLines(person).join('\n')],
    ['orderType', 'What sort of order', orderType === null ? null : orderWords(law, orderType)],
    ['from', 'In force from', from === null ? null : printDate(from, null)],
    ['until', 'In force until', until === null ? null : printDate(until, null)],
    ['order', 'About the order', order === undefined ? null : orderDetailLines(order, nameOf).join('\n')],
    ['notes', 'Notes', notes],
  ]);
}
