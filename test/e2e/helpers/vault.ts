import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
// Says what `window.holdfast` is.
import type {} from '../../../renderer/kit/bridge';
import type { VaultContext } from '../../../electron/vault/api';
import { makeKeyFile, readKeyFiles, writeKeyFile } from '../../../electron/vault/key-file';
import { createVault, openWith } from '../../../electron/vault/open-vault';
import { madeSetting } from '../../../electron/vault/same-place';
import { forgetSetting } from '../../../electron/vault/settings';
import { findKey, makeSlot } from '../../../electron/vault/slots';
import { testDeps } from '../../helpers/test-vault';
import { startApp } from './app';
import type { RunningApp } from './app';

/**
 * Starts the app on a vault that was made just now, and opens it. It is made here, so that its key slot costs the least the
 * format allows: what the app makes by itself takes two processors for seconds at each start. How it makes a vault is proved
 * by `door`, `main-job`, `making-killed` and `memory`.
 */
export async function startOnNewVault(
  folder: string,
  {
    name = 'Test advocate',
    officeName = 'Test office',
    passphrase = 'seven quiet herons landing',
    size,
    fill = () => Promise.resolve(),
    built,
  }: {
    readonly name?: string;
    readonly officeName?: string;
    readonly passphrase?: string;
    readonly size?: { readonly width: number; readonly height: number };
    /** Writes into it what stands there from the beginning. */
    readonly fill?: (context: VaultContext) => Promise<unknown>;
    /** Another build than the one of this checkout. */
    readonly built?: string;
  } = {},
): Promise<RunningApp> {
  const made = await createVault({ folder, passphrase, name, officeName }, testDeps());
  await fill(made.context);
  made.close();
  const running = await startApp(folder, size, {}, null, built);
  const { page } = running;
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  const opened = await page.evaluate(async (secret) => {
    const answer = await window.holdfast.door.unlock({ passphrase: secret });
    return answer.ok ? 'opened' : answer.error.code;
  }, passphrase);
  expect(opened).toBe('opened');
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  // That there is no recovery kit is said at an unlock, and takes room on every screen.
  const notNow = page.getByRole('button', { name: 'Not now' });
  await notNow.press('Enter');
  await notNow.waitFor({ state: 'detached' });
  return running;
}

/** Gives a closed vault, in both copies of its key file, a slot of the least cost in place of the one that this passphrase opens. */
export async function makeSlotCheap(folder: string, passphrase: string): Promise<void> {
  const found = await findKey(await readKeyFiles(folder), passphrase);
  if (found === null) throw new Error('The passphrase does not open the vault.');
  const { vaultKey, file, slot } = found;
  const deps = { ...testDeps(), newId: () => slot.id };
  const cheap = await makeSlot(vaultKey, file.vaultId, passphrase, deps);
  const slots = file.slots.map((each) => (each.id === slot.id ? cheap : each));
  for (const generation of [file.generation + 1, file.generation + 2])
    await writeKeyFile(folder, makeKeyFile(vaultKey, { vaultId: file.vaultId, generation, slots }));
}

/** Takes from a closed vault what it knows of its folder, so that a copy of it is opened without a question. */
export async function forgetPlace(folder: string, passphrase: string): Promise<void> {
  const found = await findKey(await readKeyFiles(folder), passphrase);
  if (found === null) throw new Error('The passphrase does not open the vault.');
  const db = openWith(folder, found.vaultKey, found.file.vaultId);
  forgetSetting(db, madeSetting);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Makes a vault as the page would, without typing it all (the words joined by spaces are the passphrase); waits until the caseload is there. */
export async function makeVaultThroughTheDoor(page: Page, passphrase: readonly string[]): Promise<void> {
  const made = await page.evaluate(async (words) => {
    const answer = await window.holdfast.door.create({
      passphrase: words.join(' '),
      name: 'Test advocate',
      officeName: 'Test office',
    });
    return answer.ok ? 'made' : answer.error.code;
  }, passphrase);
  expect(made).toBe('made');
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
}

/** Makes a vault by hand, as somebody does on the first day, and leaves the recovery kit for later. */
export async function makeVaultByHand(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Your name').fill('Asha');
  await page.getByLabel('Your service or office').fill('Harbour service');
  await page.getByLabel('Your passphrase').fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await page.getByRole('button', { name: 'Do this later' }).click();
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
}
