import * as z from 'zod';
import { caseworkKind, labelOf, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { box, dayOrNone, line } from './casework-schemas';

export const consentSubjects = [
  { id: 'hold', label: 'Keep a record' },
  { id: 'police', label: 'Share with the police' },
  { id: 'marac', label: 'Share with MARAC' },
  { id: 'prosecutor', label: 'Share with the prosecutor' },
  { id: 'agency', label: 'Share with an agency' },
  { id: 'office', label: 'Share with another office' },
  { id: 'figures', label: 'Be counted in figures' },
  { id: 'other', label: 'Something else' },
] as const;
export const consentAnswers = [
  { id: 'given', label: 'Given' },
  { id: 'refused', label: 'Refused' },
  { id: 'withdrawn', label: 'Withdrawn' },
  { id: 'not_asked', label: 'Not asked yet' },
  { id: 'overridden', label: 'Shared without consent, with a reason' },
] as const;
export const consentWays = [
  { id: 'written', label: 'In writing' },
  { id: 'spoken', label: 'Spoken' },
  { id: 'other', label: 'Another way' },
] as const;

export const consentSchema = z.object({
  what: oneOf(consentSubjects),
  answer: oneOf(consentAnswers),
  on: dayOrNone,
  to: line,
  scope: box,
  how: oneOf(consentWays).nullable().default(null),
  explainedBy: line,
  /** Whether there was any doubt that the client could decide. */
  capacity: line,
  until: dayOrNone,
  /** Why it was shared without consent, where it was (safeguarding, serious harm). */
  reason: box,
});
export type Consent = z.infer<typeof consentSchema>;

export const consentFields: readonly FieldOf<Consent>[] = [
  { at: 'what', label: 'To what', as: 'choice', options: consentSubjects },
  { at: 'to', label: 'With whom', as: 'line' },
  { at: 'answer', label: 'Answer', as: 'choice', options: consentAnswers },
  { at: 'on', label: 'On', as: 'day' },
  { at: 'scope', label: 'What it covers', as: 'box' },
  { at: 'how', label: 'How it was said', as: 'choice', options: consentWays },
  { at: 'explainedBy', label: 'Who explained it', as: 'line' },
  { at: 'capacity', label: 'Able to decide', as: 'line', hint: 'Anything that was in doubt.' },
  { at: 'until', label: 'Until', as: 'day' },
  { at: 'reason', label: 'Reason, where it was shared without', as: 'box' },
];

/** What a client agreed to, refused or took back. */
export const consentKind = caseworkKind<Consent>({
  kind: 'consent',
  body: consentSchema,
  fields: consentFields,
  title: ({ what, to, answer }) =>
    `${labelOf(consentSubjects, what)}${to === '' ? '' : `, ${to}`}: ${labelOf(consentAnswers, answer).toLowerCase()}`,
});
