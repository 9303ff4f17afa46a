import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/e2e',
  // One application at a time: each test starts a real Electron of its own.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
});
