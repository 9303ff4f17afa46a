import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBestDate, showsTheFuture } from '../../../../shared/domain/facts/best-date';
import {
  differs,
  distance,
  reasonsForDifference,
  seenFrom,
} from '../../../../shared/domain/facts/difference';
import { newFact } from '../../../../shared/domain/facts/new-fact';
import type { NewFact } from '../../../../shared/domain/facts/new-fact';
import { factSources } from '../../../../shared/models/evidence';

const made = (
  value: string,
  time: string | null = null,
  zone: string | null = null,
  more: Partial<NewFact> = {},
): NewFact =>
  newFact({
    field: 'captured',
    source: 'exif',
    code: 'exif.DateTimeOriginal',
    raw: value,
    value,
    time,
    zone,
    ...more,
  });

const claim = fc
  .record({
    at: fc.integer({ min: Date.UTC(1998, 0), max: Date.UTC(2035, 0) }),
    withTime: fc.boolean(),
    zone: fc.constantFrom(null, 'Z', '+01:00', '+00:00', '-05:00'),
    source: fc.constantFrom(...factSources),
  })
  .map(({ at, withTime, zone, source }) => {
    const text = new Date(at).toISOString();
    return made(text.slice(0, 10), withTime ? text.slice(11, 19) : null, withTime ? zone : null, { source });
  });

describe('two claims', () => {
  it('differ, are as far apart, and are explained the same whichever comes first', () => {
    fc.assert(
      fc.property(claim, claim, (a, b) => {
        expect(differs(a, b)).toBe(differs(b, a));
        expect(distance(a, b)).toBe(distance(b, a));
        expect(reasonsForDifference(a, b)).toEqual(reasonsForDifference(b, a));
      }),
      { numRuns: 500 },
    );
  });

  it('are in conflict in whatever order a file gives them', () => {
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 5 }), fc.integer(), (claims, seed) => {
        const cut = Math.abs(seed) % (claims.length + 1);
        const turned = [...claims.slice(cut), ...claims.slice(0, cut)].reverse();
        expect(chooseBestDate(turned).conflict).toBe(chooseBestDate(claims).conflict);
      }),
    );
  });

  it('never differ from themselves', () => {
    fc.assert(
      fc.property(claim, (a) => {
        expect(differs(a, a)).toBe(false);
        expect(reasonsForDifference(a, a)).toEqual([]);
      }),
    );
  });

  it('that name both moments of the hour that came twice do differ', () => {
    const [first, second] = [made('2026-10-25', '01:30', '+01:00'), made('2026-10-25', '01:30', '+00:00')];
    expect(differs(first, second)).toBe(true);
    expect(distance(first, second)).toBe('one hour');
    expect(reasonsForDifference(first, second).join(' ')).toContain(
      'the same time on the clock in different zones',
    );
  });
});

describe('why they may differ', () => {
  it.each([
    [
      made('2026-07-03', '23:05'),
      made('2026-07-03', '22:05'),
      'set to UTC, or one not changed for summer time',
    ],
    [made('2026-12-03', '23:05'), made('2026-12-03', '22:05'), 'still on summer time'],
    [made('2026-07-03', '10:05'), made('2026-07-03', '22:05'), 'am instead of pm'],
    [made('2026-07-03', '22:05'), made('2026-07-03', '17:05'), 'time of another country'],
    [made('2026-07-03', '22:05'), made('2026-07-03', '22:11'), 'fast or slow'],
    [made('2026-03-04'), made('2026-04-03'), 'American way'],
    [made('2026-03-04', '10:00'), made('2025-03-04', '10:00'), 'Only the year differs'],
    [made('2026-03-04', '10:00'), made('2000-01-01', '00:00'), 'after a reset'],
    [
      made('2026-03-04', '10:00'),
      made('2026-03-06', null, null, { source: 'file-name', code: 'file-name.WhatsAppAndroid' }),
      'received or saved',
    ],
    [
      made('2026-03-04', '10:00'),
      made('2026-05-04', '10:00', null, { source: 'archive' }),
      'packed the archive',
    ],
  ])('%#', (a, b, expected) => {
    expect(reasonsForDifference(a, b).join(' ')).toContain(expected);
  });

  it('is left open when nothing usual would explain it', () => {
    expect(reasonsForDifference(made('2026-07-03', '22:05'), made('2026-07-09', '13:41'))).toEqual([]);
  });
});

describe('how far apart', () => {
  it.each([
    [made('2026-07-03', '22:05'), made('2026-07-03', '22:06'), 'one minute earlier'],
    [made('2026-07-03', '22:05'), made('2026-07-03', '20:35'), 'one hour 30 minutes later'],
    [made('2026-07-03', '22:05'), made('2026-07-03', '21:06'), '59 minutes later'],
    [made('2026-07-03'), made('2026-07-05'), '2 days earlier'],
    [made('2026-07-03', '22:05'), made('2023-07-05', '10:00'), '3 years later'],
  ])('%#', (a, b, expected) => {
    expect(seenFrom(a, b)).toBe(expected);
  });

  it('is not said of dates that are not exact', () => {
    expect(distance(made('2026-07~'), made('2026-07-03', '22:05'))).toBeNull();
  });
});

describe('what a picture shows', () => {
  const shown = (value: string, time: string | null = null) =>
    newFact({ field: 'shown', source: 'typed', code: 'typed.Advocate', raw: value, value, time });
  it('cannot be later than the picture', () => {
    const taken = { edtf: '2026-07-03', time: '22:05', zone: null };
    expect(showsTheFuture(taken, shown('2026-07-03', '21:59'))).toBe(false);
    expect(showsTheFuture(taken, shown('2026-07-03', '22:05'))).toBe(false);
    expect(showsTheFuture(taken, shown('2026-07-03', '22:30'))).toBe(true);
    expect(showsTheFuture(taken, shown('2026-07-04'))).toBe(true);
    expect(showsTheFuture({ ...taken, time: null }, shown('2026-07-03', '22:30'))).toBe(false);
    expect(showsTheFuture(taken, shown('2026-08~'))).toBe(false);
  });
});
