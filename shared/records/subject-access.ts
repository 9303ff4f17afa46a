import * as z from 'zod';
import { caseworkKind, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { box, dayOrNone, firstOf, line } from './casework-schemas';
import { dateWords } from './words/date-words';

export const accessOutcomes = [
  { id: 'answered', label: 'Answered in full' },
  { id: 'part', label: 'Answered in part' },
  { id: 'nothing', label: 'Answered, neither confirming nor denying' },
  { id: 'refused', label: 'Refused' },
  { id: 'withdrawn', label: 'Withdrawn' },
] as const;

export const subjectAccessSchema = z.object({
  on: z.iso.date(),
  from: line,
  asked: box,
  /** Since when, and until when, the clock stood still: an identity or a question was being cleared up. */
  pausedOn: dayOrNone,
  resumedOn: dayOrNone,
  /** Two months more, and why (UK GDPR Art 12(3)). */
  extendedOn: dayOrNone,
  extendedWhy: box,
  outcome: oneOf(accessOutcomes).nullable().default(null),
  answeredOn: dayOrNone,
  note: box,
});
export type SubjectAccess = z.infer<typeof subjectAccessSchema>;

export const subjectAccessFields: readonly FieldOf<SubjectAccess>[] = [
  { at: 'on', label: 'Received on', as: 'day' },
  { at: 'from', label: 'From', as: 'line' },
  { at: 'asked', label: 'What was asked', as: 'box' },
  {
    at: 'pausedOn',
    label: 'Clock stopped on',
    as: 'day',
    hint: 'While an identity or a question is cleared up.',
  },
  { at: 'resumedOn', label: 'Clock started again on', as: 'day' },
  { at: 'extendedOn', label: 'Told on that two months more are needed', as: 'day' },
  { at: 'extendedWhy', label: 'Why two months more', as: 'box' },
  { at: 'outcome', label: 'Outcome', as: 'choice', options: accessOutcomes },
  { at: 'answeredOn', label: 'Answered on', as: 'day' },
  { at: 'note', label: 'Note', as: 'box' },
];

/** A request by somebody for their own data. Of the office, so that it says of no case that there is one. */
export const subjectAccessKind = caseworkKind<SubjectAccess>({
  kind: 'subject-access',
  body: subjectAccessSchema,
  fields: subjectAccessFields,
  ofOffice: true,
  title: ({ on, from }) => `Request of ${firstOf(from, 'somebody')}, ${dateWords(on)}`,
});
