import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dpiOf, highestDpi, largestFor, placePicture } from '../../../../shared/domain/bundle/picture-box';
import { placeOnSheets } from '../../../../shared/domain/bundle/place';
import {
  evidenceBox,
  landscape,
  leastScale,
  platePlace,
  portrait,
} from '../../../../shared/domain/bundle/sheet';

const pixels = fc.record({
  width: fc.integer({ min: 1, max: 6000 }),
  height: fc.integer({ min: 1, max: 30_000 }),
});
const page = { most: 1, wideFrom: 1.05 };

describe('the place of a picture or page on its sheets', () => {
  it('shows every row, in order, inside the box and in its own proportions', () => {
    fc.assert(
      fc.property(
        pixels,
        fc.constantFrom(placePicture, (size: typeof landscape) => placeOnSheets(size, page)),
        (size, place) => {
          const { pieces, scale, isLandscape } = place(size as typeof landscape);
          const box = isLandscape ? evidenceBox.landscape : evidenceBox.portrait;
          expect(pieces[0]?.top).toBe(0);
          expect(pieces.at(-1)?.bottom).toBeCloseTo(size.height, 6);
          let covered = 0;
          for (const { rect, top, bottom } of pieces) {
            expect(top).toBeLessThanOrEqual(covered + 1e-6);
            expect(bottom).toBeGreaterThan(covered);
            covered = bottom;
            expect(rect.height / (bottom - top)).toBeCloseTo(scale, 6);
            expect(rect.width / size.width).toBeCloseTo(scale, 6);
            expect(rect.x).toBeGreaterThanOrEqual(box.x - 0.01);
            expect(rect.y).toBeGreaterThanOrEqual(box.y - 0.01);
            expect(rect.x + rect.width).toBeLessThanOrEqual(box.x + box.width + 0.01);
            expect(rect.y + rect.height).toBeLessThanOrEqual(box.y + box.height + 0.01);
          }
        },
      ),
    );
  });

  it('is never finer than 300 dots per inch once the picture is no larger than is asked for', () => {
    fc.assert(
      fc.property(pixels, (size) => {
        expect(dpiOf(largestFor(size))).toBeLessThanOrEqual(highestDpi * 1.02);
      }),
    );
  });

  it('keeps 94 % of a page of A4, upright or landscape, and all of one that fits', () => {
    expect(placeOnSheets(portrait, page).scale).toBeGreaterThanOrEqual(leastScale);
    expect(placeOnSheets(landscape, page)).toMatchObject({ isLandscape: true });
    expect(placeOnSheets(landscape, page).scale).toBeGreaterThanOrEqual(leastScale);
    expect(placeOnSheets({ width: 612, height: 792 }, page).scale).toBeGreaterThanOrEqual(leastScale);
    expect(placeOnSheets({ width: 300, height: 400 }, page).scale).toBe(1);
  });

  it('leaves a small picture small', () => {
    expect(placePicture({ width: 96, height: 48 }).pieces[0]?.rect.width).toBeCloseTo(72, 5);
  });

  it('cuts a very tall screenshot, or page of a phone, over several sheets', () => {
    expect(placePicture({ width: 1080, height: 12_000 }).pieces.length).toBeGreaterThan(2);
    expect(placeOnSheets({ width: 390, height: 9040 }, page).pieces.length).toBeGreaterThan(8);
    // A narrow strip that fits stays whole.
    expect(placeOnSheets({ width: 60, height: 300 }, page).pieces).toHaveLength(1);
  });

  it('gives a wide screen or a panorama a landscape sheet, and a photograph an upright one', () => {
    expect(placePicture({ width: 1920, height: 1080 }).isLandscape).toBe(true);
    expect(placePicture({ width: 8000, height: 600 }).isLandscape).toBe(true);
    expect(placePicture({ width: 4000, height: 3000 }).isLandscape).toBe(false);
    expect(placePicture({ width: 3000, height: 2000 }).isLandscape).toBe(false);
  });

  it('never lies under the number of the page', () => {
    for (const text of [6, 40, 60]) {
      const below = platePlace(portrait, text);
      expect(below.y + below.height).toBeLessThanOrEqual(evidenceBox.portrait.y);
    }
    const beside = platePlace(landscape, 20);
    expect(beside.x).toBeGreaterThanOrEqual(evidenceBox.landscape.x + evidenceBox.landscape.width);
  });
});
