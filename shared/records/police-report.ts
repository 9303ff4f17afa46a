import * as z from 'zod';
import { caseworkKind, labelOf, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { answer, box, dayOrNone, firstOf, idList, idOrNone, line } from './casework-schemas';
import { dateWords } from './words/date-words';

/** What the police recorded it as, as told: set beside what the entries speak to, and never changed by that. */
export const recordedAs = [
  { id: 'stalking', label: 'Stalking' },
  { id: 'harassment', label: 'Harassment' },
  { id: 'malicious_communications', label: 'Malicious communications' },
  { id: 'breach', label: 'Breach of an order' },
  { id: 'domestic_incident', label: 'Domestic incident, no crime' },
  { id: 'other_crime', label: 'Another crime' },
  { id: 'not_recorded', label: 'Not recorded as a crime' },
] as const;
export const recordedRank = [
  { id: 'principal', label: 'The principal crime' },
  { id: 'included', label: 'Included in another crime' },
] as const;

export const policeReportSchema = z.object({
  on: z.iso.date(),
  force: line,
  how: line,
  crimeNumber: line,
  incidentNumber: line,
  recordedAs: oneOf(recordedAs).nullable().default(null),
  /** The offence in the words that were used, and its code where it was told. */
  offence: line,
  offenceCode: line,
  rank: oneOf(recordedRank).nullable().default(null),
  saidBy: line,
  saidOn: dayOrNone,
  officerId: idOrNone,
  officer: line,
  officerRole: line,
  /** Whether a detective has it (2017 report: about 75 % not with a detective). */
  isDetective: answer,
  spoc: line,
  spocContactedOn: dayOrNone,
  entryIds: idList,
  /** Advice that was given, word for word. */
  advice: box,
  adviceBy: line,
  outcome: line,
  closedOn: dayOrNone,
  note: box,
});
export type PoliceReport = z.infer<typeof policeReportSchema>;

export const policeReportFields: readonly FieldOf<PoliceReport>[] = [
  { at: 'on', label: 'Reported on', as: 'day' },
  { at: 'force', label: 'Force', as: 'line' },
  { at: 'how', label: 'How', as: 'line', hint: '101, 999, online, at a station.' },
  { at: 'crimeNumber', label: 'Crime number', as: 'line' },
  { at: 'incidentNumber', label: 'Incident or log number', as: 'line' },
  { at: 'recordedAs', label: 'Recorded as', as: 'choice', options: recordedAs },
  { at: 'offence', label: 'Offence, in the words used', as: 'line' },
  { at: 'offenceCode', label: 'Offence code', as: 'line' },
  { at: 'rank', label: 'Principal or included', as: 'choice', options: recordedRank },
  { at: 'saidBy', label: 'Who said so', as: 'line' },
  { at: 'saidOn', label: 'Said on', as: 'day' },
  { at: 'officerId', label: 'Officer, among the people of the case', as: 'person' },
  { at: 'officer', label: 'Officer in the case', as: 'line' },
  { at: 'officerRole', label: 'Role', as: 'line' },
  { at: 'isDetective', label: 'With a detective', as: 'yes-no' },
  { at: 'spoc', label: 'Single point of contact for stalking', as: 'line' },
  { at: 'spocContactedOn', label: 'Single point of contact told on', as: 'day' },
  { at: 'entryIds', label: 'What was reported', as: 'entries' },
  { at: 'advice', label: 'Advice given, word for word', as: 'box' },
  { at: 'adviceBy', label: 'Advice given by', as: 'line' },
  { at: 'outcome', label: 'Outcome', as: 'line' },
  { at: 'closedOn', label: 'Closed on', as: 'day' },
  { at: 'note', label: 'Note', as: 'box' },
];

/** One report to the police, with what it was recorded as. */
export const policeReportKind = caseworkKind<PoliceReport>({
  kind: 'police-report',
  body: policeReportSchema,
  fields: policeReportFields,
  title: ({ crimeNumber, incidentNumber, on }) =>
    `Report ${firstOf(crimeNumber, incidentNumber, `of ${dateWords(on)}`)}`,
  detail: ({ recordedAs: said }) => (said === null ? '' : labelOf(recordedAs, said)),
});
