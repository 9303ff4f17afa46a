import * as z from 'zod';
import { caseworkKind, labelOf, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { answer, box, dayOrNone, idOrNone, line, timeOrNone } from './casework-schemas';
import { dateWords } from './words/date-words';

/** What happened in the response. `update` of an event: the client is owed news of it (Victims' Code 2021, right 6). */
export const eventSorts = [
  { id: 'arrest', label: 'Arrest', update: true },
  { id: 'interview', label: 'Voluntary interview', update: true },
  { id: 'bail', label: 'Released on bail', update: true },
  { id: 'bail_changed', label: 'Bail conditions changed or ended', update: true },
  { id: 'rui', label: 'Released under investigation', update: true },
  { id: 'charge', label: 'Charge', update: true },
  { id: 'no_charge', label: 'Decision not to charge', update: true },
  { id: 'nfa', label: 'No further action by police', update: true },
  { id: 'charge_changed', label: 'Charge changed or stopped', update: true },
  { id: 'hearing', label: 'Hearing', update: true },
  { id: 'plea', label: 'Plea', update: true },
  { id: 'conviction', label: 'Conviction', update: true },
  { id: 'acquittal', label: 'Acquittal', update: true },
  { id: 'sentence', label: 'Sentence', update: true },
  { id: 'release', label: 'Released from custody', update: true },
  { id: 'warning', label: 'Warning or information notice', update: false },
  { id: 'other', label: 'Something else', update: false },
] as const;
export const reviewAnswers = [
  { id: 'upheld', label: 'Decision stands' },
  { id: 'overturned', label: 'Decision overturned' },
] as const;

export const caseEventSchema = z.object({
  what: oneOf(eventSorts),
  on: z.iso.date(),
  time: timeOrNone,
  text: box,
  offence: line,
  reportId: idOrNone,
  /** Of a decision: what was asked for, when the letter came. */
  letterOn: dayOrNone,
  toldOn: dayOrNone,
  toldBy: line,
  toldHow: line,
  /** Whether the client's views were asked before. */
  viewsAsked: answer,
  /** Right to review (CPS and police schemes). */
  reviewAskedOn: dayOrNone,
  reviewAnsweredOn: dayOrNone,
  reviewAnswer: oneOf(reviewAnswers).nullable().default(null),
  note: box,
});
export type CaseEvent = z.infer<typeof caseEventSchema>;

export const caseEventFields: readonly FieldOf<CaseEvent>[] = [
  { at: 'what', label: 'What happened', as: 'choice', options: eventSorts },
  { at: 'on', label: 'On', as: 'day' },
  { at: 'time', label: 'Time', as: 'time' },
  { at: 'text', label: 'In detail', as: 'box' },
  { at: 'offence', label: 'Offence', as: 'line' },
  { at: 'reportId', label: 'Belongs to the report', as: 'record' },
  { at: 'letterOn', label: 'Letter with the decision came on', as: 'day' },
  { at: 'viewsAsked', label: 'Client’s views asked before', as: 'yes-no' },
  { at: 'toldOn', label: 'Client told on', as: 'day' },
  { at: 'toldBy', label: 'Told by', as: 'line' },
  { at: 'toldHow', label: 'Told how', as: 'line' },
  { at: 'reviewAskedOn', label: 'Review asked for on', as: 'day' },
  { at: 'reviewAnsweredOn', label: 'Review answered on', as: 'day' },
  { at: 'reviewAnswer', label: 'Answer to the review', as: 'choice', options: reviewAnswers },
  { at: 'note', label: 'Note', as: 'box' },
];

/** One thing that happened in the response of police, prosecutor or court, and when the client was told. */
export const caseEventKind = caseworkKind<CaseEvent>({
  kind: 'case-event',
  body: caseEventSchema,
  fields: caseEventFields,
  title: ({ what, on }) => `${labelOf(eventSorts, what)}, ${dateWords(on)}`,
});
