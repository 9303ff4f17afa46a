import type { DateOrder, MessageFormat, MessageNotes, MessageRow } from '../../models/message';
import { isAmbiguousUkTime, isSkippedUkTime } from '../dates/uk-clock';

const orderWords: Readonly<Record<DateOrder, string>> = {
  dmy: 'Day first, as in the UK',
  mdy: 'Month first, as in the United States',
  ymd: 'Year first',
};
export const orderText = (order: DateOrder): string => orderWords[order];

const grounds: Readonly<Record<NonNullable<MessageNotes['orderFrom']>, string>> = {
  'year-first': 'the year is written first',
  numbers: 'no other order fits its dates',
  sequence: 'in no other order do its lines follow each other in time',
  same: 'day and month are the same number on every date',
  person: 'somebody here said so',
};

/** Where the dates of an export come from: never left unsaid. */
export function orderSentence({ order, orderFrom }: Pick<MessageNotes, 'order' | 'orderFrom'>): string {
  if (order === null || orderFrom === null) return '';
  const known = grounds[orderFrom];
  return orderFrom === 'person'
    ? `Dates are read ${orderWords[order].toLowerCase().replace('uk', 'UK').replace('united states', 'United States')}: ${known}.`
    : `Dates are read ${orderWords[order].toLowerCase().replace('uk', 'UK').replace('united states', 'United States')}, because ${known}.`;
}

const formats: Readonly<Record<MessageFormat, string>> = {
  whatsapp: 'WhatsApp chat',
  'sms-xml': 'Texts of a phone',
  'calls-xml': 'Calls of a phone',
  csv: 'Table of calls or messages',
};
export const formatText = (format: MessageFormat): string => formats[format];

/** Which clock the times of an export are on. */
export function zoneSentence(format: MessageFormat | null): string {
  if (format === 'sms-xml' || format === 'calls-xml')
    return 'Its times are exact moments, shown on the UK clock.';
  return 'Its times name no zone and are taken as UK time.';
}

/** What is to be known about one row's time; empty when nothing is. */
export function timeDoubt({ local, utc }: Pick<MessageRow, 'local' | 'utc'>): string {
  if (local?.length !== 19 || utc !== null) return '';
  const [day, time] = [local.slice(0, 10), local.slice(11, 16)];
  if (isAmbiguousUkTime(day, time))
    return 'The clocks went back that night: this time came twice, an hour apart.';
  if (isSkippedUkTime(day, time))
    return 'The clocks went forward that night: UK clocks never showed this time. The phone may have been set to another zone.';
  return '';
}

/** `4 min 20 s` */
export function lengthText(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = [
    ...(hours === 0 ? [] : [`${hours} h`]),
    ...(minutes === 0 ? [] : [`${minutes} min`]),
    ...(rest === 0 && seconds > 0 ? [] : [`${rest} s`]),
  ];
  return parts.join(' ');
}

const statuses: Readonly<Record<string, string>> = {
  missed: 'missed',
  rejected: 'rejected',
  blocked: 'blocked by the phone',
  voicemail: 'voicemail',
  'answered elsewhere': 'answered on another device',
  silenced: 'silenced',
  draft: 'draft, not sent',
  outbox: 'not sent yet',
  failed: 'could not be sent',
  queued: 'waiting to be sent',
  pending: 'not delivered yet',
  delivered: 'delivered',
  edited: 'edited by its writer',
  deleted: 'deleted by its writer',
  'media-omitted': 'not in the export',
};
export const statusText = (status: string): string => statuses[status] ?? status;

/** `Missed call`, `Call made, 4 min 20 s` */
export function callText({
  direction,
  status,
  durationS,
}: Pick<MessageRow, 'direction' | 'status' | 'durationS'>): string {
  if (status === 'missed') return 'Missed call';
  const way = direction === 'out' ? 'Call made' : direction === 'in' ? 'Call received' : 'Call';
  const what = status === null ? way : `${way}, ${statusText(status)}`;
  return durationS === null || durationS === 0 ? what : `${what}, ${lengthText(durationS)}`;
}
