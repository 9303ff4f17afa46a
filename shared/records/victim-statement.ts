import * as z from 'zod';
import { caseworkKind, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { box, dayOrNone, idOrNone } from './casework-schemas';

export const readingWishes = [
  { id: 'self', label: 'Read aloud by the client' },
  { id: 'other', label: 'Read aloud by somebody else' },
  { id: 'not', label: 'Not read aloud' },
] as const;

export const victimStatementSchema = z.object({
  offeredOn: dayOrNone,
  declinedOn: dayOrNone,
  madeOn: dayOrNone,
  updatedOn: dayOrNone,
  wish: oneOf(readingWishes).nullable().default(null),
  readOn: dayOrNone,
  /** The statement itself, among the documents. */
  documentId: idOrNone,
  note: box,
});
export type VictimStatement = z.infer<typeof victimStatementSchema>;

export const victimStatementFields: readonly FieldOf<VictimStatement>[] = [
  { at: 'offeredOn', label: 'Offered on', as: 'day' },
  { at: 'declinedOn', label: 'Declined on', as: 'day' },
  { at: 'madeOn', label: 'Made on', as: 'day' },
  { at: 'updatedOn', label: 'Updated on', as: 'day' },
  { at: 'wish', label: 'To be read', as: 'choice', options: readingWishes },
  { at: 'readOn', label: 'Read in court on', as: 'day' },
  { at: 'documentId', label: 'The statement', as: 'exhibit' },
  { at: 'note', label: 'Note', as: 'box' },
];

/** The victim personal statement (Victims' Code 2021, right 7; in Scotland the victim statement). */
export const victimStatementKind = caseworkKind<VictimStatement>({
  kind: 'victim-statement',
  body: victimStatementSchema,
  fields: victimStatementFields,
  title: () => 'Victim personal statement',
});
