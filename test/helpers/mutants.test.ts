import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutantOf } from './mutants';
import { seeded } from './seeded';

describe('a broken version of a file', () => {
  it('is never the file itself, and the same again for the same seed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 2000 }), fc.integer(), (bytes, seed) => {
        const original = Buffer.from(bytes);
        const mutant = mutantOf(original, seeded(seed));
        expect(mutant.equals(original)).toBe(false);
        expect(mutantOf(original, seeded(seed))).toEqual(mutant);
        expect(original.equals(bytes)).toBe(true);
      }),
    );
  });

  it('is made of nothing, too', () => {
    expect(mutantOf(Buffer.alloc(0), seeded(1))).toHaveLength(1);
  });
});
