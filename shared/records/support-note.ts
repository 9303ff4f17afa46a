import * as z from 'zod';
import { caseworkKind } from './by-fields';
import type { FieldOf } from './by-fields';
import { headOf, idOrNone } from './casework-schemas';
import { longText } from '../models/common';
import { dateWords } from './words/date-words';

export const supportNoteSchema = z.object({
  on: z.iso.date(),
  text: longText.min(1),
  /** The note that this one corrects: what was written stays. */
  corrects: idOrNone,
});
export type SupportNote = z.infer<typeof supportNoteSchema>;

export const supportNoteFields: readonly FieldOf<SupportNote>[] = [
  { at: 'on', label: 'Day', as: 'day' },
  { at: 'text', label: 'Note', as: 'box' },
  { at: 'corrects', label: 'Corrects', as: 'record' },
];

/**
 * A note of emotional or therapeutic support. Kept apart from evidence, so that evidence can leave alone: requests for such notes are
 * presumed unnecessary (victim information code of practice, 12 January 2026). Locked once it is saved.
 */
export const supportNoteKind = caseworkKind<SupportNote>({
  kind: 'support-note',
  body: supportNoteSchema,
  fields: supportNoteFields,
  merge: 'append',
  title: ({ on, text }) => `Support note of ${dateWords(on)}: ${headOf(text)}`,
});
