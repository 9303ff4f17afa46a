import { ukOffsetMinutes } from '../../dates/uk-clock';

/** An entry of somebody else's calendar. */
export interface IcsEvent {
  /** Of this file alone: random, so that nothing leads from it to a case, and two files are not seen to be of one. */
  readonly uid: string;
  readonly day: string;
  /** HH:MM on the UK's clock; null for the whole day. */
  readonly time: string | null;
  readonly minutes: number;
  readonly summary: string;
}

/** Text of a property (RFC 5545 3.3.11): backslash, semicolon and comma are escaped, a line break becomes `\n`. */
export function icsText(text: string): string {
  return text.replaceAll(/[\\;,]/gu, String.raw`\$&`).replaceAll(/\r\n|\r|\n/gu, String.raw`\n`);
}

/** How many octets a sign takes in UTF-8 (RFC 3629 3). */
function octetsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/**
 * A content line, folded so that no line is longer than 75 octets, its line break not counted (RFC 5545 3.1). A sign of several octets
 * is never cut through; a line that goes on begins with one space.
 */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const sign of line) {
    const size = octetsOf(sign);
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += sign;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** `20261128` of a day (RFC 5545 3.3.4). */
const dateOf = (day: string): string => day.replaceAll('-', '');

/** `20261128T090000Z` of an instant in milliseconds (RFC 5545 3.3.5, form 2: UTC). */
function utcOf(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
}

/** The day after: the end of an event is the first day on which it is over (RFC 5545 3.6.1). */
function dayAfter(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();
  return `${next.slice(0, 4)}${next.slice(5, 7)}${next.slice(8, 10)}`;
}

function whenLines({ day, time, minutes }: IcsEvent): readonly string[] {
  if (time === null) return [`DTSTART;VALUE=DATE:${dateOf(day)}`, `DTEND;VALUE=DATE:${dayAfter(day)}`];
  const begins = Date.parse(`${day}T${time}:00Z`) - ukOffsetMinutes(day, time) * 60_000;
  return [`DTSTART:${utcOf(begins)}`, `DTEND:${utcOf(begins + minutes * 60_000)}`];
}

/** A calendar file (RFC 5545 3.4). `stamp`: the instant at which it is written, ISO 8601. */
export function icsFile(events: readonly IcsEvent[], stamp: string): string {
  const stamped = utcOf(Date.parse(stamp));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Holdfast//Calendar//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${icsText(event.uid)}`,
      `DTSTAMP:${stamped}`,
      ...whenLines(event),
      `SUMMARY:${icsText(event.summary)}`,
      // A day on which something is due is not a day on which nobody can be met.
      `TRANSP:${event.time === null ? 'TRANSPARENT' : 'OPAQUE'}`,
      'CLASS:PRIVATE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}
