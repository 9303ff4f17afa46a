import * as z from 'zod';
import { caseworkKind, labelOf, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { box, firstOf, headOf, idOrNone, line, timeOrNone } from './casework-schemas';
import { dateWords } from './words/date-words';

export const contactMethods = [
  { id: 'phone', label: 'Phone' },
  { id: 'text', label: 'Text message' },
  { id: 'email', label: 'E-mail' },
  { id: 'in_person', label: 'In person' },
  { id: 'video', label: 'Video call' },
  { id: 'letter', label: 'Letter' },
  { id: 'voicemail', label: 'Voicemail' },
  { id: 'other', label: 'Another way' },
] as const;
export const contactDirections = [
  { id: 'out', label: 'We contacted them' },
  { id: 'in', label: 'They contacted us' },
] as const;
export const contactWith = [
  { id: 'client', label: 'The client' },
  { id: 'police', label: 'Police' },
  { id: 'prosecutor', label: 'Prosecutor' },
  { id: 'court', label: 'Court' },
  { id: 'agency', label: 'Another agency' },
  { id: 'family', label: 'Family or friend' },
  { id: 'other', label: 'Somebody else' },
] as const;
export const contactOutcomes = [
  { id: 'spoke', label: 'Spoke' },
  { id: 'sent', label: 'Sent or received' },
  { id: 'no_answer', label: 'No answer' },
  { id: 'message_left', label: 'Message left' },
  { id: 'not_safe', label: 'Not safe, broken off' },
] as const;

export const contactSchema = z.object({
  on: z.iso.date(),
  time: timeOrNone,
  /** Minutes spent on it. */
  minutes: z.int().min(0).max(1440).nullable().default(null),
  method: oneOf(contactMethods).nullable().default(null),
  direction: oneOf(contactDirections).nullable().default(null),
  with: oneOf(contactWith).nullable().default(null),
  name: line,
  outcome: oneOf(contactOutcomes).nullable().default(null),
  /** The safe-contact rule as it stood when this was written. */
  safeRule: z.string().max(160).default(''),
  summary: box,
  clientWords: box,
  followUp: line,
  /** The contact that this one corrects: what was written stays. */
  corrects: idOrNone,
});
export type Contact = z.infer<typeof contactSchema>;

export const contactFields: readonly FieldOf<Contact>[] = [
  { at: 'on', label: 'Day', as: 'day' },
  { at: 'time', label: 'Time', as: 'time' },
  { at: 'with', label: 'With', as: 'choice', options: contactWith },
  { at: 'name', label: 'Name', as: 'line' },
  { at: 'method', label: 'How', as: 'choice', options: contactMethods },
  { at: 'direction', label: 'Direction', as: 'choice', options: contactDirections },
  { at: 'outcome', label: 'How it ended', as: 'choice', options: contactOutcomes },
  { at: 'minutes', label: 'Minutes spent', as: 'number' },
  { at: 'summary', label: 'What was said and done', as: 'box' },
  { at: 'clientWords', label: 'The client’s own words', as: 'box' },
  { at: 'followUp', label: 'What follows', as: 'line' },
  { at: 'safeRule', label: 'Safe-contact rule then', as: 'line' },
  { at: 'corrects', label: 'Corrects', as: 'record' },
];

/** A contact with the client or about the case. Locked once it is saved: a correction is a contact of its own that names it. */
export const contactKind = caseworkKind<Contact>({
  kind: 'contact',
  body: contactSchema,
  fields: contactFields,
  merge: 'append',
  title: ({ on, with: whom, name, summary }) =>
    `Contact on ${dateWords(on)}, ${firstOf(name, whom === null ? '' : labelOf(contactWith, whom), headOf(summary), 'not said with whom')}`,
});
