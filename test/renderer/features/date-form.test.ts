import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromEdtf, toEdtf } from '../../../renderer/features/chronology/date-form';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const month = day.map((text) => text.slice(0, 7));
const values = fc.oneof(
  day,
  day.map((text) => `${text}~`),
  day.map((text) => `${text}?`),
  fc.tuple(day, day).map(([first, last]) => `${first}/${last}`),
  day.map((text) => `${text}/..`),
  month,
  fc.tuple(month, fc.integer({ min: 21, max: 24 })).map(([text, season]) => `${text.slice(0, 4)}-${season}`),
  month.map((text) => text.slice(0, 4)),
  fc.constantFrom('2025-12%', '202X', '2026-05~', '../2026-01-01'),
);

describe('the form for a date', () => {
  it('gives back the very date it was filled from', () => {
    fc.assert(
      fc.property(values, (edtf) => {
        expect(toEdtf(fromEdtf(edtf, '2026-11-24'))).toBe(edtf);
      }),
    );
  });

  it('is filled with today where a date says nothing', () => {
    expect(fromEdtf('2025', '2026-11-24')).toMatchObject({ kind: 'year', year: '2025', day: '2026-11-24' });
  });
});
