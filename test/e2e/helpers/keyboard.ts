import type { Locator, Page } from '@playwright/test';

/** Presses Tab until the thing has the focus: nobody may need a mouse to get there. */
export async function tabTo(page: Page, target: Locator, most = 120): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    const there = await target.evaluateAll((all) => all.some((each) => each === document.activeElement));
    if (there) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

/** Goes to a button by Tab and presses it. */
export async function pressByKeyboard(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
