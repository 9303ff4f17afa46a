import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
// Says what `window.holdfast` is.
import type {} from '../../../renderer/kit/bridge';

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
