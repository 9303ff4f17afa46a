import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { startApp } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { makeCase } from './helpers/import';
import { pressByKeyboard, tabTo } from './helpers/keyboard';
import { makeVaultThroughTheDoor } from './helpers/vault';

let folder = '';
let running: RunningApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-chronology-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

/** A case without anything in it, open on its chronology, reached without a mouse. */
async function emptyChronology(): Promise<RunningApp> {
  running = await startApp(join(folder, 'vault'));
  const { page } = running;
  await makeVaultThroughTheDoor(page, ['harbour', 'quiet', 'seven', 'lantern', 'meadow', 'copper']);
  await makeCase(page);
  await pressByKeyboard(page, page.getByRole('row').filter({ hasText: 'K-1' }));
  await pressByKeyboard(page, page.getByRole('navigation').getByRole('button', { name: 'Chronology' }));
  await page.getByRole('heading', { name: 'Put what happened in order' }).waitFor();
  return running;
}

const entries = (page: Page) => page.getByRole('listbox', { name: 'Entries' });
const line = (page: Page) => page.getByRole('textbox', { name: 'Add' });

/** Types a line of quick add and saves it. */
async function addLine(page: Page, text: string): Promise<void> {
  await line(page).focus();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await page.getByText(/^Saved: /).waitFor();
}

test('a chronology is typed, asked about, undone, filtered, marked and put right without a mouse', async () => {
  const { page, complaints } = await emptyChronology();
  await expectAccessible(page);

  await test.step('one line becomes an entry, and shows what was understood first', async () => {
    await page.keyboard.press('a');
    await expect(line(page)).toBeFocused();
    await page.keyboard.type('about 9pm on 3 March 2026 he waited outside and followed her to the bus stop');
    await expect(page.getByText('3 Mar 2026, about 21:00')).toBeVisible();
    await expect(page.getByRole('button', { name: '(a) following' })).toHaveAttribute('aria-pressed', 'true');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(entries(page).getByRole('option')).toHaveCount(1);
    await expect(entries(page)).toContainText('He waited outside and followed her to the bus stop');
    await expect(entries(page)).toContainText('(e) loitering');
    await expect(line(page)).toHaveValue('');
  });

  await test.step('a date that may be two is asked about, and nothing is saved before', async () => {
    await line(page).focus();
    await page.keyboard.type('4/3/2026 he rang 14 times');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Which is the day, and which the month?' })).toBeVisible();
    await expect(page.getByRole('button', { name: '4 Mar 2026' })).toBeFocused();
    await expectAccessible(page);
    await expect(entries(page).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(line(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(entries(page).getByRole('option')).toHaveCount(2);
    await expect(entries(page)).toContainText('14 times, as told');
  });

  await test.step('a line without a date says what is missing', async () => {
    await line(page).focus();
    await page.keyboard.type('he left flowers');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Say when it was as well');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(line(page)).toHaveValue('');
  });

  await test.step('what was just saved is undone', async () => {
    await addLine(page, 'yesterday he left flowers');
    await expect(entries(page).getByRole('option')).toHaveCount(3);
    await pressByKeyboard(page, page.getByRole('button', { name: 'Undo' }));
    await expect(entries(page).getByRole('option')).toHaveCount(2);
  });

  await test.step('words filter as they are typed, and the rest comes back', async () => {
    await tabTo(page, page.getByRole('searchbox', { name: 'Filter entries' }));
    await page.keyboard.type('follow');
    await expect(entries(page).getByRole('option')).toHaveCount(1);
    await expect(page.getByText('1 of 2')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(entries(page).getByRole('option')).toHaveCount(2);
  });

  await test.step('several are changed in one act', async () => {
    await tabTo(page, entries(page));
    await page.keyboard.press('Control+a');
    await pressByKeyboard(page, page.getByRole('button', { name: 'Change them' }));
    const dialog = page.getByRole('dialog', { name: 'Change 2 entries' });
    await dialog.waitFor();
    await expectAccessible(page);
    const group = dialog.getByRole('group', { name: 'Mark with' });
    await tabTo(page, group.getByRole('checkbox', { name: '(g) watching or spying' }));
    await page.keyboard.press('Space');
    await pressByKeyboard(page, dialog.getByRole('button', { name: 'Change 2 entries' }));
    await dialog.waitFor({ state: 'hidden' });
    await expect(entries(page).getByText('(g) watching or spying')).toHaveCount(2);
  });

  await test.step('an entry is opened, and an earlier version of it brought back', async () => {
    await tabTo(page, entries(page));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Change entry' }).waitFor();
    await expectAccessible(page);
    await pressByKeyboard(page, page.getByRole('button', { name: 'Versions' }));
    const dialog = page.getByRole('dialog', { name: 'Versions of this entry' });
    await dialog.getByRole('button', { name: 'Bring version 1 back' }).waitFor();
    await expectAccessible(page);
    await pressByKeyboard(page, dialog.getByRole('button', { name: 'Bring version 1 back' }));
    await dialog.waitFor({ state: 'hidden' });
    await expect(entries(page).getByText('(g) watching or spying')).toHaveCount(1);
  });

  await test.step('a person is added from the entry and linked to it', async () => {
    await tabTo(page, entries(page));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Change entry' }).waitFor();
    await pressByKeyboard(page, page.getByRole('button', { name: 'Who, vehicle and witnesses' }));
    await pressByKeyboard(page, page.getByRole('button', { name: 'New person' }));
    await page.keyboard.type('Alex');
    await pressByKeyboard(page, page.getByRole('button', { name: 'Add', exact: true }));
    await page.getByRole('button', { name: 'What Alex has to do with it' }).waitFor();
    await expectAccessible(page);
    await pressByKeyboard(page, page.getByRole('button', { name: 'Save entry' }));
    await expect(entries(page)).toContainText('Alex');
    await pressByKeyboard(page, page.getByRole('radio', { name: 'Entries' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Show 1 entry with Alex' }).waitFor();
    await expectAccessible(page);
    await pressByKeyboard(page, page.getByRole('button', { name: 'Show 1 entry with Alex' }));
    await expect(entries(page).getByRole('option')).toHaveCount(1);
  });
  expect(complaints).toEqual([]);
});

test('every view says in text what it draws, and follows the filter', async () => {
  const { page, complaints } = await emptyChronology();
  for (const text of [
    'on 2 March 2026 at 21:10 he followed her',
    'on 9 March 2026 at 21:40 he followed her',
    'on 10 March 2026 she told him to stop',
    'on 12 March 2026 at 08:00 he texted her',
    'on 20 May 2026 at 21:15 he waited outside',
  ])
    await addLine(page, text);
  // What the conduct stands against.
  await entries(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Background event' }).press('Enter');
  await page.getByRole('button', { name: 'Save entry' }).press('Enter');
  await page.getByRole('heading', { name: 'Change entry' }).waitFor({ state: 'hidden' });

  await page.getByRole('radio', { name: 'Patterns' }).press('Enter');
  for (const name of [
    /^Timeline. 4 incidents and 1 background event/,
    /^Weeks by act. 12 weeks from 2 Mar 2026/,
    /^Calendar. Something happened on 4 days/,
    /^Hour by weekday. 4 incidents have a known hour. The most in one: 2 incidents on Mondays from 21:00 to 22:00/,
    /^Silences. 1 stretch of 21 days or more without an incident. The longest: 68 days/,
    /^Before and after: .*. 2 incidents in the 8 weeks before, 1 incident in the 8 weeks from that day on/,
  ])
    await expect(page.getByRole('img', { name })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Hour by weekday as a table' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Hour by weekday as a table' })).toContainText(
    '21:00 to 22:00',
  );
  await expectAccessible(page);

  await page.getByRole('searchbox', { name: 'Filter entries' }).fill('followed');
  await expect(
    page.getByRole('img', { name: /^Timeline. 2 incidents and 0 background events/ }),
  ).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter entries' }).fill('');
  await page.getByRole('button', { name: 'Look closer' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Show all' })).toBeEnabled();
  await expectAccessible(page);

  await page.getByRole('radio', { name: 'Coverage' }).press('Enter');
  await page.getByRole('heading', { name: 'Stalking, section 2A', exact: true }).waitFor();
  await expect(page.getByRole('region', { name: 'Summary offences, sections 2 and 2A' })).toContainText(
    '20 Nov 2026: 6 months from the latest incident',
  );
  await expect(page.getByText('No entry speaks to it yet').first()).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('region', { name: 'Acts associated with stalking' })
    .getByRole('button', { name: 'Show 2 entries: (a) following' })
    .press('Enter');
  await expect(entries(page).getByRole('option')).toHaveCount(2);
  expect(complaints).toEqual([]);
});
