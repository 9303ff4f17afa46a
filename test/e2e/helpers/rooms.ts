import type { Page } from '@playwright/test';
import { chooseToOpen } from './app';
import type { RunningApp } from './app';
import { makeCase, takeIn } from './import';

/** By keyboard: the room whose name begins or goes on like this. */
export const goTo = (page: Page, room: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(room) })
    .press('Enter');

/** Makes a case of these files and opens the first exhibit; the case's id. */
export async function openFirstOf(
  { app, page }: RunningApp,
  reference: string,
  paths: readonly string[],
): Promise<string> {
  const caseId = await makeCase(page, reference);
  await chooseToOpen(app, paths);
  await takeIn(page, caseId);
  await page.getByRole('row').filter({ hasText: reference }).click();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /Evidence/u })
    .click();
  await page.getByRole('row', { name: /RB\/1/u }).press('Enter');
  await page.getByRole('heading', { name: 'Integrity' }).waitFor();
  return caseId;
}
