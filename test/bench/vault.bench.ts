import type { Benchmark } from './run';
import { importBench } from './vault-import';
import { openBench } from './vault-open';

/** What a vault costs over doing without one: opening it, its first screen, and taking files in. */
export const vaultBench: Benchmark = async ({ folder, rounds, say }) => [
  ...(await openBench(folder, rounds, say)),
  ...(await importBench(folder, rounds, say)),
];
