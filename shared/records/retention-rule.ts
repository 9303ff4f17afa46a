import * as z from 'zod';
import { caseworkKind, labelOf, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { box, line } from './casework-schemas';

export const retainedThings = [
  { id: 'closed', label: 'Closed cases' },
  { id: 'declined', label: 'Referrals that were declined' },
  { id: 'no_contact', label: 'Cases without contact' },
  { id: 'transferred', label: 'Cases handed over' },
] as const;

export const retentionRuleSchema = z.object({
  what: oneOf(retainedThings),
  /** Months after the case was closed. No statute gives a number: the office decides. */
  months: z.int().min(0).max(1200),
  reason: box,
  decidedBy: line,
});
export type RetentionRule = z.infer<typeof retentionRuleSchema>;

export const retentionRuleFields: readonly FieldOf<RetentionRule>[] = [
  { at: 'what', label: 'What is kept', as: 'choice', options: retainedThings },
  { at: 'months', label: 'Months after closing', as: 'number' },
  { at: 'reason', label: 'Why so long', as: 'box' },
  { at: 'decidedBy', label: 'Decided by', as: 'line' },
];

/** How long the office keeps what. One for each thing. */
export const retentionRuleKind = caseworkKind<RetentionRule>({
  kind: 'retention-rule',
  body: retentionRuleSchema,
  fields: retentionRuleFields,
  ofOffice: true,
  title: ({ what }) => labelOf(retainedThings, what),
});
