import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockGap,
  clockJump,
  farApart,
  formatHlc,
  longestRest,
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

  it('gives a reading after ours and after theirs, unless one of them is more than a day ahead', () => {
    fc.assert(
      fc.property(clock, clock, (last, theirs) => {
        const next = receiveHlc(last, theirs, now);
        if (last.wall - now <= farApart) expect(formatHlc(next) > formatHlc(last)).toBe(true);
        if (theirs.wall - now <= farApart) expect(formatHlc(next) > formatHlc(theirs)).toBe(true);
        else expect(next).toEqual(stampHlc(last, now));
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
  const wall = fc.integer({ min: now - 4000 * farApart, max: now + 4000 * farApart });

  it('is nothing to ask about before the first act', () => {
    fc.assert(
      fc.property(wall, fc.boolean(), (at, isFirst) => {
        expect(clockJump(null, at, isFirst)).toBeNull();
      }),
    );
  });

  it('back by more than a day is asked about, whenever it is met', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 * farApart }), fc.boolean(), (more, isFirst) => {
        expect(clockJump(now, now - farApart - more, isFirst)).toBe(-farApart - more);
      }),
    );
    expect(clockJump(now, now - farApart, true)).toBeNull();
    expect(clockJump(now, now - farApart, false)).toBeNull();
  });

  it('ahead is asked about after a day within a session, and after seven days for its first act', () => {
    expect(longestRest).toBe(7 * farApart);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 * farApart }), fc.boolean(), (jump, isFirst) => {
        const isAsked = jump > (isFirst ? longestRest : farApart);
        expect(clockJump(now, now + jump, isFirst)).toBe(isAsked ? jump : null);
      }),
    );
    for (const [most, isFirst] of [
      [farApart, false],
      [longestRest, true],
    ] as const) {
      expect(clockJump(now, now + most, isFirst)).toBeNull();
      expect(clockJump(now, now + most + 1, isFirst)).toBe(most + 1);
    }
  });

  it('is no question any more once what it jumped to was seen, and is asked about again when it jumps away', () => {
    fc.assert(
      fc.property(wall, fc.boolean(), (at, isFirst) => {
        expect(clockJump(at, at, isFirst)).toBeNull();
        expect(clockJump(at, at + 5 * farApart, false)).toBe(5 * farApart);
      }),
    );
  });

  it('does not bind for ever once mended: the next stamp starts again from now, even below older stamps', () => {
    const wrong = { wall: now + 3650 * farApart, count: 2 };
    const mended = stampHlc(wrong, now);
    expect(mended).toEqual({ wall: now, count: 0 });
    expect(formatHlc(mended) < formatHlc(wrong)).toBe(true);
    expect(stampHlc(mended, now + 5)).toEqual({ wall: now + 5, count: 0 });
    // Nor does a package that comes in raise it again.
    expect(receiveHlc(wrong, { wall: now - 60_000, count: 3 }, now)).toEqual({ wall: now, count: 0 });
    expect(receiveHlc(wrong, { wall: now + 60_000, count: 3 }, now)).toEqual({
      wall: now + 60_000,
      count: 4,
    });
  });

  it('leaves a stamp that is never before now, never more than a day ahead of it, and after the last one unless that was', () => {
    fc.assert(
      fc.property(wall, fc.integer({ min: 0, max: 9998 }), wall, (last, count, at) => {
        const next = stampHlc({ wall: last, count }, at);
        expect(next.wall).toBeGreaterThanOrEqual(at);
        expect(next.wall - at).toBeLessThanOrEqual(farApart);
        expect(formatHlc(next) > formatHlc({ wall: last, count })).toBe(last - at <= farApart);
      }),
    );
  });

  it('between two offices is a day either way', () => {
    expect(clockGap(now + farApart + 1, now)).toBe(farApart + 1);
    expect(clockGap(now - farApart, now)).toBeNull();
  });
});
