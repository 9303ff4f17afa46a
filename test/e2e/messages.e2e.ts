import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
// Says what `window.holdfast` is.
import type {} from '../../renderer/kit/bridge';
import { chooseToOpen, resize } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { root } from './helpers/runtime';
import { startOnNewVault } from './helpers/vault';

const evidence = join(root, 'resources', 'sample-case', 'evidence');
let folder = '';
let running: RunningApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-messages-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

const goTo = (page: Page, room: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(room) })
    .click();
const conversation = (page: Page) => page.getByRole('listbox', { name: 'Messages and calls' });
const exportNamed = (page: Page, name: RegExp) =>
  page.getByRole('listbox', { name: 'Exports' }).getByRole('option', { name });

/** An open case with these files in it. */
async function caseWith(files: readonly string[]): Promise<RunningApp> {
  running = await startOnNewVault(join(folder, 'vault'));
  const { app, page } = running;
  await page.evaluate(() =>
    window.holdfast.cases.create({
      reference: 'HF-0900',
      alias: 'Wren',
      exhibitInitials: 'RW',
      safeContact: { rule: 'Text only, after six.' },
    }),
  );
  await page.getByRole('row').filter({ hasText: 'HF-0900' }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Overview' }).waitFor();
  if (files.length === 0) return running;
  await goTo(page, 'Evidence');
  await chooseToOpen(app, files);
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await page.getByRole('button', { name: 'See every file' }).waitFor();
  return running;
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('an empty room says what can be brought in', async () => {
  const { page } = await caseWith([]);
  await goTo(page, 'Messages');
  await page.getByRole('heading', { name: 'Read what was written, and who rang' }).waitFor();
  await expectAccessible(page);
});

test('calls are filtered, chosen by keyboard alone, and become an entry that counts them itself', async () => {
  const { app, page, complaints } = await caseWith([
    join(evidence, 'calls-20261101083000.xml'),
    join(evidence, 'WhatsApp Chat with Dean.txt'),
  ]);
  await goTo(page, 'Messages');
  await conversation(page).waitFor();
  await expectAccessible(page);

  await exportNamed(page, /^RW\/1/).focus();
  await page.keyboard.press('ArrowDown');
  await exportNamed(page, /Call log/).press('Enter');
  await page.getByRole('status').filter({ hasText: '51 calls' }).waitFor();
  await page.getByRole('spinbutton', { name: /day, From/ }).focus();
  await page.keyboard.type('13102026');
  await page.keyboard.press('Tab');
  await page.getByRole('spinbutton', { name: /day, To/ }).focus();
  await page.keyboard.type('13102026');
  await page.getByRole('status').filter({ hasText: 'on 1 day' }).waitFor();

  await conversation(page).focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('region', { name: 'What can be made of the selected lines' });
  const count = Number(/\d+/.exec(await bar.getByText('selected').innerText())?.[0]);
  expect(count).toBeGreaterThan(40);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+End');
  await bar.getByText(`${count} lines selected`).waitFor();
  await bar.getByRole('button', { name: `New entry from these ${count}` }).press('Enter');

  await page.getByRole('heading', { name: 'New entry' }).waitFor();
  await page
    .getByText(new RegExp(`^${count} calls \\(\\d+ missed\\), 21:\\d\\d to 23:\\d\\d, from RW/1$`))
    .waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save entry' }).click();
  const entry = page.getByRole('option').filter({ hasText: `${count} calls` });
  await entry.waitFor();
  await expectAccessible(page);
  await page.getByRole('listbox', { name: 'Entries' }).press('Enter');
  await page.getByRole('button', { name: 'Show them' }).click();
  await page.getByText('Only what one entry of the chronology stands on').waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: `${count} calls` })
    .waitFor();
  await resize(app, page, { width: 1280, height: 800, zoom: 2 });
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('what a chat leaves open is asked, and what it says is shown on the side of whoever wrote', async () => {
  const chat = written(
    'Chat with R.txt',
    '03/04/2026, 10:00 - R Example: one\n04/05/2026, 10:00 - Rowan: two\n05/06/2026, 3:00 xqz - R Example: odd\n',
  );
  const { page } = await caseWith([chat]);
  await goTo(page, 'Messages');
  await page.getByRole('button', { name: 'Say which is the day' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('3 Apr 2026').waitFor();
  await dialog.getByText('4 Mar 2026').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Read it this way' }).click();
  await dialog.getByText('Choose one of them.').waitFor();
  await dialog.getByRole('radio', { name: /Day first/ }).focus();
  await page.keyboard.press('Space');
  await dialog.getByRole('button', { name: 'Read it this way' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await conversation(page)
    .getByRole('option', { name: /3 Apr 2026/ })
    .waitFor();

  await page.getByRole('button', { name: /Whose phone/ }).click();
  await page.getByRole('option', { name: 'Rowan', exact: true }).click();
  await expect(conversation(page).locator('.message-row.out')).toHaveCount(1);
  await page.getByRole('radio', { name: 'To look at' }).click();
  await expect(conversation(page).getByRole('option')).toHaveCount(1);
  await conversation(page).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'About this line' }).getByText('3:00 xqz').waitFor();
  await expectAccessible(page);
});

test('the columns of a bill are said once and offered for the next', async () => {
  const next = written(
    'November.csv',
    '"Date","Time","Type","Number dialled","Duration","Cost (GBP)"\n"13/11/2026","08:12","Voice","101","00:01:00","0"\n"14/11/2026","08:12","Voice","101","00:01:00","0"\n',
  );
  const { page } = await caseWith([join(evidence, 'Phone bill October 2026.csv'), next]);
  await goTo(page, 'Evidence');
  await page.getByRole('row').first().press('Enter');
  await page.getByRole('button', { name: 'Read as messages and calls' }).click();
  await page.getByRole('button', { name: 'Say what the columns are' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByText('Call made, 3 min 10 s, to 07700 900555')
    .or(dialog.getByText('Call made, 1 min, to 101'))
    .first()
    .waitFor();
  await expectAccessible(page);
  await dialog.getByText('Keep these columns').click();
  await dialog.getByLabel('Name, such as the network of the bill').fill('My network');
  await dialog.getByRole('button', { name: 'Read it this way' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await conversation(page).waitFor();
  await exportNamed(page, /What are its columns/).click();
  await page.getByRole('button', { name: 'Say what the columns are' }).click();
  await dialog.getByRole('button', { name: /Columns said before/ }).click();
  await page.getByRole('option', { name: 'My network (same heading)' }).click();
  await dialog.getByRole('button', { name: 'Read it this way' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect(exportNamed(page, /calls/)).toHaveCount(2);
});

test('a chat of thirty thousand messages is as quick to move in as a short one', async () => {
  const lines = Array.from({ length: 30_000 }, (_, at) => {
    const at2 = new Date(Date.UTC(2024, 0, 1) + at * 600_000).toISOString();
    return `${at2.slice(8, 10)}/${at2.slice(5, 7)}/${at2.slice(0, 4)}, ${at2.slice(11, 16)} - Dean: message number ${at}${' and more'.repeat(at % 30)}`;
  });
  const { page } = await caseWith([written('long.txt', `${lines.join('\n')}\n`)]);
  await goTo(page, 'Messages');
  await conversation(page).waitFor();
  await conversation(page).focus();
  await page.keyboard.press('End');
  await expect(conversation(page).locator('.message-row.active')).toContainText('message number 29999');
  await expect(conversation(page).locator('.message-row.active')).toBeInViewport();
  expect(await conversation(page).getByRole('option').count()).toBeLessThan(400);
  await page.keyboard.press('Home');
  await expect(conversation(page).locator('.message-row.active')).toContainText('message number 0');
  await page.getByRole('spinbutton', { name: /day, Go to day/ }).focus();
  await page.keyboard.type('01052024');
  await expect(conversation(page).locator('.message-row.active')).toContainText('1 May 2024');
  await expect(conversation(page).locator('.message-row.active')).toBeInViewport();
});
