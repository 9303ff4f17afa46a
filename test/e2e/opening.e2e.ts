import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { createVault } from '../../electron/vault/open-vault';
import { testDeps } from '../helpers/test-vault';
import { startApp } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { look } from './helpers/look';

const passphrase = 'seven quiet herons landing';
const day = 86_400_000;
let folder = '';
let running: RunningApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-opening-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

/** A vault that was last used when the clock was `ahead` of now, in milliseconds. */
async function makeVault(ahead: number): Promise<string> {
  const vault = join(folder, 'vault');
  const now = () => new Date(Date.now() + ahead);
  const made = await createVault(
    { folder: vault, passphrase, name: 'Asha', officeName: 'Harbour service' },
    testDeps({ now }),
  );
  made.close();
  return vault;
}

async function start(vault: string): Promise<RunningApp> {
  running = await startApp(vault);
  await running.page.getByRole('heading', { name: 'Unlock' }).waitFor();
  return running;
}

async function typePassphrase(page: Page): Promise<void> {
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByLabel('Passphrase').press('Enter');
}

async function expectAct(page: Page, words: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Vault and safety' }).click();
  await page.getByRole('button', { name: 'Open the record' }).click();
  await expect(page.getByText(words)).toBeVisible();
}

test('a clock that stands before the last use is asked about, by keyboard, before the vault is opened', async () => {
  const app = await start(await makeVault(40 * day));
  const { page } = app;
  await typePassphrase(page);
  const question = page.getByRole('heading', { name: 'Is this computer’s clock right?' });
  await expect(question).toBeFocused();
  await expect(page.getByText('40 days earlier')).toBeVisible();
  await expectAccessible(page);
  await look(app, 'opening-clock');

  await page.getByRole('button', { name: 'I have set it: look again' }).press('Enter');
  // While it looks, it can neither be answered nor left.
  await expect(page.getByRole('button', { name: 'Back' })).not.toHaveClass(/pending/);
  await expect(question).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).press('Enter');
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();

  await page.getByLabel('Passphrase').press('Enter');
  await page.getByRole('button', { name: 'The clock is right' }).press('Enter');
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await expectAct(page, 'Said that the computer’s clock is right');
});

test('a vault that was copied by hand is asked about, after its clock, and opens as a copy', async () => {
  const vault = await makeVault(-30 * day);
  const copy = join(folder, 'copy');
  cpSync(vault, copy, { recursive: true });
  const app = await start(copy);
  const { page } = app;
  await typePassphrase(page);
  await page.getByRole('button', { name: 'The clock is right' }).click();
  const question = page.getByRole('heading', { name: 'Was this vault moved, or is it a copy?' });
  await expect(question).toBeFocused();
  await expectAccessible(page);
  await look(app, 'opening-place');
  await page.getByRole('button', { name: 'It is a copy' }).press('Enter');
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await expectAct(page, 'Said that this vault is a copy of another');
});

test('a clock that jumps while the vault is open locks it, keeps what was being typed, and says why', async () => {
  const started = await start(await makeVault(0));
  const { app, page } = started;
  // The next process of the vault says what it says when an act meets a clock that jumped.
  await app.evaluate(({ utilityProcess }) => {
    const fork = utilityProcess.fork.bind(utilityProcess);
    utilityProcess.fork = (...input) => {
      const child = fork(...input);
      Reflect.set(globalThis, 'vaultProcess', child);
      return child;
    };
  });
  await typePassphrase(page);
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await page.getByRole('button', { name: /Lock now/ }).click();
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  await typePassphrase(page);
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await page.getByRole('button', { name: 'New case' }).first().click();
  await page.getByLabel('Reference').fill('HL-2026-77');

  await app.evaluate(() => {
    const child: unknown = Reflect.get(globalThis, 'vaultProcess');
    (child as NodeJS.EventEmitter).emit('message', { type: 'clock-jumped' });
  });
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  await expect(page.getByText('The clock of this computer jumped by more than a day')).toBeVisible();
  await expectAccessible(page);
  await look(started, 'opening-jumped');
  await typePassphrase(page);
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await expect(page.getByText('You were in the middle of a new case.')).toBeVisible();
});
