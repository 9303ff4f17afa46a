import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrateCost } from '../../../electron/vault/calibrate';

const gib = 1024 * 1024;

describe('the cost of a new slot', () => {
  it('takes about a second: twice the memory where the trial took half of it', async () => {
    expect(await calibrateCost(() => Promise.resolve(500), 16 * gib)).toEqual({ m: 256 * 1024, t: 3, p: 4 });
  });

  it('is never below the floor, however slow the computer, and never above what it can spare', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 600_000 }),
        fc.integer({ min: gib, max: 64 * gib }),
        async (ms, memory) => {
          const { m } = await calibrateCost(() => Promise.resolve(ms), memory);
          expect(m).toBeGreaterThanOrEqual(64 * 1024);
          expect(m).toBeLessThanOrEqual(Math.max(64 * 1024, Math.min(gib, memory / 8)));
          expect(m % (64 * 1024)).toBe(0);
        },
      ),
    );
  });
});
