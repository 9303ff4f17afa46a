import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { emlOf, smallPng } from '../helpers/evidence-fixtures';
import { docxOf, pptxOf } from '../helpers/office';
import { zipOf } from '../helpers/zip';
import { chooseToOpen, resize } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { startOnNewVault } from './helpers/vault';

let folder = '';
let running: RunningApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-inside-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

async function caseWith(files: Readonly<Record<string, Buffer | string>>): Promise<RunningApp> {
  running = await startOnNewVault(join(folder, 'vault'));
  const { app, page } = running;
  await page
    .getByRole('button', { name: /new case|first case/i })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reference').fill('HF-0900');
  await dialog.getByLabel('Known as').fill('Wren');
  await dialog.getByLabel('Exhibit initials').fill('rw');
  await dialog.getByLabel('The rule, in one line').fill('Text only, after six.');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  // Who sent the client is asked next, and may stay open.
  const referral = page.getByRole('dialog', { name: 'Referral' });
  await referral.getByRole('button', { name: 'Cancel' }).click();
  await referral.waitFor({ state: 'detached' });
  const room = page.getByRole('navigation').getByRole('button', { name: 'Evidence' });
  const row = page.getByRole('row').filter({ hasText: 'HF-0900' });
  await row.or(room).first().waitFor();
  if (!(await room.isVisible())) await row.click();
  await room.click();
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  await chooseToOpen(app, paths);
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await page.getByRole('button', { name: 'See every file' }).waitFor();
  return running;
}

/** By keyboard: a list that was just scrolled into view takes no clicks for a moment. */
async function open(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('row', { name }).press('Enter');
  await page.getByRole('heading', { name: 'Integrity' }).waitFor();
}

const back = (page: Page): Promise<void> =>
  page.getByRole('navigation').getByRole('button', { name: 'Evidence' }).click();

test('an e-mail shows its header, its words and its attachments, and each attachment leads back', async () => {
  const { page, complaints } = await caseWith({ 'warning.eml': emlOf() });
  await page.getByText('3 files went in').waitFor();
  await expect(page.getByRole('row', { name: /E-mail: Last warning/ })).toContainText('2 inside');
  await expect(page.getByText('came in RW/1').first()).toBeVisible();
  await expectAccessible(page);

  await open(page, /E-mail: Last warning/);
  const header = page.getByRole('banner', { name: 'Header of the e-mail' }).or(page.locator('.mail'));
  await expect(header.first()).toContainText('R. Example <r.example@mail.example>');
  await expect(header.first()).toContainText('3 Mar 2026');
  await expect(page.getByRole('region', { name: 'The words of RW/1' })).toContainText('Café at nine.');
  await expectAccessible(page);

  // All of it without a mouse: to the words, on to the first attachment, and back to where it came in.
  await page.getByRole('region', { name: 'The words of RW/1' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^RW\/2/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByText('Came in').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^RW\/1 E-mail/ }).press('Enter');
  await expect(page.getByRole('region', { name: 'The words of RW/1' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('an archive lists what came in it and why the rest did not; the list can be cut to a kind', async () => {
  const zip = await zipOf([
    { name: 'photos/door.png', bytes: smallPng(40) },
    { name: 'statement.docx', bytes: await docxOf(['He was outside at nine.']) },
    { name: 'shortcut', bytes: '/etc/passwd', mode: 0o120777 },
    { name: 'slides.pptx', bytes: await pptxOf(['The first slide', 'The second slide']) },
  ]);
  const { app, page } = await caseWith({
    'from Wren.zip': zip,
    'arabic.txt': 'أين أنت الآن؟\nWhere are you now?',
    'locked.7z': Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), Buffer.alloc(40)]),
  });
  await page.getByText('did not go in').first().waitFor();
  await page.getByRole('button', { name: 'See every file' }).click();
  await expect(page.getByRole('dialog')).toContainText('from Wren.zip › shortcut');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  await open(page, /RW\/1 /);
  const files = page.getByRole('region', { name: 'Files inside' });
  await expect(files).toContainText('1 of 4 could not be taken out and is still in it.');
  await expect(files.getByRole('listitem').first()).toContainText('shortcut');
  await expect(files.getByRole('listitem').first()).toContainText('cannot safely be taken out');
  await expectAccessible(page);
  await files
    .getByRole('button', { name: /^RW\/\d+ Document/ })
    .first()
    .press('Enter');
  await expect(page.getByRole('region', { name: /The words of/ })).toContainText('He was outside at nine.');

  await back(page);
  await page.getByRole('button', { name: /Every kind/ }).click();
  await page.getByRole('option', { name: 'Office documents' }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('row').last().press('Enter');
  await page.getByRole('button', { name: 'Next page' }).press('Enter');
  await expect(page.getByRole('region', { name: /The words of/ })).toContainText('The second slide');

  await back(page);
  await open(page, /RW\/3 /);
  await expect(page.getByRole('button', { name: 'Read it again' })).toBeVisible();
  await expectAccessible(page);
  await resize(app, page, { width: 1280, height: 800, zoom: 2 });
  const over = await page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
  expect(over).toBe(0);
});
