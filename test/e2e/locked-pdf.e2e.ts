import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { look } from './helpers/look';
import { root } from './helpers/runtime';
import { openFirstOf } from './helpers/rooms';
import { startOnNewVault } from './helpers/vault';

const pdfs = join(root, 'test', 'fixtures', 'pdf');
const password = 'Blue Door 7';

let folder = '';
let running: RunningApp | null = null;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-locked-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

/** For a person who looks at the screens. */
async function see(name: string): Promise<void> {
  if (running !== null) await look(running, name);
}

/** A case with these PDFs, with the first of them open. */
async function openFirst(...names: readonly string[]): Promise<Page> {
  running = await startOnNewVault(join(folder, 'vault'));
  await openFirstOf(
    running,
    'HF-0912',
    names.map((name) => join(pdfs, name)),
  );
  return running.page;
}

test('a locked PDF asks for its password, says when it is wrong, and is then like any other', async () => {
  const page = await openFirst('locked/aes-256.pdf');
  await expect(page.getByText('This PDF asks for its password', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await see('pdf-locked');

  const field = page.getByLabel('Password of the PDF');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('Type the password first.', { exact: true })).toBeVisible();
  await field.fill('Blue Door 8');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText(/That password does not open this file/u)).toBeVisible();

  await field.fill(password);
  await field.press('Enter');
  await expect(page.getByText(/Opened with a password that .* typed/u)).toBeVisible();
  await expect(page.getByText('This PDF asks for its password', { exact: true })).toBeHidden();
  await expect(page.getByText('page 1 of 2', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await see('pdf-locked-wrong');

  // Its words are read as those of any PDF, and its password stands nowhere.
  await page.getByRole('tab', { name: 'Text' }).click();
  await expect(page.getByText(/the lock was changed on Monday/u).first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole('tab', { name: 'Continuity' }).click();
  await expect(page.getByText(/opened with its password/u).first()).toBeVisible();
  await expect(page.getByText(password)).toHaveCount(0);
});

test('files that a PDF holds are named and taken out as exhibits', async () => {
  const page = await openFirst('two-files.pdf');
  await expect(
    page.getByText('It holds 2 files that are on none of its pages', { exact: true }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'See the files' }).click();
  await expect(page.getByRole('checkbox', { name: /note\.txt/u })).toBeVisible();
  await expectAccessible(page);
  await see('pdf-holds-files');
  await page.getByRole('checkbox', { name: /note\.txt/u }).press(' ');
  await page.getByRole('button', { name: 'Take 1 file out as an exhibit' }).click();
  await expect(page.getByRole('button', { name: 'Open RB/2' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Take all out as exhibits' }).click();
  await expect(page.getByRole('button', { name: 'Open RB/3' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Open RB/2' }).click();
  await expect(page.getByText(/Came in/u)).toBeVisible();
});

test('a scan that lies upside down is asked about, turned, and turned back', async () => {
  const page = await openFirst('g22-scan-upside-down.pdf');
  await expect(page.getByText('It seems to lie upside down', { exact: true })).toBeVisible({
    timeout: 120_000,
  });
  await expectAccessible(page);
  await see('pdf-upside-down');
  await page.getByRole('button', { name: 'Turn it' }).click();
  await expect(page.getByText('It is shown turned upside down.').first()).toBeVisible();
  await expect(page.getByText('It seems to lie upside down', { exact: true })).toBeHidden();
  // The words of the page that was turned make sense now.
  await page.getByRole('tab', { name: 'Text' }).click();
  await expect(page.getByText(/Scanned letter from the landlord/u).first()).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: /^Take back/u }).click();
  await expect(page.getByText('It seems to lie upside down', { exact: true })).toBeVisible();
});

test('marks for redaction that were never applied are named loudly', async () => {
  const page = await openFirst('pinned-and-marked.pdf');
  await expect(
    page.getByText('Page 2 has marks for redaction that were never applied', { exact: true }),
  ).toBeVisible();
  await expectAccessible(page);
  await see('pdf-marks');
});
