import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chooseToOpen, pressInWindow, startApp } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';

const passphrase = 'seven quiet herons landing';
const second = 'nine loud geese departing';
let folder = '';
let running: RunningApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-door-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

async function start(name = 'vault'): Promise<RunningApp> {
  running = await startApp(join(folder, name));
  return running;
}

async function fillFirstDay(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill('Asha');
  await page.getByLabel('Your service or office').fill('Harbour service');
  await page.getByLabel('Your passphrase').fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await page.getByRole('heading', { name: 'Make your recovery kit' }).waitFor();
}

/** The words that each sheet shows, in their order. */
const wordsShown = (page: Page): Promise<readonly string[]> =>
  page
    .locator('.sheet ol')
    .evaluateAll((lists) =>
      lists.map((list) => [...list.querySelectorAll('li')].map((item) => item.textContent).join(' ')),
    );

async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Lock now/ }).click();
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
}

test('the first day ends with a kit that was printed, typed back and proved, and the kit opens the vault later', async () => {
  const { page, app } = await start();
  await expectAccessible(page);
  await fillFirstDay(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make the kit' }).click();
  await page.getByRole('button', { name: 'I have it on paper' }).waitFor();
  await expectAccessible(page);
  const [sheet = ''] = await wordsShown(page);
  expect(sheet.split(' ')).toHaveLength(12);

  await expect(page.getByText('Before you print')).toBeVisible();
  // What goes to the printer has the words and the label, and the name of nobody.
  await page.emulateMedia({ media: 'print' });
  const paper = await page.locator('body').innerText();
  for (const word of sheet.split(' ')) expect(paper).toContain(word);
  expect(paper).not.toMatch(/Asha|Harbour/);
  expect(paper).not.toMatch(/I have it on paper|Before you print/);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => {
    Reflect.set(window, 'print', () => {
      document.body.dataset.printed = 'yes';
    });
  });
  await page.getByRole('button', { name: 'Print' }).click();
  expect(await page.evaluate(() => document.body.dataset.printed)).toBe('yes');

  await page.getByRole('button', { name: 'I have it on paper' }).click();
  const box = page.getByLabel('The twelve words');
  await box.fill(sheet.replace(/^\w+/, 'zebrafish'));
  await page.getByRole('button', { name: 'Test the kit' }).click();
  await expect(page.getByText('Word 1 is not one of the list')).toBeVisible();
  await expectAccessible(page);
  await box.fill(sheet.toUpperCase());
  await page.getByRole('button', { name: 'Test the kit' }).click();
  await expect(page.getByText('The kit opens this vault')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();

  await pressInWindow(app, 'L', ['control']);
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  await page.getByLabel('The twelve words').fill(sheet);
  await page.getByLabel('Your name').fill('asha');
  await page.getByLabel('Your new passphrase').fill(second);
  await page.getByLabel('The same again').fill(second);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open with the kit' }).click();
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();

  await lock(page);
  const field = page.getByLabel('Passphrase');
  await field.fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('That passphrase does not open this vault.')).toBeVisible();
  await field.fill(second);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
});

test('two of three sheets restore a backup on a computer that has no vault yet', async () => {
  const first = await start();
  await fillFirstDay(first.page);
  await first.page.getByText('Three sheets, any two open').click();
  await first.page.getByRole('button', { name: 'Make the kit' }).click();
  await first.page.getByRole('button', { name: 'I have it on paper' }).waitFor();
  const sheets = await wordsShown(first.page);
  expect(sheets.map((each) => each.split(' ').length)).toEqual([15, 15, 15]);
  await first.page.getByRole('button', { name: 'Do this later' }).click();
  await first.page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await chooseToOpen(first.app, [folder]);
  await first.page.evaluate(async () => {
    const { holdfast } = window;
    await holdfast.cases.create({
      reference: 'R-7',
      alias: 'Restored',
      exhibitInitials: 'RR',
      safeContact: { rule: '' },
    });
    const picked = await holdfast.paths.pick({ purpose: 'backup' });
    if (picked.ok && picked.value !== null) await holdfast.backup.startAt({ target: picked.value.token });
    for (;;) {
      const jobs = await holdfast.jobs.list({});
      if (!jobs.ok || jobs.value.every(({ state }) => state !== 'running')) return;
    }
  });
  await first.close();

  const { page, app } = await start('another');
  await chooseToOpen(app, [folder]);
  await page.getByRole('button', { name: 'Restore from a backup' }).click();
  await page.getByRole('button', { name: 'Choose the folder of the backup' }).click();
  await page.getByRole('radio').first().waitFor();
  await page.getByRole('radio', { name: 'two sheets' }).click();
  await page.getByLabel('The fifteen words of one sheet').fill(sheets[2] ?? '');
  await page.getByLabel('The fifteen words of another').fill(sheets[0] ?? '');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('Every file was compared with its hash')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Go to the vault' }).click();
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('row', { name: /R-7/ })).toBeVisible();
});

test('what Holdfast is made of can be read from the menu before there is a vault, with the licences of the runtime', async () => {
  const { page, app, complaints } = await start();
  await page.getByLabel('Your name').waitFor();
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ label }) => label === 'Licences')?.click();
  });
  const dialog = page.getByRole('dialog', { name: 'Licences' });
  const notices = dialog.getByRole('region', { name: 'What Holdfast is made of' });
  await expect(notices).toContainText('GNU LESSER GENERAL PUBLIC LICENSE');
  await expect(notices).toContainText('react-dom');
  await dialog.getByRole('button', { name: 'What Electron and Chromium are made of' }).click();
  const zlib = dialog.locator('summary', { hasText: /^zlib$/u }).first();
  await zlib.press('Enter');
  await expect(dialog.getByRole('region', { name: 'zlib', exact: true })).toContainText('Jean-loup Gailly');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
