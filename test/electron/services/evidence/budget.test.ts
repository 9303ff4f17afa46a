import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBudget } from '../../../../electron/services/evidence/budget';

const never = new AbortController().signal;

it('never gives out more than there is, and serves everyone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 40 }), async (wishes) => {
      const budget = createBudget(100);
      let held = 0;
      let most = 0;
      await Promise.all(
        wishes.map(async (wish) => {
          const release = await budget.take(wish, never);
          held += Math.min(100, wish);
          most = Math.max(most, held);
          await Promise.resolve();
          held -= Math.min(100, wish);
          release();
          release();
        }),
      );
      expect(most).toBeLessThanOrEqual(100);
      expect(held).toBe(0);
    }),
  );
});

it('lets nobody wait after a cancel, and nobody behind one who left', async () => {
  const budget = createBudget(100);
  const release = await budget.take(60, never);
  const controller = new AbortController();
  const large = budget.take(80, controller.signal);
  const small = budget.take(30, never);
  controller.abort();
  await expect(large).rejects.toMatchObject({ code: 'cancelled' });
  (await small)();
  release();
  (await budget.take(100, never))();
});
