import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startApp, vaultProcesses } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { makeVaultByHand } from './helpers/vault';

const passphrase = 'seven quiet herons landing';
let folder = '';
let running: RunningApp;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-making-'));
  running = await startApp(join(folder, 'vault'));
});
test.afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Ends the vault process as the system would, without a word. */
async function killVault(): Promise<void> {
  const pid = await running.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Holdfast vault')?.pid ?? 0,
  );
  expect(pid).toBeGreaterThan(0);
  process.kill(pid, 'SIGKILL');
}

test('a vault process that dies while the vault is made is told in words, and trying again makes the vault', async () => {
  const { page } = running;
  await page.getByLabel('Your name').fill('Asha');
  await page.getByLabel('Your service or office').fill('Harbour service');
  await page.getByLabel('Your passphrase').fill('password1234');
  await page.getByLabel('The same again').fill('password1234');
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(page.getByText(/^Too weak:/)).toBeVisible();
  await expectAccessible(page);
  expect(existsSync(join(folder, 'vault'))).toBe(false);

  await page.getByLabel('Your passphrase').fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect
    .poll(() => existsSync(join(folder, 'vault', 'vault.creating')), { intervals: [20] })
    .toBe(true);
  await killVault();
  await expect(page.getByText('Holdfast stopped in the middle of making the vault')).toBeVisible();
  await expect(page.getByText(/Begin again\./)).toBeVisible();
  await expectAccessible(page);
  await makeVaultByHand(page, passphrase);
  expect(readdirSync(join(folder, 'vault'))).not.toContain('vault.creating');
});

test('a vault process that dies while the vault is open is told in words, and the vault opens again', async () => {
  const { page, app } = running;
  await makeVaultByHand(page, passphrase);
  await killVault();
  await expect(page.getByText('stopped by itself, and the vault is locked')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  // Who locks the vault hears nothing of it afterwards.
  await page.getByRole('button', { name: /Lock now/ }).click();
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  await expect.poll(() => vaultProcesses(app)).toBe(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});
