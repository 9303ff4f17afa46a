import { expect, it } from 'vitest';
import { createTurns } from '../../../electron/vault/turns';
import { codeOf } from '../../helpers/code-of';

/** Work that ends when it is told to. */
function held() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end: () => end(), work: () => ended };
}
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

it('work is done one after the other in the order in which it came, also when one of it fails', async () => {
  const alone = createTurns();
  const done: number[] = [];
  const first = held();
  const all = [
    alone(async () => {
      await first.work();
      done.push(1);
    }),
    alone(() => Promise.reject(new Error('second'))).catch(() => done.push(2)),
    alone(() => Promise.resolve(done.push(3))),
  ];
  await settled();
  expect(done).toEqual([]);
  first.end();
  await Promise.all(all);
  expect(done).toEqual([1, 2, 3]);
});

it('whoever has to wait is told, and whoever need not is not', async () => {
  const alone = createTurns();
  const told: string[] = [];
  const first = held();
  const one = alone(first.work, { waiting: () => told.push('first') });
  const two = alone(() => Promise.resolve(), { waiting: () => told.push('second') });
  first.end();
  await Promise.all([one, two]);
  await alone(() => Promise.resolve(), { waiting: () => told.push('third') });
  expect(told).toEqual(['second']);
});

it('whoever gives up while waiting is let go at once, and nobody gets in front because of it', async () => {
  const alone = createTurns();
  const first = held();
  const giveUp = new AbortController();
  let began = false;
  const one = alone(first.work);
  const two = codeOf(() => alone(() => Promise.resolve((began = true)), { signal: giveUp.signal }));
  let third = false;
  const three = alone(() => Promise.resolve((third = true)));
  giveUp.abort();
  expect(await two).toBe('cancelled');
  await settled();
  expect([began, third]).toEqual([false, false]);
  first.end();
  await Promise.all([one, three]);
  expect([began, third]).toEqual([false, true]);
});

it('what was given up before it came is not begun', async () => {
  const alone = createTurns();
  let began = false;
  expect(
    await codeOf(() => alone(() => Promise.resolve((began = true)), { signal: AbortSignal.abort() })),
  ).toBe('cancelled');
  expect(began).toBe(false);
});
