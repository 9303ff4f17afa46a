import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
// Says what `window.holdfast` is.
import type {} from '../../../renderer/app/bridge';

/** Makes a vault as the page would, without typing it all (the words joined by spaces are the passphrase); waits until the caseload is there. */
export async function makeVaultThroughTheDoor(
  page: Page,
  passphrase: readonly string[],
): Promise<void> {
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
