import { describe, expect, it } from 'vitest';
import { crookedByRows } from '../../../../shared/domain/pictures/crooked';
import { boxAround, sizeStraight, turnStraight } from '../../../../shared/domain/pictures/straight';
import { seeded } from '../../../helpers/seeded';
import { turnedByTenths } from '../../../helpers/turned-pixels';

const [width, height] = [620, 880];

function numbers(seed: number): () => number {
  const made = seeded(seed);
  return () => made.next();
}

interface Paper {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

function paper(): Paper {
  return { data: new Uint8ClampedArray(width * height * 4).fill(255), width, height };
}

function block({ data }: Paper, x: number, y: number, wide: number, high: number, tone = 30): void {
  for (let row = y; row < y + high; row += 1)
    data.fill(tone, (row * width + x) * 4, (row * width + x + wide) * 4);
}

/** Lines of small blocks, some of which stand out above or below as letters do. */
function print(page: Paper, from: number, to: number, pitch = 15, shift = 0): void {
  const random = numbers(from + to);
  for (let y = 90 + shift; y < height - 90; y += pitch) {
    for (let x = from; x < to - 6; x += random() < 0.2 ? 12 : 7) {
      const kind = random();
      block(page, x, kind < 0.25 ? y - 3 : y, 4, kind < 0.25 ? 10 : kind < 0.4 ? 10 : 7);
    }
  }
}

function found(page: Paper, tenths: number): number | null {
  const turned = turnedByTenths(page, tenths);
  const grey = Uint8Array.from(
    { length: turned.width * turned.height },
    (_, at) => turned.data[at * 4] ?? 255,
  );
  return crookedByRows({ data: grey, width: turned.width, height: turned.height });
}

const angles = [-120, -50, -10, 0, 2, 10, 30, 80] as const;

describe('how crooked a page lies', () => {
  it.each(angles)('is told from its lines, turned by %i tenths of a degree', (tenths) => {
    const page = paper();
    print(page, 70, 550);
    expect(Math.abs((found(page, tenths) ?? 999) + tenths)).toBeLessThanOrEqual(1);
  });

  it.each(angles)('is told from two columns whose lines are not in step, by %i', (tenths) => {
    const page = paper();
    print(page, 60, 290);
    print(page, 330, 560, 17, 6);
    expect(Math.abs((found(page, tenths) ?? 999) + tenths)).toBeLessThanOrEqual(2);
  });

  it.each(angles)('is told from a table with rules, by %i', (tenths) => {
    const page = paper();
    for (const x of [70, 190, 310, 430]) print(page, x + 10, x + 90, 30);
    for (let y = 80; y < height - 60; y += 30) block(page, 70, y, 480, 1);
    for (const x of [70, 190, 310, 430, 550]) block(page, x, 80, 1, 760);
    expect(Math.abs((found(page, tenths) ?? 999) + tenths)).toBeLessThanOrEqual(1);
  });

  it('is told of a page under uneven light, beside a black edge that is level', () => {
    const page = paper();
    print(page, 70, 550);
    const turned = turnedByTenths(page, 30);
    const grey = Uint8Array.from({ length: turned.width * turned.height }, (_, at) => {
      const [x, y] = [at % turned.width, Math.floor(at / turned.width)];
      if (y > turned.height - 60) return 10;
      return Math.round((turned.data[at * 4] ?? 255) * (1 - (0.6 * x) / turned.width));
    });
    expect(crookedByRows({ data: grey, width: turned.width, height: turned.height })).toBe(-30);
  });

  it('is not told of a photograph or of an empty page', () => {
    const random = numbers(7);
    const photograph = paper();
    for (let each = 0; each < 900; each += 1) {
      const [x, y] = [80 + random() * (width - 160), 80 + random() * (height - 160)];
      const [reach, tone] = [4 + random() * 40, Math.floor(random() * 256)];
      // Round: leaves, faces, stones.
      for (let row = Math.ceil(-reach); row <= reach; row += 1) {
        const half = Math.floor(Math.sqrt(Math.max(0, reach ** 2 - row ** 2)));
        block(photograph, Math.round(x) - half, Math.round(y) + row, 2 * half + 1, 1, tone);
      }
    }
    // Level or not known: either way nothing is asked.
    expect(found(photograph, 40) ?? 0).toBe(0);
    expect(found(paper(), 0)).toBeNull();
  });
});

describe('a page that is straightened', () => {
  it('grows, so that nothing is cut off, and keeps its middle', () => {
    const size = { width: 600, height: 800 };
    expect(sizeStraight(size, 0)).toEqual(size);
    expect(boxAround(size, 100)).toEqual(boxAround(size, -100));
    for (const tenths of [-150, -4, 4, 37, 150]) {
      const to = sizeStraight(size, tenths);
      const [a, b, c, d, e, f] = turnStraight(size, tenths);
      const at = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;
      for (const [x, y] of [
        [0, 0],
        [600, 0],
        [0, 800],
        [600, 800],
      ] as const) {
        const [left, top] = at(x, y);
        expect(left).toBeGreaterThanOrEqual(-0.001);
        expect(top).toBeGreaterThanOrEqual(-0.001);
        expect(left).toBeLessThanOrEqual(to.width + 0.001);
        expect(top).toBeLessThanOrEqual(to.height + 0.001);
      }
      const [x, y] = at(300, 400);
      expect(x).toBeCloseTo(to.width / 2, 6);
      expect(y).toBeCloseTo(to.height / 2, 6);
      // Clockwise: what lies to the right of the middle goes down.
      expect(Math.sign(at(600, 400)[1] - y)).toBe(Math.sign(tenths));
    }
  });
});
