import type { Page } from '@playwright/test';

/** By keyboard: from the row past its grip to its box. */
export async function toggle(page: Page, ref: string): Promise<void> {
  await page.getByRole('row', { name: new RegExp(`^${ref} `) }).focus();
  const box = page.getByRole('checkbox', { name: `Show ${ref} in the bundle` });
  for (let presses = 0; presses < 4; presses += 1) {
    if (await box.evaluate((each) => each === document.activeElement)) break;
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Space');
}
