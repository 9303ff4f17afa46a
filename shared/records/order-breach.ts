import * as z from 'zod';
import { idSchema } from '../models/common';
import { caseworkKind, labelOf, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { answer, box, dayOrNone, line } from './casework-schemas';

export const breachAnswers = [
  { id: 'breach', label: 'A possible breach' },
  { id: 'not_breach', label: 'Not a breach' },
  { id: 'unsure', label: 'Not clear yet' },
] as const;

export const orderBreachSchema = z.object({
  entryId: idSchema,
  /** The order or bail, in the register. */
  orderId: idSchema,
  /** Which of its terms, or null for the order as a whole. */
  termId: z.string().max(40).nullable().default(null),
  answer: oneOf(breachAnswers),
  reportedOn: dayOrNone,
  reference: line,
  /** Whether the police recorded the breach as a crime, and whether as stalking too. */
  recordedAsBreach: answer,
  recordedAsStalking: answer,
  note: box,
});
export type OrderBreach = z.infer<typeof orderBreachSchema>;

export const orderBreachFields: readonly FieldOf<OrderBreach>[] = [
  { at: 'entryId', label: 'What happened', as: 'record' },
  { at: 'orderId', label: 'Order or conditions', as: 'order' },
  { at: 'termId', label: 'Term', as: 'own', say: ({ termId }) => termId ?? '' },
  { at: 'answer', label: 'Decided', as: 'choice', options: breachAnswers },
  { at: 'reportedOn', label: 'Reported on', as: 'day' },
  { at: 'reference', label: 'Reference', as: 'line' },
  { at: 'recordedAsBreach', label: 'Recorded as a breach', as: 'yes-no' },
  { at: 'recordedAsStalking', label: 'Recorded as stalking too', as: 'yes-no' },
  { at: 'note', label: 'Note', as: 'box' },
];

/** What a person decided about an entry that falls under a term. One for each entry and term. It counts as an act besides. */
export const orderBreachKind = caseworkKind<OrderBreach>({
  kind: 'order-breach',
  body: orderBreachSchema,
  fields: orderBreachFields,
  title: ({ answer: said }) => labelOf(breachAnswers, said),
  onlyOneAbout: ({ entryId, orderId, termId }) => `${entryId} ${orderId} ${termId ?? ''}`,
});
