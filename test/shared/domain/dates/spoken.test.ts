import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateBounds } from '../../../../shared/domain/dates/bounds';
import { printDate } from '../../../../shared/domain/dates/print';
import { readSpoken } from '../../../../shared/domain/dates/spoken/spoken';
import type { SpokenAnswers } from '../../../../shared/domain/dates/spoken/reading';

const context = { today: '2026-11-25', lastDay: '2026-05-12' };
const read = (text: string, answers: SpokenAnswers = {}) => readSpoken(text, context, answers);
const words = (text: string): string => {
  const { value } = read(text);
  return value === null ? 'nothing' : printDate(value.edtf, value.time);
};

describe('a date as people say it', () => {
  it.each([
    ['about 9pm on 3 March 2026', '3 Mar 2026, about 21:00'],
    ['about 9pm on 3 Nov he waited', '3 Nov 2026, about 21:00'],
    ['early May 2024', 'between about 1 May 2024 and about 10 May 2024'],
    ['mid-May 2025 he came', 'between about 11 May 2025 and about 20 May 2025'],
    ['the end of February 2024', 'between about 21 Feb 2024 and about 29 Feb 2024'],
    ['between 3 and 7 May 2024', 'between 3 and 7 May 2024'],
    ['3-7 May 2024', 'between 3 and 7 May 2024'],
    ['from 3 May to 7 June 2024', 'between 3 May and 7 Jun 2024'],
    ['from 30 December to 2 January 2025', 'between 30 Dec 2024 and 2 Jan 2025'],
    ['between 3 Nov and 5 Nov', 'between 3 and 5 Nov 2026'],
    ['on or about 3 March 2025', 'on or about 3 Mar 2025'],
    ['I think around 3 March 2025 in the evening', 'on or about 3 Mar 2025, not certain, in the evening'],
    ['maybe 3 Nov', '3 Nov 2026, not certain'],
    ['since 3 March 2025', 'from 3 Mar 2025, still going on'],
    ['until May 2025', 'until May 2025, start not known'],
    ['sometime in May 2025', 'sometime in May 2025'],
    ['summer 2024', 'in summer 2024'],
    ['in 2024', 'sometime in 2024'],
    ['Tuesday 4 March 2025', '4 Mar 2025'],
    ['on Tuesday', '24 Nov 2026'],
    ['yesterday at 21:05', '24 Nov 2026, 21:05'],
    ['this morning at 8', '25 Nov 2026, 08:00'],
    ['3 weeks ago', 'on or about 4 Nov 2026'],
    ['three days ago', '22 Nov 2026'],
    ['every evening last week', 'between 16 and 22 Nov 2026, in the evening'],
    ['the week of 5 March 2025', 'between 3 and 9 Mar 2025'],
    ['Christmas Day 2025', '25 Dec 2025'],
    ['between 9 and 10pm on 3 Nov', '3 Nov 2026, between 21:00 and 22:00'],
    ['21:00 to 23:10 on 3 November', '3 Nov 2026, between 21:00 and 23:10'],
    ['half past nine in the evening on 3 Nov', '3 Nov 2026, 21:30'],
    ['noon on 3 Nov', '3 Nov 2026, 12:00'],
    ['2026-03~', 'about March 2026'],
    ['25/12/2025', '25 Dec 2025'],
    ['£3.50 on 3 Nov', '3 Nov 2026'],
    ['at 10 Downing Street on 3 Nov', '3 Nov 2026'],
    ['about 20 texts on Monday', '23 Nov 2026'],
  ])('%s is %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    'he may have come',
    'he called 14 times',
    'he sat outside',
    '10 years',
    '31/02/2026',
    'march on',
    '',
    '12',
  ])('is not found in "%s"', (text) => {
    expect(read(text)).toMatchObject({ value: null, ask: null });
  });
});

describe('what may mean more than one date', () => {
  it.each([
    ['3/4/2026', 'day-or-month', ['3 Apr 2026', '4 Mar 2026']],
    ['3 March', 'year', ['3 Mar 2026', '3 Mar 2025']],
    ['last Tuesday', 'which-day', ['24 Nov 2026', '17 Nov 2026']],
    ['last night', 'which-day', ['24 Nov 2026', '25 Nov 2026']],
    [
      'every night that week',
      'which-week',
      ['between 11 and 17 May 2026', 'between 23 and 29 Nov 2026', 'between 16 and 22 Nov 2026'],
    ],
    ['Tuesday 5 March 2025', 'weekday', ['5 Mar 2025', '4 Mar 2025', '11 Mar 2025']],
    ['on the 3rd', 'month', ['3 Nov 2026', '3 Oct 2026']],
    ['yesterday at 9', 'morning-or-evening', ['24 Nov 2026, 09:00', '24 Nov 2026, 21:00']],
    ['at night on 3 Nov', 'night', ['3 Nov 2026, in the evening', '3 Nov 2026, in the night']],
    [
      '25/10/2026 at 01:30',
      'clock-change',
      [
        '25 Oct 2026, 01:30 BST, before the clocks went back',
        '25 Oct 2026, 01:30 GMT, after the clocks went back',
      ],
    ],
    ['29 March 2026 at 01:30', 'never-was', ['29 Mar 2026, 02:30', '29 Mar 2026, about 01:30']],
  ] as const)('is asked about: %s, %s', (text, question, options) => {
    const { value, ask } = read(text);
    expect(value).toBeNull();
    expect(ask).toEqual({ question, options: [...options] });
    for (const [index, option] of options.entries()) {
      const answered = read(text, { [question]: index });
      // A second question may follow, such as which part of the night.
      const said =
        answered.value === null
          ? (answered.ask?.options ?? [])
          : [printDate(answered.value.edtf, answered.value.time)];
      expect(said.every((each) => each.startsWith(option))).toBe(true);
    }
  });

  it('is asked one thing after the other', () => {
    const text = 'every night that week';
    expect(read(text, { 'which-week': 0 }).ask?.question).toBe('night');
    expect(read(text, { 'which-week': 0, night: 0 }).value).toEqual({
      edtf: '2026-05-11/2026-05-17',
      time: { from: '18:00', to: null, precision: 'part_of_day' },
    });
  });

  it('keeps the zone that was chosen when the clocks went back', () => {
    expect(read('25/10/2026 at 01:30', { 'clock-change': 1 }).value?.time).toMatchObject({
      from: '01:30',
      offset: 0,
    });
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'about',
    '9pm',
    'on',
    '3',
    'March',
    'between',
    'and',
    '7',
    'May',
    '2024',
    'last',
    'week',
    'night',
    'every',
    'that',
    '3/4',
    '21:00',
    'to',
    '–',
    'early',
    'since',
    'half past',
    'nine',
    '31',
    'February',
    '29',
    '99',
    '00:00',
    'Tuesday',
    'ago',
    'he waited',
    ',',
    '£3.50',
    '01:30',
    '25/10/2026',
    '~',
    'XX',
  );
  it('gives a date that can be stored and printed, a question with options that can, or nothing', () => {
    let dated = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), fc.integer({ min: 0, max: 2 }), (pieces, pick) => {
        const text = pieces.join(' ');
        let answers: SpokenAnswers = {};
        for (let step = 0; step < 6; step += 1) {
          const { value, ask, spans } = read(text, answers);
          for (const { start, end } of spans)
            expect(start >= 0 && start < end && end <= text.length).toBe(true);
          if (value !== null) {
            dated += 1;
            const { earliest, latest } = dateBounds(value.edtf, value.time);
            expect(earliest <= latest).toBe(true);
            expect(printDate(value.edtf, value.time)).not.toBe('');
          }
          if (ask === null) return;
          expect(new Set(ask.options).size).toBe(ask.options.length);
          expect(ask.options.length).toBeGreaterThan(1);
          answers = { ...answers, [ask.question]: Math.min(pick, ask.options.length - 1) };
        }
        expect.unreachable('questions never end');
      }),
      { numRuns: 3000 },
    );
    expect(dated).toBeGreaterThan(500);
  });

  it('and a text with a page of spaces in it comes to an end, with the date that stands beside them', () => {
    // As the rest of a line that was pasted out of a table.
    const spaces = ' '.repeat(19_000);
    expect(read(`He came on 3 March 2024${spaces}again`).value?.edtf).toBe('2024-03-03');
    expect(read(`He came${spaces}on 3 March 2024`).value?.edtf).toBe('2024-03-03');
    expect(read(`3${' '.repeat(20)}March 2024`).value?.edtf).toBe('2024-03-03');
    // What stands so far apart is not put together, and not left out either.
    expect(read(`3${spaces}March 2024`)).toMatchObject({ value: null, ask: { question: 'which-date' } });
  });

  it('and what is read never lies ahead of today unless a year was said', () => {
    const names = ['January', 'May', 'November', 'December'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.constantFrom(...names), (day, month) => {
        const { value, ask } = read(`${day} ${month}`);
        const latest = value === null ? null : dateBounds(value.edtf, null).earliest.slice(0, 10);
        expect(ask === null ? (latest ?? '9999') <= context.today : ask.question === 'year').toBe(true);
      }),
    );
  });
});
