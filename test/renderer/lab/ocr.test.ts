import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../../renderer/lab/ocr/areas';
import { extreme } from '../../../renderer/lab/ocr/grey';
import type { Grey } from '../../../renderer/lab/ocr/grey';
import { inkOf } from '../../../renderer/lab/ocr/ink';
import { inRows, linesOf, wordsOf } from '../../../renderer/lab/ocr/lines';
import { withoutPatterns } from '../../../renderer/lab/ocr/patterns';
import { doubled, letterHeight, scaleFor } from '../../../renderer/lab/ocr/scale';
import { sidesAcross, sidesDown, spanOf } from '../../../renderer/lab/ocr/sides';
import { stripsOf } from '../../../renderer/lab/ocr/strips';
import type { Word } from '../../../shared/models/text';
import { compressed, drawConversation, screenOf } from '../../helpers/chat-pictures';
import type { Grey as Drawn } from '../../helpers/chat-pictures';

/** A ground with rectangles painted on it, one after the other. */
function paint(
  width: number,
  height: number,
  ground: number,
  ...boxes: readonly (readonly [x: number, y: number, w: number, h: number, value: number])[]
): Grey {
  const data = new Uint8Array(width * height).fill(ground);
  for (const [x, y, w, h, value] of boxes) {
    for (let row = y; row < y + h; row += 1) data.fill(value, row * width + x, row * width + x + w);
  }
  return { data, width, height };
}

const at = ({ data, width }: Grey, x: number, y: number): number => data[y * width + x] ?? -1;

describe('letters on a screenshot', () => {
  // Dark strokes on the light page, light strokes on a dark bubble.
  const screen = paint(300, 200, 240, [40, 40, 4, 20, 20], [100, 100, 160, 60, 30], [120, 120, 4, 20, 230]);
  const { grey, contrast } = inkOf(screen);

  it('become dark on white, whichever they were', () => {
    expect(contrast).not.toBeNull();
    expect([at(grey, 41, 50), at(grey, 121, 130)]).toEqual([0, 0]);
    expect([at(grey, 10, 10), at(grey, 150, 110)]).toEqual([255, 255]);
  });

  it('are not joined by the edges of bubbles, blended or not', () => {
    const blended = paint(300, 200, 240, [99, 99, 162, 62, 140], [100, 100, 160, 60, 30]);
    expect(inkOf(blended).grey.data.every((value) => value === 255)).toBe(true);
  });

  it('are left alone in a photograph, which has no even ground', () => {
    const noise = new Uint8Array(200 * 200).map((_, index) => (index * 7919) % 256);
    const photo = { data: noise, width: 200, height: 200 };
    expect(inkOf(photo)).toEqual({ grey: photo, contrast: null });
  });

  it('faint ones become as dark as the others, noise does not', () => {
    const faint = inkOf(paint(300, 200, 240, [40, 40, 4, 20, 180], [200, 40, 4, 20, 236]));
    expect(at(faint.grey, 41, 50)).toBe(0);
    expect(at(faint.grey, 201, 50)).toBeGreaterThan(200);
  });
});

const grey = ({ width, height, pixels }: Drawn): Grey => ({ data: pixels, width, height });
const inverted = ({ data, width, height }: Grey): Grey => ({
  data: data.map((value) => 255 - value),
  width,
  height,
});

describe('a conversation that JPEG has roughened', () => {
  const drawn = (seed: number, noise: number, width = 540): Grey => {
    const whole = drawConversation({ seed, width, messages: 12 });
    return grey(compressed(screenOf(whole, 0, { name: 3, clock: seed }), seed, noise));
  };

  it('is the same in dark and in light: the ground beside a letter decides, not how dark it is', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.constantFrom(0, 2, 3, 4),
        fc.constantFrom(200, 270, 360),
        (seed, noise, width) => {
          const light = drawn(seed, noise, width);
          // Compared whole: a list of differences of so many pixels helps nobody.
          expect(Buffer.compare(inkOf(inverted(light)).grey.data, inkOf(light).grey.data)).toBe(0);
        },
      ),
      { seed: 1, numRuns: 8 },
    );
  });

  it('in dark has letters and no blocks: little of it is ink', () => {
    for (const noise of [0, 3, 4]) {
      const ink = inkOf(inverted(drawn(7, noise)));
      expect(ink.contrast).not.toBeNull();
      const dark = ink.grey.data.reduce((count, value) => count + (value < 128 ? 1 : 0), 0);
      const clean = inkOf(drawn(7, 0)).grey.data.reduce((count, value) => count + (value < 128 ? 1 : 0), 0);
      expect(Math.abs(dark - clean) / clean).toBeLessThan(0.1);
    }
  });

  it('shows nothing of the drawings of a wallpaper, on dark or on light', () => {
    const wallpaper = paint(
      300,
      200,
      30,
      [20, 20, 30, 2, 52],
      [20, 20, 2, 30, 52],
      [100, 60, 160, 80, 60],
      [120, 90, 4, 20, 230],
      [140, 90, 4, 20, 150],
    );
    for (const picture of [wallpaper, inverted(wallpaper)]) {
      const { grey: ink } = inkOf(picture);
      expect([at(ink, 30, 20), at(ink, 20, 40)]).toEqual([255, 255]);
      // What is written in the bubble is there, the paler time in it too.
      expect([at(ink, 121, 100), at(ink, 141, 100)]).toEqual([0, 0]);
    }
  });
});

describe('the grounds on both sides of a pixel', () => {
  const picture = paint(9, 3, 10, [5, 0, 4, 3, 90], [3, 1, 2, 1, 200]);
  const isGround = picture.data.map((value) => (value === 200 ? 0 : 1));

  it('are the first along its row and its column, the darker one first, and how far apart', () => {
    const across = sidesAcross(picture, isGround);
    const down = sidesDown(picture, isGround);
    const place = 9 + 3;
    expect([across.low[place], across.high[place], across.span[place]]).toEqual([10, 90, 2]);
    expect([down.low[place], down.high[place], down.span[place]]).toEqual([10, 10, 1]);
  });

  it('end at no edge of the picture: one side counts as further than two', () => {
    const line = { data: Uint8Array.from([200, 200, 10]), width: 3, height: 1 };
    const across = sidesAcross(line, Uint8Array.from([0, 0, 1]));
    expect([across.low[0], across.high[0]]).toEqual([10, 10]);
    expect(across.span[0]).toBeGreaterThan(10_000);
    expect(spanOf(across.span[0] ?? 0)).toBe(2);
    expect(sidesDown(line, Uint8Array.from([0, 0, 1])).span[0]).toBe(0xffff);
  });
});

describe('words read out of a wallpaper', () => {
  const picture = paint(
    100,
    60,
    0,
    [10, 5, 40, 8, 200],
    [10, 25, 20, 8, 60],
    [60, 25, 20, 8, 60],
    [10, 45, 40, 8, 60],
  );
  const word = (text: string, x: number, y: number, w: number, confidence: number, line: number): Word => ({
    text,
    x,
    y,
    w,
    h: 8,
    confidence,
    line,
  });

  it('are left out where they are pale and short; a pale word that is one stays, with its line', () => {
    const words = [
      word('I', 10, 5, 40, 0, 0),
      word('AQ', 10, 25, 20, 92, 1),
      word('Oo', 60, 25, 20, 60, 1),
      word('Delivered', 10, 45, 30, 90, 2),
      word('x', 42, 45, 8, 12, 2),
    ];
    const left = withoutPatterns(words, { grey: picture, written: 200 });
    expect(left.map(({ text }) => text)).toEqual(['I', 'Delivered', 'x']);
  });
});

describe('areas of a picture', () => {
  it('are what is joined beside and above, around holes too', () => {
    // A ring: its hole is another area, and both of its arms are one.
    const ring = paint(9, 9, 0, [1, 1, 7, 7, 200], [3, 3, 3, 3, 0]);
    const { areaOf, size } = areasOf(ring, 3);
    const areas = [...new Set(areaOf)].map((area) => size[area]).sort((a, b) => Number(a) - Number(b));
    expect(areas).toEqual([9, 32, 40]);
  });

  it('hold every pixel once, and are those that a flood fill finds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }).chain((width) =>
          fc.record({
            width: fc.constant(width),
            data: fc
              .array(fc.constantFrom(0, 100, 200), { minLength: width, maxLength: width * 10 })
              .map((values) => values.slice(0, values.length - (values.length % width))),
          }),
        ),
        ({ width, data }) => {
          const height = data.length / width;
          const { areaOf, size } = areasOf({ data: Uint8Array.from(data), width, height }, 3);
          const sizes = [...new Set(areaOf)].map((area) => size[area] ?? 0).sort((a, b) => a - b);
          expect(sizes).toEqual(flooded(data, width));
        },
      ),
      { seed: 1 },
    );
  });
});

/** Sizes of the areas, found the slow way. */
function flooded(data: readonly number[], width: number): readonly number[] {
  const seen = new Set<number>();
  const sizes: number[] = [];
  for (const start of data.keys()) {
    if (seen.has(start)) continue;
    const todo = [start];
    seen.add(start);
    let size = 0;
    for (let place = todo.pop(); place !== undefined; place = todo.pop()) {
      size += 1;
      const beside = [
        place % width > 0 ? place - 1 : -1,
        place % width < width - 1 ? place + 1 : -1,
        place - width,
        place + width,
      ];
      for (const next of beside) {
        if (next < 0 || next >= data.length || seen.has(next) || data[next] !== data[place]) continue;
        seen.add(next);
        todo.push(next);
      }
    }
    sizes.push(size);
  }
  return sizes.sort((a, b) => a - b);
}

describe('the highest value around a pixel', () => {
  it('is that of the window, at the edges too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(255), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 6 }),
        fc.boolean(),
        (values, reach, highest) => {
          const row = { data: Uint8Array.from(values), width: values.length, height: 1 };
          const slow = values.map((_, index) => {
            const window = values.slice(Math.max(0, index - reach), index + reach + 1);
            return highest ? Math.max(...window) : Math.min(...window);
          });
          expect([...extreme(row, reach, highest).data]).toEqual(slow);
        },
      ),
      { seed: 2 },
    );
  });
});

describe('the size for reading', () => {
  const letters = (high: number): Grey =>
    paint(
      400,
      200,
      255,
      ...Array.from({ length: 20 }, (_, index) => [10 + index * 18, 60, 6, high, 0] as const),
    );

  it('is doubled for small letters only', () => {
    expect(letterHeight(letters(8))).toBe(8);
    expect(scaleFor(letters(8))).toBe(2);
    expect(scaleFor(letters(16))).toBe(1);
    expect(scaleFor(paint(100, 100, 255))).toBe(1);
  });

  it('when doubled keeps an even ground even and everything in its place', () => {
    const large = doubled(paint(10, 6, 200, [4, 2, 3, 2, 0]));
    expect([large.width, large.height]).toEqual([20, 12]);
    expect([at(large, 0, 0), at(large, 19, 11), at(large, 10, 5)]).toEqual([200, 200, 0]);
  });
});

describe('strips of a tall picture', () => {
  it('overlap, cover it, and give every row to exactly one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), (height) => {
        const strips = stripsOf(height);
        expect(strips[0]?.top).toBe(0);
        expect(strips.at(-1)?.bottom).toBe(height);
        for (const [index, { top, bottom, from, to }] of strips.entries()) {
          expect(bottom - top).toBeLessThanOrEqual(3602);
          const next = strips[index + 1];
          if (next === undefined) continue;
          expect(to).toBe(next.from);
          // A line of letters around the border stands whole in both.
          expect(from - top >= 0 && bottom - to >= 119 && next.from - next.top >= 119).toBe(true);
        }
      }),
      { seed: 3 },
    );
    expect(stripsOf(2340)).toHaveLength(1);
    expect(stripsOf(12_000)).toHaveLength(4);
  });
});

describe('lines of the engine', () => {
  const line = (text: string, x: number, y: number) => {
    const bbox = { x0: x, y0: y, x1: x + 100, y1: y + 20 };
    return { bbox, words: [{ text, confidence: 90, bbox }] };
  };
  const json = (...lines: readonly object[]): string =>
    JSON.stringify({ blocks: [{ paragraphs: [{ lines }] }] });

  it('come from top to bottom, what stands beside each other as one line', () => {
    const rows = inRows(
      linesOf(
        json(line('them', 10, 100), line('later', 10, 200), line('me', 300, 150), line('clock', 300, 102)),
      ),
    );
    expect(rows.map(({ words }) => words.map(({ text }) => text).join(' '))).toEqual([
      'them clock',
      'me',
      'later',
    ]);
  });

  it('are measured in pixels of the picture, inside of it, without words of nothing', () => {
    const lines = linesOf(json(line('far', 150, 90), line(' ', 10, 10)));
    expect(wordsOf(lines, 2, { width: 100, height: 50 })).toEqual([
      { text: 'far', x: 75, y: 45, w: 25, h: 5, confidence: 90, line: 0 },
    ]);
  });

  it('of another shape are refused', () => {
    expect(() => linesOf('{"blocks":null}')).toThrow();
  });
});
