import { printDate } from '../../../shared/domain/dates/print';
import { ukClockOf } from '../../../shared/domain/dates/uk-moment';
import { statusText } from '../../../shared/domain/messages/row-words';
import type { MessageFormat, MessageView } from '../../../shared/models/message';

/** A row of an export as it is printed. */
export type PrintedRow = Omit<MessageView, 'itemId' | 'exhibitRef' | 'citedBy' | 'media'> & {
  readonly media: readonly Pick<MessageView['media'][number], 'exhibitRef' | 'title'>[];
};

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The day of a time of an export, `YYYY-MM-DD`. */
export const dayOf = (local: string): string => /^\d{4}-\d\d-\d\d/u.exec(local)?.[0] ?? local;

/** `Tuesday, 3 Nov 2026`; a day that is none stays as it is. */
export function dayText(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  return `${weekdays[at.getUTCDay()] ?? ''}, ${printDate(day, null)}`;
}

/** The clock time as the export shows it, its seconds where it has any but 00; with the name of the UK's clock where the file gives an instant. */
export function clockText({ local, utc, zone }: Pick<PrintedRow, 'local' | 'utc' | 'zone'>): string {
  const [, clock, seconds] = /T(\d\d:\d\d):(\d\d)$/u.exec(local ?? '') ?? [];
  if (clock === undefined) return local === null ? 'no date or time in the file' : 'no time in the file';
  const time = seconds === '00' ? clock : `${clock}:${seconds ?? ''}`;
  if (utc === null || zone === null || movedText({ local, utc }) !== '') return time;
  return `${time} ${zone === '+01:00' ? 'BST' : 'GMT'}`;
}

/** UK time, where the file gives an instant and its own clock showed another one; else empty. */
export function movedText({ local, utc }: Pick<PrintedRow, 'local' | 'utc'>): string {
  if (local === null || utc === null || Number.isNaN(Date.parse(utc))) return '';
  const uk = ukClockOf(utc).local;
  if (uk === local || local.length !== 19) return '';
  const time = /T(\d\d:\d\d)/u.exec(uk)?.[1] ?? '';
  return `UK time ${dayOf(uk) === dayOf(local) ? '' : `${printDate(dayOf(uk), null)}, `}${time}`;
}

/** Where in the file it stands: `line 143`, `lines 12 to 15`, `element 7` of XML. */
export function placeText(
  { firstLine, lastLine }: Pick<PrintedRow, 'firstLine' | 'lastLine'>,
  format: MessageFormat | null,
): string {
  const one = format === 'sms-xml' || format === 'calls-xml' ? 'element' : 'line';
  return firstLine === lastLine ? `${one} ${firstLine}` : `${one}s ${firstLine} to ${lastLine}`;
}

/** What stands before the name: in a chat it is who wrote, elsewhere the other side. */
export function wayText({ direction }: Pick<PrintedRow, 'direction'>, format: MessageFormat | null): string {
  if (format === 'whatsapp' || format === null) return '';
  return direction === 'out' ? 'to ' : direction === 'in' ? 'from ' : '';
}

/** What is said where the file gives no name. */
export function noSender({ kind }: Pick<PrintedRow, 'kind'>): string {
  return kind === 'call' ? 'number not shown' : 'no sender in the file';
}

/** A number that the name does not show already, in international form. */
export function numberBeside({ sender, number }: Pick<PrintedRow, 'sender' | 'number'>): string {
  if (number === null) return '';
  const digits = (text: string): string => text.replaceAll(/\D/gu, '');
  // The same number without its country: the last nine digits tell.
  return digits(sender).endsWith(digits(number).slice(-9)) ? '' : number;
}

/** What the file says became of it, and that a line was not wholly understood. */
export function marksOf({
  kind,
  status,
  raw,
}: Pick<PrintedRow, 'kind' | 'status' | 'raw'>): readonly string[] {
  return [
    ...(status === null || kind === 'call' ? [] : [`Marked in the file: ${statusText(status)}.`]),
    ...(kind === 'unread' ? ['Not understood when it was read. It stands here as it is in the file.'] : []),
    ...(kind !== 'unread' && raw !== null
      ? ['Not wholly understood when it was read. As it is in the file:']
      : []),
  ];
}

/** Everything that a row says, for the gate. */
export function rowWords({ sender, number, body, mediaName, raw, media }: PrintedRow): readonly string[] {
  const words = [sender, number ?? '', body, mediaName ?? '', raw ?? '', ...media.map(({ title }) => title)];
  return words.filter((each) => each !== '');
}
