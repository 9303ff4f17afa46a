import { defineConfig } from '@playwright/test';

/** Files that take minutes come first: one that is begun last is waited for with nothing else left to do. */
const long = [
  'views',
  'vault-screen',
  'viewer',
  'no-network',
  'main-job',
  'memory',
  'chronology',
  'lying-pictures',
  'messages',
  'offices',
  'screens',
  'text',
].map((name) => `**/${name}.e2e.ts`);

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  projects: [
    { name: 'long', testMatch: long },
    { name: 'others', testMatch: '**/*.e2e.ts', testIgnore: long },
  ],
  // Each test starts a real Electron with a vault of its own, so some files can run side by side (scripts/test.mjs).
  workers: Number(process.env.HOLDFAST_WORKERS ?? 1),
  // Only what hangs should meet these: on a machine that is busy with other work everything takes many times as long.
  timeout: 900_000,
  expect: { timeout: 120_000 },
});
