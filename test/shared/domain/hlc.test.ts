import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHlc, nextHlc, parseHlc } from '../../../shared/domain/hlc';

describe('the hybrid logical clock', () => {
  it('only goes forward, as a number and as text, whatever the wall clock does', () => {
    const walls = fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 }), { minLength: 2, maxLength: 200 });
    fc.assert(
      fc.property(walls, (times) => {
        let last = { wall: 0, count: 0 };
        for (const time of times) {
          const next = nextHlc(last, time);
          expect(formatHlc(next) > formatHlc(last)).toBe(true);
          expect(next.wall).toBeGreaterThanOrEqual(time);
          last = next;
        }
      }),
    );
  });

  it('still sorts as text after more readings than four digits hold', () => {
    let last = nextHlc({ wall: 0, count: 0 }, 1_764_000_000_000);
    for (let turn = 0; turn < 25_000; turn += 1) {
      const next = nextHlc(last, 5);
      if (formatHlc(next) <= formatHlc(last)) throw new Error(`went back at ${turn}`);
      last = next;
    }
    expect(formatHlc(last)).toHaveLength('0001764000000000-0003'.length);
  });

  it('reads its own text and takes anything else for the beginning of time', () => {
    const reading = { wall: 1_764_000_000_000, count: 42 };
    expect(parseHlc(formatHlc(reading))).toEqual(reading);
    for (const text of ['', 'x', '1-2', `${formatHlc(reading)}0`])
      expect(parseHlc(text)).toEqual({ wall: 0, count: 0 });
  });
});
