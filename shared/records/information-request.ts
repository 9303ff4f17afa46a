import * as z from 'zod';
import { caseworkKind, labelOf, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { answer, box, dayOrNone, firstOf, line } from './casework-schemas';
import { dateWords } from './words/date-words';

export const requestReplies = [
  { id: 'given', label: 'Given' },
  { id: 'part', label: 'Given in part' },
  { id: 'refused', label: 'Refused' },
  { id: 'withdrawn', label: 'Request withdrawn' },
] as const;

export const informationRequestSchema = z.object({
  on: z.iso.date(),
  from: line,
  what: box,
  /** The reason that was given, and the power it rests on. */
  basis: box,
  /** Counselling information is presumed unnecessary (code of practice of 12 January 2026). */
  isCounselling: answer,
  clientView: box,
  noticeGiven: answer,
  reply: oneOf(requestReplies).nullable().default(null),
  repliedOn: dayOrNone,
  note: box,
});
export type InformationRequest = z.infer<typeof informationRequestSchema>;

export const informationRequestFields: readonly FieldOf<InformationRequest>[] = [
  { at: 'on', label: 'Received on', as: 'day' },
  { at: 'from', label: 'From', as: 'line' },
  { at: 'what', label: 'What is wanted', as: 'box' },
  { at: 'basis', label: 'Reason and power given', as: 'box' },
  { at: 'isCounselling', label: 'Asks for counselling or support notes', as: 'yes-no' },
  { at: 'noticeGiven', label: 'Written notice given to the client', as: 'yes-no' },
  { at: 'clientView', label: 'What the client says', as: 'box' },
  { at: 'reply', label: 'Reply', as: 'choice', options: requestReplies },
  { at: 'repliedOn', label: 'Replied on', as: 'day' },
  { at: 'note', label: 'Note', as: 'box' },
];

/** A request by police or others for information about the client. */
export const informationRequestKind = caseworkKind<InformationRequest>({
  kind: 'information-request',
  body: informationRequestSchema,
  fields: informationRequestFields,
  title: ({ from, on, reply }) =>
    `Request for information, ${firstOf(from, dateWords(on))}${reply === null ? '' : `: ${labelOf(requestReplies, reply).toLowerCase()}`}`,
});
