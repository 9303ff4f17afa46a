import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareExhibitRefs,
  exhibitRef,
  parseExhibitRef,
  proposeInitials,
} from '../../../shared/domain/exhibit-ref';

describe('an exhibit reference', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z]{2,4}$/),
        fc.integer({ min: 1, max: 99_999 }),
        (initials, number) => {
          expect(parseExhibitRef(exhibitRef(initials, number))).toEqual({ initials, number, part: '' });
        },
      ),
    );
    expect(parseExhibitRef('AB/1a')).toEqual({ initials: 'AB', number: 1, part: 'a' });
    for (const text of ['A/1', 'ABCDE/1', 'ab/1', 'AB/0', 'AB/', 'AB1', 'AB/1ab'])
      expect(parseExhibitRef(text)).toBeNull();
  });

  it('sorts by producer, then by number and not by letter', () => {
    const sorted = ['AB/2', 'AB/10', 'AB/10a', 'CD/1', 'CD/3'];
    fc.assert(
      fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
        expect([...shuffled].sort(compareExhibitRefs)).toEqual(sorted);
      }),
    );
  });
});

describe('initials that are proposed', () => {
  it.each([
    ['Anna Brown', [], '', 'AB'],
    ['Anna Clare Brown', ['AB'], '', 'ACB'],
    ['Anna Brown', ['AB'], '', 'ANB'],
    ['Anna Brown', ['AB', 'ANB'], '', 'AAB'],
    ['Élodie Ødegård-Smith', [], '', 'ES'],
    ['Cher', [], '', 'CH'],
    ['', ['AB'], 'ab', 'AAB'],
    ['Anna Brown', ['RW'], 'RW', 'RNW'],
    ['', [], '', null],
    ['陳', [], '', null],
  ] as const)('for %s, with %j taken and %j typed, are %s', (name, taken, wanted, initials) => {
    expect(proposeInitials(name, taken, wanted)).toBe(initials);
  });

  it('are never those of somebody else, and always of two to four capitals', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.array(fc.stringMatching(/^[A-Z]{2,4}$/)),
        fc.string({ maxLength: 5 }),
        (name, taken, wanted) => {
          const initials = proposeInitials(name, taken, wanted);
          if (initials === null) return;
          expect(initials).toMatch(/^[A-Z]{2,4}$/);
          expect(taken).not.toContain(initials);
        },
      ),
    );
  });
});
