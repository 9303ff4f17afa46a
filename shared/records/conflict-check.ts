import * as z from 'zod';
import { caseworkKind, labelOf, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { box, line } from './casework-schemas';
import { dateWords } from './words/date-words';

export const conflictOutcomes = [
  { id: 'nothing', label: 'Nothing found' },
  { id: 'not_the_same', label: 'Found, and not the same person' },
  { id: 'conflict', label: 'Conflict of interest' },
  { id: 'asked', label: 'Asked, no answer yet' },
] as const;

export const conflictCheckSchema = z.object({
  on: z.iso.date(),
  outcome: oneOf(conflictOutcomes),
  /** References of the cases that were named, and never what stands in them. */
  references: z.array(z.string().max(40)).max(100).default([]),
  decidedBy: line,
  note: box,
});
export type ConflictCheck = z.infer<typeof conflictCheckSchema>;

export const conflictCheckFields: readonly FieldOf<ConflictCheck>[] = [
  { at: 'on', label: 'Day', as: 'day' },
  { at: 'outcome', label: 'Outcome', as: 'choice', options: conflictOutcomes },
  { at: 'references', label: 'Cases that were named', as: 'list' },
  { at: 'decidedBy', label: 'Decided by', as: 'line' },
  { at: 'note', label: 'Note', as: 'box' },
];

/** That somebody looked whether people of this case stand in another, and what was decided. */
export const conflictCheckKind = caseworkKind<ConflictCheck>({
  kind: 'conflict-check',
  body: conflictCheckSchema,
  fields: conflictCheckFields,
  title: ({ on, outcome }) =>
    `Conflict check of ${dateWords(on)}: ${labelOf(conflictOutcomes, outcome).toLowerCase()}`,
});
