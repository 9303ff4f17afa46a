import * as z from 'zod';
import { caseworkKind, labelOf, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { box, dayOrNone, idOrNone, line } from './casework-schemas';

/** What may be asked of police or prosecutor; each with an answer and its reason. */
export const requestSubjects = [
  { id: 'search_2b', label: 'Search warrant under s.2B' },
  { id: 'devices', label: 'Seize and examine devices' },
  { id: 'cctv', label: 'CCTV' },
  { id: 'phone_data', label: 'Phone or account data' },
  { id: 'house_to_house', label: 'House-to-house, witnesses' },
  { id: 'arrest', label: 'Arrest' },
  { id: 're_record', label: 'Record it as stalking' },
  { id: 'spo', label: 'Stalking protection order' },
  { id: 'bail_conditions', label: 'Bail with conditions' },
  { id: 'restraining_order', label: 'Restraining order' },
  { id: 'non_harassment_order', label: 'Non-harassment order' },
  { id: 'risk_assessment', label: 'Risk assessment' },
  { id: 'special_measures', label: 'Special measures' },
  { id: 'identity', label: 'Identity of an online stalker' },
  { id: 'other', label: 'Something else' },
] as const;
export const requestAnswers = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
  { id: 'partly', label: 'In part' },
] as const;

export const policeRequestSchema = z.object({
  what: oneOf(requestSubjects),
  text: box,
  on: dayOrNone,
  of: line,
  how: line,
  /** Of CCTV: when it is written over, as the owner says. */
  deletedOn: dayOrNone,
  answer: oneOf(requestAnswers).nullable().default(null),
  answeredOn: dayOrNone,
  reason: box,
  doneOn: dayOrNone,
  reportId: idOrNone,
  orderId: idOrNone,
});
export type PoliceRequest = z.infer<typeof policeRequestSchema>;

export const policeRequestFields: readonly FieldOf<PoliceRequest>[] = [
  { at: 'what', label: 'What was asked for', as: 'choice', options: requestSubjects },
  { at: 'text', label: 'In detail', as: 'box' },
  { at: 'on', label: 'Asked on', as: 'day' },
  { at: 'of', label: 'Of whom', as: 'line' },
  { at: 'how', label: 'How', as: 'line' },
  { at: 'deletedOn', label: 'Recording is deleted on', as: 'day' },
  { at: 'answer', label: 'Answer', as: 'choice', options: requestAnswers },
  { at: 'answeredOn', label: 'Answered on', as: 'day' },
  { at: 'reason', label: 'Reason given', as: 'box' },
  { at: 'doneOn', label: 'Done on', as: 'day' },
  { at: 'reportId', label: 'Belongs to the report', as: 'record' },
  { at: 'orderId', label: 'Order that came of it', as: 'order' },
];

/** Something that was asked of the police or the prosecutor: a step of the investigation, an order, another recording. */
export const policeRequestKind = caseworkKind<PoliceRequest>({
  kind: 'police-request',
  body: policeRequestSchema,
  fields: policeRequestFields,
  title: ({ what }) => labelOf(requestSubjects, what),
});
