import { describe, expect, it } from 'vitest';
import { scaleOf, stepFrom, turned } from '../../../renderer/features/evidence/use-view';

const room = { width: 616, height: 500 };

describe('the size a picture is shown at', () => {
  it('is the whole of it at first, and never larger than its own', () => {
    expect(scaleOf('auto', { width: 3000, height: 2000 }, room)).toBeCloseTo(616 / 3000);
    expect(scaleOf('auto', { width: 120, height: 90 }, room)).toBe(1);
    expect(scaleOf('whole', { width: 1080, height: 2340 }, room)).toBeCloseTo(500 / 2340);
  });

  it('is as wide as the room for a long screenshot, of which the whole would be a strip', () => {
    const long = { width: 1080, height: 12_000 };
    expect(scaleOf('auto', long, room)).toBeCloseTo(600 / 1080);
    expect(scaleOf('whole', long, room)).toBeCloseTo(500 / 12_000);
  });

  it('is what was asked for, in steps that can be seen and that end', () => {
    expect(scaleOf(3, { width: 10, height: 10 }, room)).toBe(3);
    expect(stepFrom(0.99, 1)).toBe(1.25);
    expect(stepFrom(0.22, -1)).toBe(0.17);
    expect(stepFrom(8, 1)).toBe(8);
    expect(stepFrom(0.05, -1)).toBe(0.05);
  });

  it('takes up its sides changed over when it is turned a quarter', () => {
    expect(turned({ width: 3, height: 2 }, 1)).toEqual({ width: 2, height: 3 });
    expect(turned({ width: 3, height: 2 }, 2)).toEqual({ width: 3, height: 2 });
  });
});
