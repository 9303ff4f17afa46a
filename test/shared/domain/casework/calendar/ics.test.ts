import { describe, expect, it } from 'vitest';
import { foldLine, icsFile, icsText } from '../../../../../shared/domain/casework/calendar/ics';
import type { IcsEvent } from '../../../../../shared/domain/casework/calendar/ics';

const event = (more: Partial<IcsEvent>): IcsEvent => ({
  ...{ uid: 'abc', day: '2026-11-28', time: null, minutes: 60, summary: 'Holdfast: 1 thing due' },
  ...more,
});
const linesOf = (file: string): readonly string[] => file.split('\r\n');
const file = (...events: readonly IcsEvent[]): string => icsFile(events, '2026-11-28T14:00:00.000Z');
const octets = (text: string): number => Buffer.byteLength(text, 'utf8');

/** As RFC 5545 3.1 says a reader undoes it. */
const unfold = (text: string): string => text.replaceAll('\r\n ', '');

describe('lines of a calendar file', () => {
  it('the example of RFC 5545 3.1 comes back whole when it is unfolded', () => {
    const line = 'DESCRIPTION:This is a long description that exists on a long line.';
    expect(foldLine(line)).toBe(line);
    const long = line.repeat(5);
    expect(unfold(foldLine(long))).toBe(long);
    expect(
      foldLine(long)
        .split('\r\n')
        .every((each) => octets(each) <= 75),
    ).toBe(true);
  });

  it.each([
    ['75 octets stay on one line', 'x'.repeat(75), 1],
    ['76 octets take two', 'x'.repeat(76), 2],
    ['signs of two octets', 'é'.repeat(100), 3],
    ['signs of three octets', '€'.repeat(60), 3],
    ['signs of four octets are never cut', '🔒'.repeat(40), 3],
  ])('%s', (_name, line, count) => {
    const parts = foldLine(line).split('\r\n');
    expect(parts).toHaveLength(count);
    expect(parts.every((each) => octets(each) <= 75)).toBe(true);
    expect(parts.slice(1).every((each) => each.startsWith(' '))).toBe(true);
    expect(unfold(foldLine(line))).toBe(line);
  });

  // RFC 5545 3.3.11
  it.each([
    [
      String.raw`Project XYZ Final Review` + '\nConference Room - 3B\nCome Prepared.',
      String.raw`Project XYZ Final Review\nConference Room - 3B\nCome Prepared.`,
    ],
    ['a;b,c\\d', String.raw`a\;b\,c\\d`],
    ['one\r\ntwo', String.raw`one\ntwo`],
  ])('escapes %j', (text, expected) => {
    expect(icsText(text)).toBe(expected);
  });
});

describe('a calendar file', () => {
  it('has what RFC 5545 3.6 asks of a calendar and 3.6.1 of an event, each line ended by CRLF', () => {
    const text = file(event({}));
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(linesOf(text).slice(0, 5)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Holdfast//Calendar//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
    ]);
    expect(linesOf(text)).toContain('DTSTAMP:20261128T140000Z');
  });

  it.each<[string, Partial<IcsEvent>, string, string]>([
    // RFC 5545 3.6.1: the end of a whole day is the day after.
    ['a whole day', {}, 'DTSTART;VALUE=DATE:20261128', 'DTEND;VALUE=DATE:20261129'],
    [
      'the last day of a year',
      { day: '2026-12-31' },
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
    ],
    ['a leap day', { day: '2028-02-28' }, 'DTSTART;VALUE=DATE:20280228', 'DTEND;VALUE=DATE:20280229'],
    ['a time in winter', { time: '10:00' }, 'DTSTART:20261128T100000Z', 'DTEND:20261128T110000Z'],
    // British Summer Time is an hour ahead of UTC (Summer Time Act 1972).
    [
      'a time in summer',
      { day: '2026-07-01', time: '10:00' },
      'DTSTART:20260701T090000Z',
      'DTEND:20260701T100000Z',
    ],
    [
      'half past midnight in summer',
      { day: '2026-07-01', time: '00:30' },
      'DTSTART:20260630T233000Z',
      'DTEND:20260701T003000Z',
    ],
    // The clocks go back at 02:00 BST on 25 Oct 2026.
    [
      'the day after the clocks went back',
      { day: '2026-10-26', time: '09:00' },
      'DTSTART:20261026T090000Z',
      'DTEND:20261026T100000Z',
    ],
  ])('%s', (_name, more, begins, ends) => {
    const lines = linesOf(file(event(more)));
    expect(lines).toContain(begins);
    expect(lines).toContain(ends);
  });
});
