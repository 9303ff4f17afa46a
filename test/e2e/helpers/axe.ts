import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Fails with the rule and the places when axe finds anything on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  // The other mode opens a blank page of its own, which Electron does not give.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // Every rule is asked; of what it found right, nothing is written down.
    .options({ resultTypes: ['violations'] })
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found).toEqual([]);
}

/** In both colours, as they are when nothing moves any more: a colour on its way to another is neither. */
export async function expectAccessibleInBothColours(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await test.step(colorScheme, async () => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectAccessible(page);
    });
  }
}
