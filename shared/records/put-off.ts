import * as z from 'zod';
import { longText } from '../models/common';
import { caseworkKind } from './by-fields';
import type { FieldOf } from './by-fields';
import { dayOrNone } from './casework-schemas';

export const putOffSchema = z.object({
  /** The rule, by its code, and what it is about in the case, as the line says it; empty for the case itself. */
  rule: z.string().min(1).max(60),
  subject: z.string().max(120).default(''),
  reason: longText.min(1),
  /** From this day on the line is there again; null for as long as nobody takes it back. */
  until: dayOrNone,
});
export type PutOff = z.infer<typeof putOffSchema>;

export const putOffFields: readonly FieldOf<PutOff>[] = [
  { at: 'rule', label: 'Rule', as: 'line' },
  { at: 'subject', label: 'About', as: 'own', say: ({ subject }) => subject },
  { at: 'reason', label: 'Why', as: 'box' },
  {
    at: 'until',
    label: 'Until',
    as: 'day',
    hint: 'Without a day it stays away until somebody takes it back.',
  },
];

/** A line of what is missing that somebody put off, with a reason. One for each line of a case. */
export const putOffKind = caseworkKind<PutOff>({
  kind: 'put-off',
  body: putOffSchema,
  fields: putOffFields,
  title: ({ reason }) => `Put off: ${reason}`,
  onlyOneAbout: ({ rule, subject }, caseId) => `${caseId ?? ''} ${rule} ${subject}`,
});
