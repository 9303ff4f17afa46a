import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPixelRows, bands, contrastOf, resampleRows } from '../../../../shared/domain/likeness/descriptor';
import { drawConversation, descriptorOf, screenOf } from '../../../helpers/chat-pictures';

describe('the descriptor of a picture', () => {
  it('is of its pixels in colour what it is of their brightness', () => {
    const grey = screenOf(drawConversation({ seed: 1 }), 0, { height: 300, name: 1, clock: 1 });
    const pixels = new Uint8Array(grey.pixels.length * 4);
    for (const [at, value] of grey.pixels.entries()) pixels.set([value, value, value, 255], at * 4);
    const rows = new Uint8Array(300 * bands);
    addPixelRows(pixels, 540, 300, rows, 0);
    expect(rows).toEqual(descriptorOf(grey).rows);
  });

  it('knows bright from dark colours', () => {
    const rows = new Uint8Array(bands);
    addPixelRows(
      Uint8Array.from({ length: 64 }, (_, at) => (at % 4 === 1 ? 255 : 0)),
      16,
      1,
      rows,
      0,
    );
    expect(rows[0]).toBe(149);
  });

  it('can be made of any picture, however narrow, part by part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }), (width, height) => {
        const pixels = Uint8Array.from({ length: width * height * 4 }, (_, at) => (at * 37) % 256);
        const whole = new Uint8Array(height * bands);
        addPixelRows(pixels, width, height, whole, 0);
        const parts = new Uint8Array(height * bands);
        for (let y = 0; y < height; y += 1)
          addPixelRows(pixels.subarray(y * width * 4, (y + 1) * width * 4), width, 1, parts, y * bands);
        expect(parts).toEqual(whole);
        for (let y = 0; y < height; y += 1) expect(contrastOf(whole, y)).toBeLessThanOrEqual(255);
      }),
    );
  });

  it('keeps its mean when it is drawn together', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (shades, count) => {
          const rows = Uint8Array.from(
            { length: shades.length * bands },
            (_, at) => shades[Math.floor(at / bands)] ?? 0,
          );
          const mean = (list: ArrayLike<number>): number =>
            Array.from(list).reduce((sum, each) => sum + each, 0) / list.length;
          expect(mean(resampleRows(rows, 0, shades.length, count))).toBeCloseTo(mean(rows), 1);
        },
      ),
    );
  });
});
