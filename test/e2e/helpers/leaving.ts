import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/**
 * Decides what is asked before something leaves, by keyboard: it is for the family court, and every exhibit is the client's own.
 * Then lets it go by the button called `submit`.
 */
export async function decideAll(page: Page, submit: string): Promise<void> {
  const gate = page.locator('.leaving');
  await gate.getByRole('region', { name: 'You decide' }).waitFor();
  const whom = gate.getByRole('button', { name: /For whom is it\?/ });
  if ((await whom.count()) > 0) {
    await whom.press('Enter');
    await page.getByRole('option', { name: 'Family court' }).press('Enter');
    await expect(whom).toHaveCount(0);
    // It is looked through again for that recipient, and nothing is listed meanwhile.
    await gate.getByRole('region', { name: 'You decide' }).waitFor();
  }
  const what = gate.getByRole('button', { name: /What (is it|are they)\?/ });
  if ((await what.count()) > 0) {
    await what.press('Enter');
    await page.getByRole('option', { name: 'The client’s own' }).press('Enter');
    await gate.getByRole('button', { name: 'Say it' }).press('Enter');
    await expect(what).toHaveCount(0);
  }
  const leave = gate.getByRole('button', { name: submit });
  await expect(leave).toBeEnabled();
  await leave.press('Enter');
}

/** Says of every exhibit of a case that it is the client's own, for a test that is about something else. */
export async function sayOwn(page: Page, caseId: string): Promise<void> {
  await page.evaluate(async (id) => {
    const { holdfast } = window as unknown as {
      holdfast: {
        evidence: { list: (input: { caseId: string }) => Promise<{ value: readonly { id: string }[] }> };
        leaving: { classify: (input: object) => Promise<unknown> };
      };
    };
    const { value } = await holdfast.evidence.list({ caseId: id });
    await holdfast.leaving.classify({ caseId: id, itemIds: value.map((each) => each.id), itemClass: 'own' });
  }, caseId);
}
