import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOrderFinder, readWrittenDate } from '../../../../shared/domain/messages/date-order';
import type { WrittenDate } from '../../../../shared/domain/messages/date-order';

const written = (text: string): WrittenDate => {
  const parts = text.split(/[/-]/);
  const [a = '', b = '', c = ''] = parts;
  return {
    parts: [Number(a), Number(b), Number(c)],
    widths: [a.length, c.length],
    mayLead: text.includes('-'),
  };
};
function find(...dates: readonly string[]) {
  const finder = createOrderFinder();
  dates.forEach((date, index) => {
    finder.add(written(date), index + 1, date);
  });
  return finder.finish();
}

describe('a written date', () => {
  it('is a day only where the calendar has it', () => {
    expect(readWrittenDate(written('29/02/2024'), 'dmy')).toBe('2024-02-29');
    expect(readWrittenDate(written('29/02/2026'), 'dmy')).toBeNull();
    expect(readWrittenDate(written('31/04/26'), 'dmy')).toBeNull();
    expect(readWrittenDate(written('04/31/2026'), 'mdy')).toBeNull();
    expect(readWrittenDate(written('2026/04/30'), 'ymd')).toBe('2026-04-30');
    expect(readWrittenDate(written('2026/04/30'), 'dmy')).toBeNull();
    expect(readWrittenDate(written('30/04/2569'), 'dmy')).toBeNull();
  });
});

describe('the order of a file', () => {
  it('is known by its years, by its numbers, or by its lines running on', () => {
    expect(find('2026/04/03')).toMatchObject({ order: 'ymd', from: 'year-first' });
    expect(find('03/04/2026', '30/04/2026')).toMatchObject({ order: 'dmy', from: 'numbers' });
    expect(find('01/02/2026', '02/01/2026', '03/02/2026')).toMatchObject({ order: 'mdy', from: 'sequence' });
    expect(find('03/03/2026')).toMatchObject({ order: 'dmy', from: 'same' });
  });

  it('stays open, and is never guessed, when two fit', () => {
    expect(find('03/04/2026', '04/05/2026')).toMatchObject({
      order: null,
      question: { orders: ['dmy', 'mdy'] },
    });
    expect(find('21-10-14')).toMatchObject({ order: null, question: { orders: ['dmy', 'ymd'] } });
    // Both run in both directions: lines of no order at all say nothing.
    expect(find('05/01/2026', '01/05/2026', '05/02/2026', '02/03/2026').order).toBeNull();
  });

  it('asks with the first and last lines in which the answers differ', () => {
    const two = (number: number): string => String(number).padStart(2, '0');
    const dates = Array.from({ length: 11 }, (_, at) => `${two(at + 1)}/${two(at + 2)}/2026`);
    const { question } = find(...dates);
    expect(question?.lines.map(({ line }) => line)).toEqual([1, 2, 3, 9, 10, 11]);
  });

  it('of any real chat is found right or asked for, never wrong', () => {
    const day = fc.date({
      min: new Date('2015-01-01T00:00:00Z'),
      max: new Date('2030-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('dmy', 'mdy'),
        (days, order) => {
          const sorted = days.map((each) => each.toISOString().slice(0, 10)).sort();
          const { order: found, from } = find(
            ...sorted.map((each) => {
              const [year = '', month = '', date = ''] = each.split('-');
              return order === 'dmy' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`;
            }),
          );
          if (found !== null && from !== 'same') expect(found).toBe(order);
        },
      ),
    );
  });
});
