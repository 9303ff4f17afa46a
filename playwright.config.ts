import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/e2e',
  // Each test starts a real Electron with a vault of its own, so two files can run side by side.
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 20_000 },
});
