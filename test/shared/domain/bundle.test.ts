import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, highestDpi, largestInBox, placePicture } from '../../../shared/domain/bundle/picture-box';
import {
  bookmarkTitle,
  chronologyKey,
  coverPages,
  pageOf,
  planBundle,
} from '../../../shared/domain/bundle/plan';

const exhibits = fc.array(
  fc.record({
    itemId: fc.uuid(),
    exhibitRef: fc.integer({ min: 1, max: 9999 }).map((number) => `RW/${number}`),
    title: fc.string({ minLength: 1, maxLength: 200 }),
    date: fc.string({ maxLength: 20 }),
    pages: fc.integer({ min: 1, max: 40 }),
  }),
  { maxLength: 30 },
);
const typeset = fc.record({
  index: fc.integer({ min: 1, max: 5 }),
  chronology: fc.integer({ min: 0, max: 30 }),
  patterns: fc.integer({ min: 0, max: 8 }),
  record: fc.integer({ min: 1, max: 10 }),
});

describe('the plan of a bundle', () => {
  it('gives every page after cover and index to exactly one document, in order', () => {
    fc.assert(
      fc.property(exhibits, typeset, (items, pages) => {
        const plan = planBundle(items, pages, []);
        let next = coverPages + pages.index + 1;
        for (const row of plan.rows.filter(({ kind }) => kind === 'document')) {
          expect(row.firstPage).toBe(next);
          expect(row.lastPage).toBeGreaterThanOrEqual(row.firstPage);
          next = row.lastPage + 1;
        }
        expect(plan.pages).toBe(next - 1);
      }),
    );
  });

  it('spans each section over its documents, and leaves out a section that is empty', () => {
    const plan = planBundle([], { index: 1, chronology: 0, patterns: 0, record: 1 }, []);
    expect(plan.rows.filter(({ kind }) => kind === 'section').map(({ title }) => title)).toEqual([
      'A Record',
    ]);
    expect(pageOf(plan, chronologyKey)).toBeNull();
  });

  it('starts the chronology after cover and index', () => {
    const plan = planBundle([], { index: 2, chronology: 3, patterns: 0, record: 1 }, []);
    expect(pageOf(plan, chronologyKey)).toBe(4);
    expect(plan.pages).toBe(7);
  });

  it('names each bookmark in few words that end in its page', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 1, max: 9999 }), (title, firstPage) => {
        const bookmark = bookmarkTitle({ title, exhibitRef: 'RW/1', firstPage });
        expect(bookmark.endsWith(` p. ${firstPage}`)).toBe(true);
        expect(Array.from(bookmark).length).toBeLessThan(85);
      }),
    );
  });
});

describe('the place of a picture', () => {
  const pixels = fc.record({
    width: fc.integer({ min: 1, max: 6000 }),
    height: fc.integer({ min: 1, max: 30_000 }),
  });

  it('shows every row of pixels, in order, inside the box and in its own proportions', () => {
    fc.assert(
      fc.property(pixels, (size) => {
        const pieces = placePicture(size);
        expect(pieces[0]?.top).toBe(0);
        expect(pieces.at(-1)?.bottom).toBe(size.height);
        let covered = 0;
        for (const piece of pieces) {
          expect(piece.top).toBeLessThanOrEqual(covered);
          expect(piece.bottom).toBeGreaterThan(covered);
          covered = piece.bottom;
          const across = piece.width / size.width;
          expect(piece.height / (piece.bottom - piece.top) / across).toBeCloseTo(1, 3);
          expect(piece.x).toBeGreaterThanOrEqual(box.x - 0.01);
          expect(piece.y).toBeGreaterThanOrEqual(box.y - 0.01);
          expect(piece.x + piece.width).toBeLessThanOrEqual(box.x + box.width + 0.01);
          expect(piece.y + piece.height).toBeLessThanOrEqual(box.y + box.height + 0.01);
        }
      }),
    );
  });

  it('never shows one that fits the box at 300 dots per inch finer than that', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: largestInBox.width }),
        fc.integer({ min: 1, max: largestInBox.height }),
        (width, height) => {
          const pieces = placePicture({ width, height });
          if (pieces.length > 1) return;
          for (const piece of pieces)
            expect((width * 72) / piece.width).toBeLessThanOrEqual(highestDpi + 0.01);
        },
      ),
    );
  });

  it('leaves a small picture small', () => {
    const [piece] = placePicture({ width: 96, height: 48 });
    expect(piece?.width).toBeCloseTo(72, 5);
  });

  it('cuts a very tall screenshot over several pages', () => {
    expect(placePicture({ width: 1080, height: 12_000 }).length).toBeGreaterThan(2);
  });
});
