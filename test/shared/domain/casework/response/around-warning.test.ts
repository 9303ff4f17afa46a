import { describe, expect, it } from 'vitest';
import { aroundWarning } from '../../../../../shared/domain/casework/response/around-warning';
import { dateBounds } from '../../../../../shared/domain/dates/bounds';

const entry = (edtf: string, at: string | null = null) => ({
  kind: 'incident' as const,
  ...dateBounds(edtf, at === null ? null : { from: at, to: null, precision: 'exact' }),
});

/** Where one entry lies around a warning. */
function side(edtf: string, warned: string | null = null, at: string | null = null): string | null {
  const around = aroundWarning({ on: '2026-03-29', time: warned }, [entry(edtf, at)]);
  return (['before', 'sameDay', 'after', 'unsure'] as const).find((each) => around[each].length > 0) ?? null;
}

describe('conduct around a warning (domain 8.4: the 28 days before and after)', () => {
  it.each([
    // 28 days before 29 March 2026, when the clocks change, is 1 March; 28 after it is 26 April.
    ['2026-02-28', null],
    ['2026-03-01', 'before'],
    ['2026-03-28', 'before'],
    ['2026-03-29', 'sameDay'],
    ['2026-03-30', 'after'],
    ['2026-04-26', 'after'],
    ['2026-04-27', null],
    ['2026-03', 'unsure'],
    ['2026-02-20/2026-03-05', 'unsure'],
    ['2026-03-28/2026-03-30', 'unsure'],
    ['2026-04-10/2026-04-20', 'after'],
    ['2026-01', null],
  ])('of %s: %s', (edtf, expected) => {
    expect(side(edtf)).toBe(expected);
  });

  it('tells before from after on the day itself where both clock times are known', () => {
    expect(side('2026-03-29', '14:00', '09:30')).toBe('before');
    expect(side('2026-03-29', '14:00', '18:05')).toBe('after');
    expect(side('2026-03-29', '14:00')).toBe('sameDay');
    expect(side('2026-03-29', null, '18:05')).toBe('sameDay');
  });

  it('counts no background event', () => {
    const event = { ...entry('2026-03-20'), kind: 'event' as const };
    expect(aroundWarning({ on: '2026-03-29', time: null }, [event]).before).toEqual([]);
  });

  it('takes leap days into account', () => {
    expect(aroundWarning({ on: '2024-03-28', time: null }, []).from).toBe('2024-02-29');
  });
});
