import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNewId } from '../../../electron/vault/uuid';

describe('ids', () => {
  it('sort in the order in which they were made, whatever the clock does', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(moments, (steps) => {
        let step = 0;
        const newId = createNewId({
          now: () => new Date(1_790_000_000_000 + (steps[step++ % steps.length] ?? 0)),
          random: randomBytes,
        });
        const made = Array.from({ length: steps.length }, newId);
        expect([...made].sort()).toEqual(made);
        expect(new Set(made).size).toBe(made.length);
      }),
    );
  });

  it('hold the moment and are of version 7', () => {
    const newId = createNewId({ now: () => new Date(0x0192_abcd_ef01), random: randomBytes });
    expect(newId()).toMatch(/^0192abcd-ef01-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
