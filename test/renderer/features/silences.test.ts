import { describe, expect, it } from 'vitest';
import { silences } from '../../../renderer/features/chronology/silences';

const on = (id: string, earliest: string, latest = earliest) => ({
  id,
  earliest: `${earliest}T00:00`,
  latest: `${latest}T23:59`,
});

describe('a silence between incidents', () => {
  it('counts the days with nothing between two entries', () => {
    expect([...silences([on('a', '2026-01-01'), on('b', '2026-02-01')])]).toEqual([['b', 30]]);
  });

  it('is counted from the latest day an uncertain entry allows', () => {
    expect([...silences([on('a', '2026-01-01', '2026-01-31'), on('b', '2026-03-01')])]).toEqual([['b', 28]]);
  });

  it('is not said when it is short or when an entry spans it', () => {
    expect(silences([on('a', '2026-01-01'), on('b', '2026-01-20')]).size).toBe(0);
    expect(
      silences([on('span', '2026-01-01', '2026-06-30'), on('in', '2026-02-01'), on('b', '2026-07-02')]).size,
    ).toBe(0);
  });

  it('is the same in whatever order the entries come', () => {
    const entries = [on('a', '2026-01-01'), on('b', '2026-03-01'), on('c', '2026-06-01')];
    expect(silences([...entries].reverse())).toEqual(silences(entries));
  });
});
