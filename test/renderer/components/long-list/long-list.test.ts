import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkRows, chunksInSight, heightsOf } from '../../../../renderer/components/long-list/chunks';
import { extend, nothingPicked, pickAll, toggle } from '../../../../renderer/components/long-list/picked';

const rowGuess = 64;

describe('a list of which only a part is drawn', () => {
  it('knows where every chunk begins, measured or not', () => {
    const heights = heightsOf(chunkRows * 2 + 5, new Map([[0, 1000]]), rowGuess);
    expect([0, 1, 2, 3].map(heights.offsetOf)).toEqual([
      0,
      1000,
      1000 + chunkRows * rowGuess,
      1000 + (chunkRows + 5) * rowGuess,
    ]);
    expect(heights.total).toBe(1000 + (chunkRows + 5) * rowGuess);
    expect([0, 999, 1000, 1e9].map(heights.at)).toEqual([0, 0, 1, 2]);
    expect(heightsOf(0, new Map(), rowGuess).total).toBe(0);
  });

  it('draws what is in sight, and never much more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, part) => {
          const heights = heightsOf(rows, new Map(), rowGuess);
          const top = part * heights.total;
          const { first, last } = chunksInSight(heights, rows, top, 800);
          expect(heights.offsetOf(first)).toBeLessThanOrEqual(top);
          expect(heights.offsetOf(last + 1)).toBeGreaterThanOrEqual(Math.min(heights.total, top + 800));
          expect((last - first + 1) * chunkRows).toBeLessThanOrEqual(5 * chunkRows);
        },
      ),
    );
  });
});

describe('selecting', () => {
  it('toggles one, goes on from there with Shift, and keeps what was selected before', () => {
    const one = toggle(nothingPicked, 5);
    expect([...one.places]).toEqual([5]);
    const range = extend(one, 8, 100);
    expect([...range.places]).toEqual([5, 6, 7, 8]);
    expect([...extend(range, 3, 100).places].sort()).toEqual([3, 4, 5, 6, 7, 8]);
    expect([...toggle(range, 6).places]).toEqual([5, 7, 8]);
  });

  it('takes no more than one entry may stand on', () => {
    expect(pickAll(1_000_000, 20_000).places.size).toBe(20_000);
    expect(extend(toggle(nothingPicked, 0), 1000, 10).places.size).toBe(10);
  });
});
