import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrowRow } from '../../../../shared/domain/chronology-row';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { aroundTrigger } from '../../../../shared/domain/patterns/after-trigger';
import { dayFrom, dayNumber, mondayOf, weekdayOf } from '../../../../shared/domain/patterns/calendar';
import { countRows } from '../../../../shared/domain/patterns/counts';
import { silencesOf } from '../../../../shared/domain/patterns/silences';
import type { NewEntry } from '../../../../shared/models/chronology';
import { anyEntry } from '../../../helpers/any-entry';

const row = (edtf: string, more: Partial<NewEntry> = {}) => ({
  ...narrowRow({ ...nothingMore, edtf, time: null, title: 'x', ...more }),
  id: edtf,
});
const at = (from: string): NewEntry['time'] => ({ from, to: null, precision: 'minute' });
const rows = fc.array(
  anyEntry.map((entry) => ({ ...narrowRow(entry), id: entry.title })),
  { maxLength: 40 },
);

describe('days of the calendar', () => {
  it('are numbered without a gap, and a week begins on its Monday', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (number) => {
        const day = dayFrom(number);
        expect(dayNumber(day)).toBe(number);
        expect(weekdayOf(mondayOf(day))).toBe(0);
        expect(dayNumber(day) - dayNumber(mondayOf(day))).toBe(weekdayOf(day));
      }),
    );
    expect([weekdayOf('2026-11-25'), mondayOf('2026-11-25')]).toEqual([2, '2026-11-23']);
  });
});

describe('counts', () => {
  it('lose no entry: each is in a day or named as without one, in a week or without, and so on', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const counts = countRows(some);
        const sum = (list: readonly { readonly count: number }[]): number =>
          list.reduce((total, { count }) => total + count, 0);
        expect(counts.incidents + counts.events).toBe(some.length);
        expect(sum(counts.days) + counts.withoutDay).toBe(counts.incidents);
        expect(sum(counts.hours) + counts.withoutHour).toBe(sum(counts.days));
        for (const week of counts.weeks)
          expect(Object.values(week.acts).every((act) => act <= week.count - week.unmarked)).toBe(true);
      }),
    );
  });

  it('put an entry in its day, its hour and its week, and count every act it is marked with', () => {
    const counts = countRows([
      row('2026-11-23', { time: at('21:10'), behaviours: ['a', 'b'] }),
      row('2026-11-25', { time: at('21:50'), behaviours: ['b'] }),
      row('2026-12-09'),
      row('2026-11'),
      row('2026-11-24', { kind: 'event' }),
    ]);
    expect(counts.days.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-25', '2026-12-09']);
    expect(counts.hours).toEqual([
      { weekday: 0, hour: 21, count: 1 },
      { weekday: 2, hour: 21, count: 1 },
    ]);
    expect(counts.weeks.map(({ week, count, acts, unmarked }) => [week, count, acts, unmarked])).toEqual([
      ['2026-11-23', 2, { a: 1, b: 2 }, 0],
      ['2026-11-30', 0, {}, 0],
      ['2026-12-07', 1, {}, 1],
    ]);
    expect([counts.withoutDay, counts.withoutWeek, counts.withoutHour, counts.events]).toEqual([1, 1, 1, 1]);
  });
});

describe('silences', () => {
  it('hold no incident, whatever the dates allow', () => {
    fc.assert(
      fc.property(rows, (some) => {
        for (const { from, to, days } of silencesOf(some)) {
          expect(dayNumber(to) - dayNumber(from) + 1).toBe(days);
          const inside = some.filter(
            ({ earliest, latest, flags }) =>
              (flags & 16) === 0 && latest.slice(0, 10) >= from && earliest.slice(0, 10) <= to,
          );
          expect(inside).toEqual([]);
        }
      }),
    );
  });

  it('are full days, and an event ends none', () => {
    const found = silencesOf([row('2026-01-01'), row('2026-01-10', { kind: 'event' }), row('2026-02-01')]);
    expect(found).toEqual([{ id: '2026-02-01', days: 30, from: '2026-01-02', to: '2026-01-31' }]);
    // "About" January may have been its last day.
    expect(silencesOf([row('2026-01~'), row('2026-02-20')], 5)).toMatchObject([
      { from: '2026-02-01', days: 19 },
    ]);
  });
});

describe('what followed an event', () => {
  it('is counted in weeks from its day, and dates that lie across two weeks are named as unsure', () => {
    const { weeks, unsure } = aroundTrigger(
      [
        row('2026-03-09'),
        row('2026-03-10'),
        row('2026-03-16'),
        row('2026-03-17'),
        row('2026-03'),
        row('2026-03-11', { kind: 'event' }),
      ],
      row('2026-03-10'),
    );
    const count = (wanted: number): number | undefined => weeks.find(({ week }) => week === wanted)?.count;
    expect([count(-1), count(0), count(1), unsure]).toEqual([1, 2, 1, 1]);
  });
});
