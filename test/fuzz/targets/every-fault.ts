import { WrongAnswer } from '../target';
import type { FuzzTarget } from '../target';

let asked = 0;
const held: Buffer[] = [];

const faults: Readonly<Record<string, () => unknown>> = {
  throw: () => {
    throw new TypeError('nobody thought of this');
  },
  stray: () => void Promise.reject(new TypeError('and nobody waited for it')),
  wrong: () => {
    throw new WrongAnswer('two and two are five');
  },
  unsteady: () => (asked += 1),
  crash: () => process.kill(process.pid, 'SIGKILL'),
  memory: () => void held.push(Buffer.alloc(300 * 1024 * 1024, 1)),
  hang: () => {
    for (;;) asked += 1;
  },
};

/** What has every fault there is, for the tests of the fuzzer: `npm run fuzz` does not know it. */
export const everyFault: FuzzTarget = {
  name: 'every-fault',
  about: 'the fuzzer itself',
  form: 'text',
  memory: 256,
  seeds: () =>
    Promise.resolve(
      ['throw', 'crash', 'hang', 'nothing', 'nothing', 'wrong'].map((word) => Buffer.from(word)),
    ),
  start: () =>
    Promise.resolve({
      read: (input) =>
        Promise.resolve().then(() => {
          const said = Object.entries(faults).find(([word]) => input.includes(word));
          return said?.[1]() ?? null;
        }),
    }),
};
