import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/e2e',
  // Each test starts a real Electron with a vault of its own, so some files can run side by side (scripts/test.mjs).
  workers: Number(process.env.HOLDFAST_WORKERS ?? 1),
  // Only what hangs should meet these: on a machine that is busy with other work everything takes many times as long.
  timeout: 900_000,
  expect: { timeout: 120_000 },
});
