import { describe, expect, it } from 'vitest';
import file from '../../../../resources/law/bank-holidays.json' with { type: 'json' };
import {
  addDays,
  addMonths,
  addWorkingDays,
  dayOfLimit,
  isWorkingDay,
} from '../../../../shared/domain/casework/working-days';
import { lawOf, limitOf } from '../../../../shared/domain/law/law-of';
import { jurisdictions } from '../../../../shared/models/jurisdiction';
import type { Jurisdiction } from '../../../../shared/models/jurisdiction';

const everywhere: readonly (Jurisdiction | null)[] = [...jurisdictions, null];
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
/** Every day of the years the list is for. */
const days = Array.from({ length: 3653 }, (_, index) => addDays('2019-01-01', index));
const at = <T>(list: readonly T[], seed: number): T | undefined => list[(seed * 7919) % list.length];

describe('the list of bank holidays', () => {
  it('has eight a year in England and Wales, nine in Scotland, ten in Northern Ireland, and those that were proclaimed besides', () => {
    const count = (place: Jurisdiction, year: number) =>
      file.holidays[place].filter(({ day }) => day.startsWith(String(year))).length;
    for (let year = 2019; year <= 2028; year += 1) {
      const more = year === 2022 ? 2 : year === 2023 ? 1 : 0;
      expect([year, ...jurisdictions.map((place) => count(place, year))]).toEqual([
        ...[year, 8 + more, 9 + more + (year === 2026 ? 1 : 0), 10 + more],
      ]);
    }
  });

  it('has no weekend in it: a holiday that falls on one has a substitute day', () => {
    for (const place of jurisdictions)
      for (const { day } of file.holidays[place])
        expect([day, [0, 6].includes(weekday(day))]).toEqual([day, false]);
  });

  it('is in order, and has no day twice', () => {
    for (const place of jurisdictions) {
      const list = file.holidays[place].map(({ day }) => day);
      expect(list).toEqual([...new Set(list)].sort());
    }
  });

  it.each([
    [
      '2022-06-02',
      'Platinum Jubilee, spring holiday moved',
      ['england-and-wales', 'scotland', 'northern-ireland'],
    ],
    ['2022-06-03', 'Platinum Jubilee', ['england-and-wales', 'scotland', 'northern-ireland']],
    ['2022-09-19', 'State Funeral', ['england-and-wales', 'scotland', 'northern-ireland']],
    ['2023-05-08', 'Coronation', ['england-and-wales', 'scotland', 'northern-ireland']],
    ['2020-05-08', 'VE Day in place of 4 May', ['england-and-wales', 'scotland', 'northern-ireland']],
    ['2021-12-28', 'Boxing Day of a Sunday', ['england-and-wales', 'scotland', 'northern-ireland']],
    ['2026-04-06', 'Easter Monday', ['england-and-wales', 'northern-ireland']],
    ['2026-01-02', '2 January', ['scotland']],
    ['2026-08-03', 'first Monday of August', ['scotland']],
    ['2026-08-31', 'last Monday of August', ['england-and-wales', 'northern-ireland']],
    ['2026-11-30', 'St Andrew’s Day', ['scotland']],
    ['2025-12-01', 'St Andrew’s Day of a Sunday', ['scotland']],
    ['2026-06-15', 'World Cup', ['scotland']],
    ['2026-03-17', 'St Patrick’s Day', ['northern-ireland']],
    ['2026-07-13', 'Battle of the Boyne of a Sunday', ['northern-ireland']],
    ['2020-05-04', 'the Monday that VE Day took', []],
    ['2022-05-30', 'the Monday that the Jubilee took', []],
  ])('has %s (%s) in %j', (day, _name, where) => {
    expect(jurisdictions.filter((place) => !isWorkingDay(day, place))).toEqual(where);
  });
});

describe('working days', () => {
  it.each([
    // Friday 22 May 2026; Monday 25 is the spring holiday.
    ['2026-05-22', 1, 'england-and-wales', '2026-05-26'],
    ['2026-05-22', 5, 'england-and-wales', '2026-06-01'],
    // Christmas 2026: Friday, and Monday for Boxing Day.
    ['2026-12-23', 2, 'england-and-wales', '2026-12-29'],
    ['2026-12-31', 1, 'england-and-wales', '2027-01-04'],
    ['2026-12-31', 1, 'scotland', '2027-01-05'],
    ['2026-11-27', 1, 'scotland', '2026-12-01'],
    ['2026-11-27', 1, 'england-and-wales', '2026-11-30'],
    ['2026-07-10', 1, 'northern-ireland', '2026-07-14'],
    // Over the clocks going forward and back.
    ['2026-03-27', 1, 'england-and-wales', '2026-03-30'],
    ['2026-10-23', 1, 'england-and-wales', '2026-10-26'],
    // Over 29 February.
    ['2028-02-28', 2, 'england-and-wales', '2028-03-01'],
    ['2026-06-01', 0, 'england-and-wales', '2026-06-01'],
    ['2026-05-26', -1, 'england-and-wales', '2026-05-22'],
  ] as const)('from %s, %i in %s, come to %s', (day, count, place, to) => {
    expect(addWorkingDays(day, count, place)).toEqual({ day: to, isCertain: true });
  });

  it('are not certain where nobody said whose holidays count, nor past the list', () => {
    expect(addWorkingDays('2026-06-01', 1, null)).toEqual({ day: '2026-06-02', isCertain: false });
    expect(addWorkingDays('2028-12-29', 1, 'scotland').isCertain).toBe(false);
    expect(addWorkingDays('2018-12-31', 1, 'scotland').isCertain).toBe(false);
    expect(addWorkingDays('2028-12-28', 1, 'scotland')).toEqual({ day: '2028-12-29', isCertain: true });
  });

  it('where nobody said, come rather too early than too late', () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const day = at(days.slice(0, 3500), seed) ?? '';
      const open = addWorkingDays(day, seed % 12, null).day;
      for (const place of jurisdictions) expect(addWorkingDays(day, seed % 12, place).day >= open).toBe(true);
    }
  });

  it('end on a working day, one by one as all at once, with as many in between as were counted', () => {
    for (let seed = 0; seed < 600; seed += 1) {
      const day = at(days.slice(0, 3500), seed) ?? '';
      const place = everywhere[seed % 4] ?? null;
      const count = 1 + (seed % 15);
      const { day: to } = addWorkingDays(day, count, place);
      expect(isWorkingDay(to, place)).toBe(true);
      const between = days.filter((each) => each > day && each <= to && isWorkingDay(each, place));
      expect(between).toHaveLength(count);
      expect(addWorkingDays(addWorkingDays(day, count - 1, place).day, 1, place).day).toBe(to);
    }
  });

  it('go back as they went', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const place = everywhere[seed % 4] ?? null;
      const start = addWorkingDays(at(days.slice(30, 3500), seed) ?? '', 1, place).day;
      const count = seed % 10;
      expect(addWorkingDays(addWorkingDays(start, count, place).day, -count, place).day).toBe(start);
    }
  });
});

describe('days', () => {
  it('are those of the calendar, over leap days, years and changes of the clocks', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    for (let seed = 0; seed < 300; seed += 1) {
      const day = at(days, seed) ?? '';
      expect(addDays(addDays(day, seed), -seed)).toBe(day);
    }
  });
});

describe('a calendar month', () => {
  it.each([
    // The Information Commissioner's own sort of case: 3 September to 3 October, a Saturday in 2026, so the Monday.
    ['2026-09-03', 1, 'england-and-wales', '2026-10-05'],
    ['2026-06-03', 1, 'england-and-wales', '2026-07-03'],
    // No corresponding day: the last of the month.
    ['2026-03-31', 1, 'england-and-wales', '2026-04-30'],
    ['2028-01-31', 1, 'england-and-wales', '2028-02-29'],
    // 28 February 2027 is a Sunday.
    ['2027-01-31', 1, 'england-and-wales', '2027-03-01'],
    // 25 December, and what follows it.
    ['2026-11-25', 1, 'england-and-wales', '2026-12-29'],
    // 30 November is a holiday in Scotland alone.
    ['2026-10-30', 1, 'scotland', '2026-12-01'],
    ['2026-10-30', 1, 'england-and-wales', '2026-11-30'],
    ['2026-06-12', 1, 'northern-ireland', '2026-07-14'],
    ['2026-11-28', 3, 'england-and-wales', '2027-03-01'],
  ] as const)('from %s, %i in %s, ends on %s', (day, months, place, to) => {
    expect(addMonths(day, months, place)).toEqual({ day: to, isCertain: true });
  });

  it('never ends on a day that is no working day, nor before the corresponding one', () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const day = at(days.slice(0, 3500), seed) ?? '';
      const place = everywhere[seed % 4] ?? null;
      const { day: to } = addMonths(day, 1, place);
      expect(isWorkingDay(to, place)).toBe(true);
      expect(to > addDays(day, 27) && to < addDays(day, 38)).toBe(true);
    }
  });

  it('is not certain where nobody said whose holidays count', () => {
    expect(addMonths('2026-06-03', 1, null)).toEqual({ day: '2026-07-03', isCertain: false });
  });
});

describe('the day of a limit', () => {
  const england = lawOf('england-and-wales');
  const dayOf = (id: string, from: string) => {
    const limit = limitOf(id, england);
    return limit === null ? null : dayOfLimit(limit, from, 'england-and-wales').day;
  };

  it('is counted in working days, months or days, forwards or back, as the limit says', () => {
    expect(dayOf('victims-code', '2026-05-22')).toBe('2026-06-01');
    // Section 127: the corresponding day, weekend or not.
    expect(dayOf('summary', '2026-08-31')).toBe('2027-02-28');
    expect(dayOf('subject-access', '2027-01-31')).toBe('2027-03-01');
    expect(dayOf('complaint-acknowledged', '2026-11-28')).toBe('2026-12-28');
    expect(dayOf('sentence-ahead', '2026-12-10')).toBe('2026-12-03');
    expect(dayOf('police-bail-3', '2026-11-30')).toBe('2027-02-28');
  });
});
