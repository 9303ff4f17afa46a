import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainZone, ukMinutes } from '../../../../shared/domain/facts/clock';
import { ukOffsetAt } from '../../../../shared/domain/dates/uk-clock';

const words = (value: string, time: string | null, zone: string | null = null) =>
  explainZone({ value, time, zone }).words;

describe('a time without a zone', () => {
  it.each([
    ['2026-07-03', '22:05', 'British Summer Time, assumed: the file names no zone.'],
    ['2026-12-03', '22:05', 'Greenwich Mean Time, assumed: the file names no zone.'],
  ])('on %s at %s is taken as UK time, and said to be', (day, time, expected) => {
    expect(words(day, time)).toBe(expected);
  });

  it('that a person typed does not blame the file', () => {
    expect(explainZone({ value: '2026-07-03', time: '22:05', zone: null }, 'person').words).toBe(
      'British Summer Time, assumed: no zone was given.',
    );
  });

  it('of the hour that came twice names both moments', () => {
    const found = explainZone({ value: '2026-10-25', time: '01:30:10', zone: null });
    expect(found.trust).toBe('doubt');
    expect(found.words).toContain('at 00:30 UTC in summer time');
    expect(found.words).toContain('an hour later, at 01:30 UTC');
  });

  it('of the hour that never was says so', () => {
    const found = explainZone({ value: '2026-03-29', time: '01:30', zone: null });
    expect(found).toMatchObject({ trust: 'doubt' });
    expect(found.words).toContain('no UK clock showed 01:30');
  });

  it('or without a time of day says only that', () => {
    expect(words('2026-10-25', null)).toBe('Only a date, no time of day.');
    expect(words('2026-10~', '21:00')).toBe('A time, but no exact day.');
  });
});

describe('a time with a zone', () => {
  it.each([
    ['2026-07-03', '21:05', 'Z', 'UTC, which was 22:05 in the UK.'],
    ['2026-07-03', '23:30', 'Z', 'UTC, which was 00:30 on 4 Jul 2026 in the UK.'],
    ['2026-12-03', '21:05', 'Z', 'UTC, which was UK time on that day (Greenwich Mean Time).'],
    ['2026-07-03', '22:05', '+01:00', 'British Summer Time (UTC+01:00), as the file says.'],
    ['2026-12-03', '22:05', '+01:00', 'UTC+01:00, which was 21:05 in the UK.'],
    ['2026-12-03', '22:05', '+00:00', 'Greenwich Mean Time (UTC), as the file says.'],
    ['2026-07-03', '00:30', '+0530', 'UTC+05:30, which was 20:00 on 2 Jul 2026 in the UK.'],
    // The second of the two half past ones, which only its zone tells from the first.
    ['2026-10-25', '01:30', '+00:00', 'Greenwich Mean Time (UTC), as the file says.'],
    ['2026-10-25', '01:30', '+01:00', 'British Summer Time (UTC+01:00), as the file says.'],
  ])('%s %s %s: %s', (day, time, zone, expected) => {
    expect(words(day, time, zone)).toBe(expected);
  });
});

/** Every minute around each change of the UK's clocks from 1996 to 2040. */
const borders = Array.from({ length: 45 }, (_each, index) => 1996 + index).flatMap((year) =>
  [2, 9].map((month) => {
    const last = new Date(Date.UTC(year, month + 1, 0));
    return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1);
  }),
);
const nearBorder = fc
  .tuple(fc.constantFrom(...borders), fc.integer({ min: -180, max: 180 }))
  .map(([border, minutes]) => border + minutes * 60_000);
const written = (instant: number): { readonly value: string; readonly time: string } => {
  const text = new Date(instant).toISOString();
  return { value: text.slice(0, 10), time: text.slice(11, 16) };
};

describe('around every change of the clocks', () => {
  it('a moment in UTC is put on the UK clock that Intl puts it on', () => {
    const london = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
    });
    fc.assert(
      fc.property(nearBorder, (instant) => {
        const there = written(instant + ukOffsetAt(instant) * 60_000).time;
        expect(there).toBe(london.format(new Date(instant)));
        const { words: said } = explainZone({ ...written(instant), zone: 'Z' });
        expect(said).toContain(ukOffsetAt(instant) === 0 ? 'was UK time on that day' : `which was ${there}`);
      }),
      { numRuns: 500 },
    );
  });

  it('a clock time is in doubt exactly when it names two moments or none', () => {
    fc.assert(
      fc.property(nearBorder, (instant) => {
        const local = written(instant);
        const moments = [0, 60].filter((offset) => ukOffsetAt(instant - offset * 60_000) === offset).length;
        const { trust } = explainZone({ ...local, zone: null });
        expect(trust).toBe(moments === 1 ? 'assumed' : 'doubt');
      }),
      { numRuns: 500 },
    );
  });

  it('the same moment is the same time, whichever zone it is written in', () => {
    fc.assert(
      fc.property(nearBorder, fc.integer({ min: -12, max: 14 }), (instant, hours) => {
        const zone = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
        expect(ukMinutes({ ...written(instant + hours * 3_600_000), zone })).toBe(
          ukMinutes({ ...written(instant), zone: 'Z' }),
        );
      }),
    );
  });
});
