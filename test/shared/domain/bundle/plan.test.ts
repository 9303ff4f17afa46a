import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireBuiltIn } from '../../../../electron/services/bundle/profile';
import { labelOf, roman, sectionLetter } from '../../../../shared/domain/bundle/labels';
import { bookmarkTitle, chronologyKey, pageOf, planBundle } from '../../../../shared/domain/bundle/plan';

const general = requireBuiltIn('general-2021');
const family = requireBuiltIn('family-pd27a-2026');

const exhibits = fc.uniqueArray(
  fc.record({
    key: fc.uuid(),
    exhibitRef: fc.integer({ min: 1, max: 9999 }).map((number) => `RW/${number}`),
    title: fc.string({ minLength: 1, maxLength: 200 }),
    date: fc.string({ maxLength: 20 }),
    pages: fc.integer({ min: 1, max: 40 }),
  }),
  { maxLength: 30, selector: ({ key }) => key },
);
const typeset = fc.record({
  front: fc.integer({ min: 2, max: 6 }),
  chronology: fc.integer({ min: 0, max: 30 }),
  patterns: fc.integer({ min: 0, max: 8 }),
  record: fc.integer({ min: 1, max: 10 }),
});
const sections = fc.constantFrom('orders', 'statements', 'exhibits', 'applications', 'nowhere', 'chronology');
const nothing = { front: 2, chronology: 0, patterns: 0, record: 1 };

describe('the plan of a bundle', () => {
  it('gives every page after cover and index to exactly one document, in order, and every exhibit a place', () => {
    fc.assert(
      fc.property(
        exhibits,
        typeset,
        fc.constantFrom(general, family),
        fc.array(sections, { minLength: 30, maxLength: 30 }),
        (items, pages, profile, where) => {
          const documents = items.map((item) => ({ ...item, itemId: item.key }));
          const sectionOf = Object.fromEntries(items.map(({ key }, index) => [key, where[index] ?? 'x']));
          const plan = planBundle(profile, documents, pages, [], sectionOf);
          let next = pages.front + 1;
          for (const row of plan.rows.filter(({ kind }) => kind === 'document')) {
            expect(row.firstPage).toBe(next);
            expect(row.lastPage).toBeGreaterThanOrEqual(row.firstPage);
            next = row.lastPage + 1;
          }
          expect(plan.pages).toBe(next - 1);
          const placed = plan.rows.flatMap(({ itemId }) => itemId ?? []);
          expect([...placed].sort()).toEqual(items.map(({ key }) => key).sort());
        },
      ),
    );
  });

  it('leaves out a section that is empty, and gives no letter to it', () => {
    const plan = planBundle(general, [], nothing, []);
    expect(plan.rows.filter(({ kind }) => kind === 'section').map(({ title }) => title)).toEqual([
      'A Record',
    ]);
    expect(pageOf(plan, chronologyKey)).toBeNull();
  });

  it('starts the chronology after cover and index', () => {
    const plan = planBundle(general, [], { ...nothing, front: 3, chronology: 3 }, []);
    expect(pageOf(plan, chronologyKey)).toBe(4);
    expect(plan.pages).toBe(7);
  });

  it('puts an exhibit into the section that was chosen, and into the usual one where that is none of these rules', () => {
    const one = { key: 'a', itemId: 'a', exhibitRef: 'A/1', title: 'One', date: '', pages: 2 };
    const titles = (sectionOf: Record<string, string>): readonly string[] =>
      planBundle(general, [one], nothing, [], sectionOf).rows.map(({ title }) => title);
    expect(titles({ a: 'orders' })[0]).toBe('A Orders and applications');
    expect(titles({ a: 'reports' })[0]).toBe('A Exhibits');
    expect(titles({ a: 'chronology' })[0]).toBe('A Exhibits');
  });

  it('names each bookmark in few words that end in its page', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 1, max: 9999 }), (title, page) => {
        const bookmark = bookmarkTitle({ title, exhibitRef: 'RW/1' }, `C${page}`);
        expect(bookmark.endsWith(` p. C${page}`)).toBe(true);
        expect(Array.from(bookmark).length).toBeLessThanOrEqual(80);
      }),
    );
  });
});

describe('the number of a page', () => {
  it('is its place in the file, or the letter of its section with its place in that, with roman numbers before', () => {
    const one = { key: 'a', itemId: 'a', exhibitRef: 'A/1', title: 'One', date: '', pages: 12 };
    const pages = { front: 4, chronology: 3, patterns: 0, record: 1 };
    const labels = (profile: typeof general): readonly string[] => {
      const plan = planBundle(profile, [one], pages, []);
      return Array.from({ length: plan.pages }, (_, index) => labelOf(plan, index + 1));
    };
    expect(labels(family)).toEqual(
      'i ii iii iv A1 A2 A3 B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B12 C1'.split(' '),
    );
    expect(labels(general)).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 1)));
  });

  it('is never used twice in a bundle', () => {
    fc.assert(
      fc.property(exhibits, typeset, fc.constantFrom(general, family), (items, pages, profile) => {
        const plan = planBundle(
          profile,
          items.map((item) => ({ ...item, itemId: item.key })),
          pages,
          [],
        );
        const labels = Array.from({ length: plan.pages }, (_, index) => labelOf(plan, index + 1));
        expect(new Set(labels).size).toBe(plan.pages);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [1, 'i'],
    [4, 'iv'],
    [9, 'ix'],
    [14, 'xiv'],
    [48, 'xlviii'],
    [99, 'xcix'],
    [149, 'cxlix'],
  ])('%d is %s among the roman ones', (number, text) => {
    expect(roman(number)).toBe(text);
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
  ])('the section at place %d has the letter %s', (place, letter) => {
    expect(sectionLetter(place)).toBe(letter);
  });
});
