import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../../shared/domain/dates/add-months';
import { inForce, standingOf, ukDay } from '../../../../shared/domain/dates/standing';
import { ukOffsetAt } from '../../../../shared/domain/dates/uk-clock';

describe('the day it is in the UK', () => {
  it.each([
    ['2026-06-30T22:59:59.999Z', '2026-06-30'],
    ['2026-06-30T23:00:00.000Z', '2026-07-01'],
    ['2026-12-31T23:59:59.000Z', '2026-12-31'],
    ['2027-01-01T00:00:00.000Z', '2027-01-01'],
    ['2026-03-29T00:59:59.000Z', '2026-03-29'],
    ['2026-10-25T23:30:00.000Z', '2026-10-25'],
    ['2026-10-24T23:30:00.000Z', '2026-10-25'],
  ])('at %s is %s', (instant, day) => {
    expect(ukDay(new Date(instant))).toBe(day);
  });

  it('is that of the clock in London at every hour of years', () => {
    for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2028, 0, 1); at += 3_600_000) {
      expect(ukDay(new Date(at))).toBe(new Date(at + ukOffsetAt(at) * 60_000).toISOString().slice(0, 10));
    }
  });
});

describe('where a deadline stands', () => {
  it('is past from the day after it, and by whole days whatever the clocks did in between', () => {
    expect(standingOf('2026-09-03', '2026-11-26')).toEqual({ is: 'past', days: 84 });
    expect(standingOf('2026-11-26', '2026-11-26')).toEqual({ is: 'today', days: 0 });
    expect(standingOf('2026-11-27', '2026-11-26')).toEqual({ is: 'ahead', days: 1 });
    expect(standingOf('2026-03-30', '2026-03-28')).toEqual({ is: 'ahead', days: 2 });
    expect(standingOf('2026-10-24', '2026-10-26')).toEqual({ is: 'past', days: 2 });
    expect(standingOf('2024-02-28', '2024-03-01')).toEqual({ is: 'past', days: 2 });
  });

  it('is past exactly when the day sorts before today', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 60 }), (from, today, months) => {
        const last = addMonths(from, months);
        const { is, days } = standingOf(last, today);
        expect(is).toBe(last < today ? 'past' : last === today ? 'today' : 'ahead');
        expect(days === 0).toBe(is === 'today');
      }),
    );
  });
});

describe('an order', () => {
  const today = '2026-11-26';
  it.each([
    ['2026-01-01', '2026-11-25', 'ended'],
    ['2026-01-01', '2026-11-26', 'in-force'],
    ['2026-01-01', '2027-01-01', 'in-force'],
    ['2026-01-01', null, 'in-force'],
    [null, '2026-11-25', 'ended'],
    [null, '2027-01-01', 'not-known'],
    [null, null, 'not-known'],
    ['2026-11-27', null, 'to-come'],
    ['2026-12', '2027-12', 'to-come'],
    // A month or a year ends when its last day has passed; until then nobody may say so.
    ['2026-01', '2026-10', 'ended'],
    ['2026-01', '2026-11', 'may-have-ended'],
    ['2025', '2026', 'may-have-ended'],
    ['2026-11', null, 'may-be-to-come'],
    ['2026-01-01', '2026-11-25?', 'may-have-ended'],
    ['2026-01-01', '2026-10~', 'may-have-ended'],
    ['nonsense', 'nonsense', 'not-known'],
  ] as const)('from %s until %s is %s', (from, until, expected) => {
    expect(inForce(from, until, today)).toBe(expected);
  });
});
