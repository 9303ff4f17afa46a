import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { compareDated } from '../../../shared/domain/dates/order';
import { printDate } from '../../../shared/domain/dates/print';
import { isAmbiguousUkTime, isSkippedUkTime, ukOffsetMinutes } from '../../../shared/domain/dates/uk-clock';
import { anyEdtf } from '../../helpers/any-entry';

describe('dates in words', () => {
  const cases: readonly (readonly [string, Parameters<typeof printDate>[1], string])[] = [
    ['2026-11-03', null, '3 Nov 2026'],
    ['2026-11-03', { from: '21:05', to: null, precision: 'exact' }, '3 Nov 2026, 21:05'],
    ['2026-11-03~', { from: '21:00', to: null, precision: 'about' }, 'on or about 3 Nov 2026, about 21:00'],
    ['2026-11-03?', null, '3 Nov 2026, not certain'],
    ['2026-05~', null, 'about May 2026'],
    ['2026-06-XX', null, 'sometime in June 2026'],
    ['2026-05', null, 'sometime in May 2026'],
    ['2026-04-14/2026-04-18', null, 'between 14 and 18 Apr 2026'],
    ['2026-04-28/2026-05-02', null, 'between 28 Apr and 2 May 2026'],
    ['2026-09-10/..', null, 'from 10 Sep 2026, still going on'],
    ['2024-05/', null, 'from May 2024, end not known'],
    ['2025-12%', null, 'about December 2025, not certain'],
    ['2026-22', null, 'in summer 2026'],
    ['202X', null, 'sometime in the 2020s'],
    ['2026-05-03T21:14:00+01:00', null, '3 May 2026, 21:14'],
    [
      '2026-11-03',
      { from: '21:00', to: '23:10', precision: 'minute' },
      '3 Nov 2026, between 21:00 and 23:10',
    ],
    ['2026-11-03', { from: '19:00', to: null, precision: 'part_of_day' }, '3 Nov 2026, in the evening'],
  ];
  it.each(cases)('%s with %o reads %s', (edtf, time, words) => {
    expect(printDate(edtf, time)).toBe(words);
  });
});

describe('the bounds of a date', () => {
  it('never move with a time zone', () => {
    expect(dateBounds('2026-05-03T00:14:00+05:00', null)).toMatchObject({ earliest: '2026-05-03T00:14:00' });
    expect(dateBounds('2026-06-01', null).earliest).toBe('2026-06-01T00:00:00');
    expect(dateBounds('2026-06-30', null).latest).toBe('2026-06-30T23:59:59');
  });

  it('count seasons as the Met Office does', () => {
    expect(dateBounds('2026-21', null)).toMatchObject({
      earliest: '2026-03-01T00:00:00',
      latest: '2026-05-31T23:59:59',
    });
    expect(dateBounds('2026-24', null)).toMatchObject({
      earliest: '2026-12-01T00:00:00',
      latest: '2027-02-28T23:59:59',
    });
  });

  it('are narrowed by a time only on one day', () => {
    const time = { from: '21:00', to: '23:10', precision: 'minute' } as const;
    expect(dateBounds('2026-11-03', time)).toMatchObject({
      earliest: '2026-11-03T21:00:00',
      latest: '2026-11-03T23:10:59',
    });
    expect(dateBounds('2026-11', time).earliest).toBe('2026-11-01T00:00:00');
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2001-33',
    '2024-25',
    '2026-00-10',
    '03/11/2026',
    '2026-11-3',
    'yesterday',
    '../..',
    '/',
    '2026-05-07/2026-05-03',
    '[2026,2027]',
    'Y17000',
    '2026-11-03T25:00:00',
  ])('refuse %s', (text) => {
    expect(() => dateBounds(text, null)).toThrow('invalid-input');
  });

  it('know the last day of February in every kind of year', () => {
    for (const [year, last] of [
      [2024, 29],
      [2025, 28],
      [2000, 29],
      [1900, 28],
    ]) {
      expect(dateBounds(`${year}-02`, null).latest).toBe(`${year}-02-${last}T23:59:59`);
      expect(() => dateBounds(`${year}-02-${(last ?? 0) + 1}`, null)).toThrow('invalid-input');
    }
  });

  it('of a day are what the library reads it as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_652_058 }), (days) => {
        const text = new Date(Date.UTC(0, 0, 1) + days * 86_400_000);
        text.setUTCFullYear(text.getUTCFullYear() % 10_000);
        const day = text.toISOString().slice(0, 10);
        fc.pre(/^\d{4}-/u.test(day));
        const { min, max } = edtf(day);
        const { earliest, latest } = dateBounds(day, null);
        expect([Date.parse(`${earliest}Z`), Date.parse(`${latest}.999Z`)]).toEqual([min, max]);
      }),
    );
  });

  it('hold for any EDTF value: earliest is not after latest, and it prints', () => {
    fc.assert(
      fc.property(anyEdtf, (text) => {
        const bounds = dateBounds(text, null);
        expect(bounds.earliest <= bounds.latest).toBe(true);
        expect(printDate(text, null).length).toBeGreaterThan(3);
      }),
      { numRuns: 2000 },
    );
  });

  it('order any entries totally and the same way whatever order they come in', () => {
    fc.assert(
      fc.property(fc.array(anyEdtf, { minLength: 2, maxLength: 20 }), fc.integer(), (texts, seed) => {
        const rows = texts.map((text, index) => ({
          ...dateBounds(text, null),
          id: String(index).padStart(3, '0'),
        }));
        const sorted = [...rows].sort(compareDated).map(({ id }) => id);
        const shuffled = [...rows].sort(
          (a, b) => ((Number(a.id) * 7919 + seed) % 101) - ((Number(b.id) * 7919 + seed) % 101),
        );
        expect(shuffled.sort(compareDated).map(({ id }) => id)).toEqual(sorted);
      }),
    );
  });
});

describe('the UK clock', () => {
  it('agrees with the time zone database for every hour of ten years', () => {
    const london = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      hour: '2-digit',
      day: '2-digit',
      hourCycle: 'h23',
    });
    for (let utc = Date.UTC(2020, 0, 1); utc < Date.UTC(2030, 0, 1); utc += 3_600_000) {
      for (const offset of [0, 60]) {
        const local = new Date(utc + offset * 60_000).toISOString();
        if (ukOffsetMinutes(local.slice(0, 10), local.slice(11, 16)) !== offset) continue;
        const [day = '', hour = ''] = london.format(utc).split(', ');
        const expected = `${local.slice(8, 10)} ${local.slice(11, 13)}`;
        if (!isSkippedUkTime(local.slice(0, 10), local.slice(11, 16)))
          expect(`${day} ${hour}`).toBe(expected);
      }
    }
  });

  it('knows the hour that comes twice and the hour that never was', () => {
    expect(isAmbiguousUkTime('2026-10-25', '01:30')).toBe(true);
    expect(isAmbiguousUkTime('2026-10-25', '02:00')).toBe(false);
    expect(isSkippedUkTime('2026-03-29', '01:00')).toBe(true);
    expect(isSkippedUkTime('2026-03-29', '02:00')).toBe(false);
  });
});
