import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,mjs}'],
    exclude: ['test/e2e/**'],
    pool: 'forks',
    // Vitest leaves one core free, which on two cores is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Only what hangs should meet these: on a machine that is busy with other work everything takes many times as long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
