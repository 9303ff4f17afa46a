import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearWords, wordDistance } from '../../../../shared/domain/text/near-words';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });

describe('the distance of two words', () => {
  it('is none for the same word, the same both ways, and never more than their lengths', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(wordDistance(a, a, 9)).toBe(0);
        expect(wordDistance(a, b, 9)).toBe(wordDistance(b, a, 9));
        expect(wordDistance(a, b, 9)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(wordDistance(a, b, 9) === 0).toBe(a === b);
        // A limit cuts the work, and changes no answer within it.
        const within = wordDistance(a, b, 2);
        expect(within <= 2 ? within : 3).toBe(Math.min(3, wordDistance(a, b, 9)));
      }),
    );
  });

  it('counts a letter changed, added, left out or swapped as one', () => {
    for (const [a, b] of [
      ['station', 'statoin'],
      ['followed', 'folowed'],
      ['texts', 'text'],
      ['waited', 'wsited'],
    ] as const)
      expect(wordDistance(a, b, 3)).toBe(1);
  });
});

describe('words that are near', () => {
  it('come nearest first, near enough for the length, and a short word has none', () => {
    expect(nearWords('statoin', ['nation', 'stating', 'station'])).toEqual(['station', 'stating']);
    expect(nearWords('cat', ['car', 'hat'])).toEqual([]);
    expect(nearWords('garden', ['kitchen', 'garden'])).toEqual([]);
  });
});
