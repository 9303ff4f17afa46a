import * as z from 'zod';
import { caseworkKind } from './by-fields';
import type { FieldOf } from './by-fields';
import { box, dayOrNone, firstOf, line } from './casework-schemas';
import { dateWords } from './words/date-words';

export const dataComplaintSchema = z.object({
  on: z.iso.date(),
  from: line,
  about: box,
  acknowledgedOn: dayOrNone,
  answeredOn: dayOrNone,
  outcome: box,
});
export type DataComplaint = z.infer<typeof dataComplaintSchema>;

export const dataComplaintFields: readonly FieldOf<DataComplaint>[] = [
  { at: 'on', label: 'Received on', as: 'day' },
  { at: 'from', label: 'From', as: 'line' },
  { at: 'about', label: 'About', as: 'box' },
  { at: 'acknowledgedOn', label: 'Acknowledged on', as: 'day' },
  { at: 'answeredOn', label: 'Answered on', as: 'day' },
  { at: 'outcome', label: 'Outcome', as: 'box' },
];

/** A complaint about how data is handled (complaints process required from 19 June 2026). Of the office. */
export const dataComplaintKind = caseworkKind<DataComplaint>({
  kind: 'data-complaint',
  body: dataComplaintSchema,
  fields: dataComplaintFields,
  ofOffice: true,
  title: ({ on, from }) => `Complaint of ${firstOf(from, 'somebody')}, ${dateWords(on)}`,
});
