import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateBounds } from '../../../../shared/domain/dates/bounds';
import { printDate } from '../../../../shared/domain/dates/print';
import { differs } from '../../../../shared/domain/facts/difference';
import { newFact } from '../../../../shared/domain/facts/new-fact';
import {
  entryDate,
  isMoved,
  printAsGiven,
  printDated,
  ukDate,
} from '../../../../shared/domain/facts/uk-date';

const london = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
});

const zone = fc
  .tuple(
    fc.constantFrom('+', '-'),
    fc.integer({ min: 0, max: 13 }),
    fc.constantFrom('00', '30', '45'),
    fc.constantFrom(':', ''),
  )
  .map(([sign, hours, minutes, mark]) => `${sign}${String(hours).padStart(2, '0')}${mark}${minutes}`);

describe('a date with a zone', () => {
  it.each([
    // A film of a quarter past midnight, as phones write it.
    ['2024-07-10', '23:15:00', 'Z', '11 Jul 2024, 00:15 BST', '10 Jul 2024, 23:15 UTC', true],
    ['2024-07-10', '14:30:00', '+01:00', '10 Jul 2024, 14:30 BST', '10 Jul 2024, 14:30 UTC+01:00', false],
    ['2024-01-10', '23:15', 'Z', '10 Jan 2024, 23:15 GMT', '10 Jan 2024, 23:15 UTC', false],
    ['2024-07-10', '14:30', '-0700', '10 Jul 2024, 22:30 BST', '10 Jul 2024, 14:30 UTC-07:00', true],
    ['2024-12-31', '20:00', '-05:00', '1 Jan 2025, 01:00 GMT', '31 Dec 2024, 20:00 UTC-05:00', true],
    ['2024-03-01', '02:00', '+05:30', '29 Feb 2024, 20:30 GMT', '1 Mar 2024, 02:00 UTC+05:30', true],
    // The hour that came twice, and the one that never was.
    [
      '2024-10-27',
      '00:30',
      'Z',
      '27 Oct 2024, 01:30 BST, before the clocks went back',
      '27 Oct 2024, 00:30 UTC',
      true,
    ],
    [
      '2024-10-27',
      '01:30',
      'Z',
      '27 Oct 2024, 01:30 GMT, after the clocks went back',
      '27 Oct 2024, 01:30 UTC',
      false,
    ],
    ['2024-03-31', '01:30', 'Z', '31 Mar 2024, 02:30 BST', '31 Mar 2024, 01:30 UTC', true],
    // Nothing is made up where no zone is named, or one that nobody can read.
    ['2024-07-10', '23:15', null, '10 Jul 2024, 23:15', '10 Jul 2024, 23:15', false],
    ['2024-07-10', '23:15', 'CEST', '10 Jul 2024, 23:15 (CEST)', '10 Jul 2024, 23:15 CEST', false],
    ['2024-07-10', null, 'Z', '10 Jul 2024', '10 Jul 2024', false],
    ['2024-07', null, 'Z', 'sometime in July 2024', 'sometime in July 2024', false],
  ] as const)('%s %s %s is %s', (edtf, time, named, here, given, moved) => {
    const date = { edtf, time, zone: named };
    expect(printDated(date)).toBe(here);
    expect(printAsGiven(date)).toBe(given);
    expect(isMoved(date)).toBe(moved);
  });

  it('is what a clock in the UK showed at that instant, whatever the zone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1996-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.oneof(fc.constant('Z'), zone),
        (instant, named) => {
          const minutes = Math.floor(instant.getTime() / 60_000);
          const match = /^([+-])(\d\d):?(\d\d)$/u.exec(named);
          const ahead =
            match === null ? 0 : Number(`${match[1] ?? ''}1`) * (Number(match[2]) * 60 + Number(match[3]));
          const written = new Date((minutes + ahead) * 60_000).toISOString();
          const [edtf = '', time = ''] = written.split(/[T.]/u);
          const { local } = { local: london.format(new Date(minutes * 60_000)).replace(' ', 'T') };
          const moved = ukDate({ edtf, time, zone: named });
          expect(`${moved.edtf}T${moved.time ?? ''}`).toBe(local);
          const entry = entryDate({ edtf, time, zone: named });
          expect(dateBounds(entry.edtf, entry.time).earliest).toBe(local);
        },
      ),
    );
  });

  it('that is an EDTF moment keeps the zone it was written with', () => {
    expect(printDate('2024-07-10T23:15:00Z', null)).toBe('10 Jul 2024, 23:15 (UTC+0)');
    expect(printDate('2024-07-10T23:15:00+01:00', null)).toBe('10 Jul 2024, 23:15');
    expect(printDate('2024-07-10T23:15:00', null)).toBe('10 Jul 2024, 23:15');
    expect(printDate('2024-12-31T20:00:00-05:00', null)).toBe('31 Dec 2024, 20:00 (UTC−5)');
  });

  it('is no contradiction to a day without a time that is the same in the UK or where it was written', () => {
    const fact = (value: string, time: string | null, named: string | null) =>
      newFact({
        field: 'captured',
        source: 'container',
        code: 'other',
        raw: value,
        value,
        time,
        zone: named,
      });
    expect(differs(fact('2024-07-10', '23:15:00', 'Z'), fact('2024-07-11', null, null))).toBe(false);
    expect(differs(fact('2024-07-10', '23:15:00', 'Z'), fact('2024-07-10', null, null))).toBe(false);
    expect(differs(fact('2024-07-10', '23:15:00', 'Z'), fact('2024-07-12', null, null))).toBe(true);
  });
});
