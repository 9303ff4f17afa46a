import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { vaultProcesses } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { startOnNewVault } from './helpers/vault';

let folder = '';
let running: RunningApp;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-locking-'));
  running = await startOnNewVault(join(folder, 'vault'));
});
test.afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

async function expectLocked(): Promise<void> {
  await running.page.getByRole('heading', { name: 'Unlock' }).waitFor();
  await expect.poll(() => vaultProcesses(running.app)).toBe(0);
}

for (const event of ['suspend', 'lock-screen', 'shutdown'] as const) {
  test(`the vault locks at once when the system says ${event}`, async () => {
    await running.app.evaluate(({ powerMonitor }, name) => {
      powerMonitor.emit(name);
    }, event);
    await expectLocked();
  });
}

test('the vault locks when nobody has touched the computer for the time set, and not before', async () => {
  const { app, page } = running;
  await page.evaluate(() => window.holdfast.locking.set({ idleMinutes: 7 }));
  /** Makes main believe that so many minutes have gone by without a key, a click, or other work. */
  const pretend = (minutes: number): Promise<void> =>
    app.evaluate(({ powerMonitor }, gone) => {
      const real = Date.now.bind(Date);
      Date.now = () => real() + gone * 60_000;
      Reflect.set(globalThis, 'looked', 0);
      powerMonitor.getSystemIdleTime = () => {
        Reflect.set(globalThis, 'looked', Number(Reflect.get(globalThis, 'looked')) + 1);
        return gone * 60;
      };
    }, minutes);
  await pretend(6);
  await expect.poll(() => app.evaluate(() => Number(Reflect.get(globalThis, 'looked')))).toBeGreaterThan(1);
  expect(await vaultProcesses(app)).toBe(1);
  await pretend(2);
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 8 * 60;
  });
  await expectLocked();
});

test('the vault locks in its time when the clock of the computer is set back by a year', async () => {
  const { app, page } = running;
  await page.evaluate(() => window.holdfast.locking.set({ idleMinutes: 7 }));
  await app.evaluate(({ powerMonitor }) => {
    const [clock, ticks] = [Date.now.bind(Date), performance.now.bind(performance)];
    Date.now = () => clock() - 365 * 86_400_000;
    performance.now = () => ticks() + 8 * 60_000;
    powerMonitor.getSystemIdleTime = () => 8 * 60;
  });
  await expectLocked();
});
