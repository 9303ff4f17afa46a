import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockGap,
  clockJump,
  farApart,
  formatHlc,
  nextHlc,
  parseHlc,
  receiveHlc,
  stampHlc,
} from '../../../shared/domain/hlc';

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

describe('receiving a stamp of another office', () => {
  const now = 1_764_000_000_000;
  const clock = fc.record({
    wall: fc.integer({ min: now - 2 * farApart, max: now + 2 * farApart }),
    count: fc.integer({ min: 0, max: 9999 }),
  });

  it('gives a reading after ours and after theirs, unless theirs is more than a day ahead', () => {
    fc.assert(
      fc.property(clock, clock, (last, theirs) => {
        const next = receiveHlc(last, theirs, now);
        expect(formatHlc(next) > formatHlc(last)).toBe(true);
        if (theirs.wall - now <= farApart) expect(formatHlc(next) > formatHlc(theirs)).toBe(true);
        else expect(next).toEqual(nextHlc(last, now));
      }),
    );
  });

  it('does as Kulkarni 2014 has it: the largest of the three walls, and a count only where it is tied', () => {
    const at = (wall: number, count: number): { wall: number; count: number } => ({
      wall: now + wall,
      count,
    });
    expect(receiveHlc(at(-5, 3), at(-9, 7), now)).toEqual(at(0, 0));
    expect(receiveHlc(at(5, 3), at(2, 7), now)).toEqual(at(5, 4));
    expect(receiveHlc(at(2, 3), at(5, 7), now)).toEqual(at(5, 8));
    expect(receiveHlc(at(5, 3), at(5, 7), now)).toEqual(at(5, 8));
    expect(receiveHlc(at(5, 9), at(5, 7), now)).toEqual(at(5, 10));
    expect(receiveHlc(at(0, 0), at(5, 9999), now)).toEqual(at(6, 0));
  });
});

describe('a jump of our own clock', () => {
  const now = 1_764_000_000_000;
  const last = { wall: now, count: 7 };

  it('by more than a day is asked about before anything is written', () => {
    for (const jump of [farApart + 1, -farApart - 1, 3650 * farApart, -3650 * farApart]) {
      expect(clockJump(last, now + jump, null)).toBe(jump);
      expect(stampHlc(last, now + jump, null)).toBeNull();
    }
    for (const step of [0, farApart, -farApart]) {
      expect(clockJump(last, now + step, null)).toBeNull();
      expect(stampHlc(last, now + step, null)).toEqual(nextHlc(last, now + step));
    }
  });

  it('is nothing to ask about before the first stamp', () => {
    expect(stampHlc({ wall: 0, count: 0 }, now, null)).toEqual({ wall: now, count: 0 });
  });

  it('does not bind for ever once mended: confirmed, the clock starts again from now, even below older stamps', () => {
    const wrong = { wall: now + 3650 * farApart, count: 2 };
    const mended = stampHlc(wrong, now, now - 60_000);
    expect(mended).toEqual({ wall: now, count: 0 });
    expect(formatHlc(mended ?? wrong) < formatHlc(wrong)).toBe(true);
    expect(stampHlc(mended ?? wrong, now + 5, null)).toEqual({ wall: now + 5, count: 0 });
  });

  it('is asked about again when it jumps away from what was confirmed', () => {
    expect(clockJump(last, now + 5 * farApart, now)).toBe(5 * farApart);
    expect(clockGap(now + farApart + 1, now)).toBe(farApart + 1);
    expect(clockGap(now - farApart, now)).toBeNull();
  });
});
