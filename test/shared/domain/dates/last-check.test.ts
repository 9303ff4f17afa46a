import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notUsed } from '../../../../shared/domain/dates/spoken/last-check';
import { readSpoken } from '../../../../shared/domain/dates/spoken/spoken';
import type { SpokenReading } from '../../../../shared/domain/dates/spoken/spoken';

const context = { today: '2026-11-25', lastDay: null };
const read = (text: string): SpokenReading => readSpoken(text, context);
const isCertain = (text: string): boolean => read(text).value !== null;

/** Whether every character of a stretch belongs to the words that the date was read from. */
function isInside({ spans }: SpokenReading, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1)
    if (!spans.some((span) => span.start <= index && index < span.end)) return false;
  return true;
}

const date = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom('January', 'March', 'May', 'August', 'December', 'Sept', 'Oct'),
    fc.integer({ min: 2018, max: 2025 }),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([day, month, year, style]) => {
    const number =
      ['January', '', 'March', '', 'May', '', '', 'August', 'Sept', 'Oct', '', 'December'].indexOf(month) + 1;
    return (
      [
        `${day} ${month} ${year}`,
        `${month} ${day}, ${year}`,
        `the ${day}th of ${month} ${year}`,
        `${13 + (day % 15)}/${number}/${year}`,
        `${year}-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      ][style] ?? ''
    );
  });
const telling = fc.constantFrom(
  'he waited outside',
  'she saw him at the shop',
  'he shouted',
  'he left flowers on the step',
  'he sent 14 messages',
  'he drove past 3 times',
  'he took £20',
);

describe('the last check of a date in words', () => {
  it('leaves a plain date in a plain sentence certain, wherever it stands', () => {
    fc.assert(
      fc.property(date, telling, fc.boolean(), (said, told, isFirst) => {
        expect(isCertain(isFirst ? `On ${said} ${told}` : `${told} on ${said}`)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('never leaves a second date out of a certain one', () => {
    const link = fc.constantFrom(
      ' and ',
      '. On ',
      ', then on ',
      ' or ',
      ' but not ',
      '. Later, ',
      ' (or was it ',
      ' to ',
      ' ',
    );
    fc.assert(
      fc.property(date, date, telling, link, fc.boolean(), (first, second, told, join, isBeside) => {
        fc.pre(read(first).value?.edtf !== read(second).value?.edtf);
        const head = isBeside ? `On ${first}${join}` : `On ${first} ${told}${join}`;
        const text = `${head}${second}`;
        const reading = read(text);
        if (reading.value !== null) expect(isInside(reading, head.length, text.length)).toBe(true);
        else
          expect(reading.ask === null || reading.unread.length > 0 || reading.ask.options.length > 1).toBe(
            true,
          );
      }),
      { numRuns: 1500 },
    );
  });

  it('never leaves out a number that may be a time, a day or a year', () => {
    const number = fc.constantFrom(
      '9',
      '21',
      '2105',
      '17',
      '3rd',
      '2019',
      '10.30',
      '7:15',
      '12th',
      '’23',
      '4/5',
      '23:59',
    );
    fc.assert(
      fc.property(date, telling, number, fc.integer({ min: 0, max: 3 }), (said, told, planted, place) => {
        const text =
          [
            `${planted} on ${said} ${told}`,
            `On ${said} ${planted} ${told}`,
            `On ${said} ${told} ${planted}`,
            `On ${said} ${told}, ${planted}, and left`,
          ][place] ?? '';
        const reading = read(text);
        const start = text.indexOf(planted, place === 0 ? 0 : said.length);
        if (reading.value !== null)
          expect([text, isInside(reading, start, start + planted.length)]).toEqual([text, true]);
      }),
      { numRuns: 1500 },
    );
  });

  it('never reads a day through "before", "after", "until", "or" and the like without using them', () => {
    const word = fc.constantFrom(
      'before',
      'after',
      'until',
      'till',
      'since',
      'not',
      'not on',
      'shortly before',
      'long after',
      'the day before',
      'two days after',
      'the week before',
      'the night after',
      'between',
      'no later than',
      'at least until',
      'up to',
      'prior to',
      'by',
      'from',
      'either',
      'within a week of',
    );
    fc.assert(
      fc.property(date, word, telling, fc.integer({ min: 0, max: 2 }), (said, planted, told, place) => {
        const head = place === 0 ? '' : place === 1 ? `${told} ` : 'it was ';
        const text = `${head}${planted} ${said}${place === 0 ? `, ${told}` : ''}`;
        const reading = read(text);
        const plain = read(said).value;
        if (reading.value === null || planted === 'either') return;
        expect([text, isInside(reading, head.length, head.length + planted.length)]).toEqual([text, true]);
        // Used is more than covered: it is another date than the bare one.
        expect([text, reading.value.edtf]).not.toEqual([text, plain?.edtf]);
      }),
      { numRuns: 1500 },
    );
  });

  it('never loses a half of the day, a weekday or a second time', () => {
    const words = fc.constantFrom(
      'in the evening',
      'at night',
      'on a Tuesday',
      'in the morning',
      'at 9pm',
      'Sunday',
      'at noon',
      'GMT',
      'the next day',
      'two weeks later',
      'every week',
      'last month',
      'tomorrow',
    );
    fc.assert(
      fc.property(date, telling, words, words, fc.boolean(), (said, told, first, second, isSplit) => {
        const text = isSplit
          ? `On ${said} ${first} ${told} ${second}`
          : `On ${said} ${told} ${first} ${second}`;
        const reading = read(text);
        if (reading.value === null) return;
        for (const each of [first, second]) {
          const index = text.lastIndexOf(each);
          const core =
            /(?:evening|night|Tuesday|morning|9pm|Sunday|noon|GMT|next day|weeks later|week|month|tomorrow)$/u.exec(
              each,
            )?.[0] ?? each;
          const start = index + each.length - core.length;
          const weekday = /Tuesday|Sunday/u.test(core);
          expect([text, weekday || isInside(reading, start, start + core.length)]).toEqual([text, true]);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('is a check of its own: a reader that read too little is caught by it', () => {
    const text = '3 March 2024 or 4 March 2024 in the evening';
    const value = { edtf: '2024-03-03', time: null };
    const left = notUsed(text, [{ start: 0, end: 12 }], value, context.today);
    expect(left.map(({ start, end }) => text.slice(start, end))).toEqual(['or 4 March 2024', 'evening']);
    // Covered, and yet not in the value that came of it.
    expect(
      notUsed(text, [{ start: 0, end: 43 }], { edtf: '2023-05-03', time: null }, context.today),
    ).not.toEqual([]);
  });
});
