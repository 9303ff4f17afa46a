import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { limitText } from '../../renderer/strings/standing';
import { standingOf, ukDay } from '../../shared/domain/dates/standing';
import { chooseToOpen, chooseToSave } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { makeCase } from './helpers/import';
import { pressByKeyboard, tabTo } from './helpers/keyboard';
import { tool } from './helpers/pdf';
import { startOnNewVault } from './helpers/vault';
import { zipOf } from '../helpers/zip';

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
  running = await startOnNewVault(join(folder, 'vault'));
  const { page } = running;
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

test('a question that comes up while somebody types takes no letter and no focus, and no word is lost', async () => {
  const { page, complaints } = await emptyChronology();
  const told = 'he rang 14 times, then stood outside until she left and shouted: I am coming back';
  const typed = `4/3/2026 ${told}`;

  await test.step('a first question, asked for by Enter, does not give the next one the focus', async () => {
    await line(page).focus();
    await page.keyboard.type('5/4/2026 at 9 he knocked');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '5 Apr 2026' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(line(page)).toBeFocused();
    await expect(page.getByRole('group', { name: 'In the morning or in the evening?' })).toBeVisible();
    await expect(line(page)).toBeFocused();
    await page.keyboard.press('Escape');
  });

  await test.step('another line is typed through its question without a pause', async () => {
    await page.keyboard.type(typed);
    await expect(line(page)).toHaveValue(typed);
    await expect(line(page)).toBeFocused();
    await expect(page.getByRole('group', { name: 'Which is the day, and which the month?' })).toBeVisible();
  });

  await test.step('a letter typed on an answer goes to the line, and the letter that opens the line is one of them', async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '4 Mar 2026' })).toBeFocused();
    await page.keyboard.type('again');
    await expect(line(page)).toBeFocused();
    await expect(line(page)).toHaveValue(`${typed}again`);
    for (let letter = 0; letter < 5; letter += 1) await page.keyboard.press('Backspace');
  });

  await test.step('a key pressed before Enter is let go of keeps the focus in the line', async () => {
    await page.keyboard.down('Enter');
    await page.keyboard.down('.');
    await page.keyboard.up('Enter');
    await page.keyboard.up('.');
    await expect(line(page)).toHaveValue(`${typed}.`);
    await expect(line(page)).toBeFocused();
    await page.keyboard.press('Backspace');
  });

  await test.step('the words of the date are struck through until it is saved, and kept with it', async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(line(page)).toBeFocused();
    await expect(page.locator('.line-as-read del')).toHaveText('4/3/2026');
    await expectAccessible(page);
    // The next line is begun before the first is saved.
    await page.keyboard.press('Enter');
    await page.keyboard.type('yesterday he left flowers');
    await expect(entries(page).getByRole('option')).toHaveCount(1);
    await expect(line(page)).toHaveValue('yesterday he left flowers');
    await expect(entries(page)).toContainText('4 Mar 2026');
    await expect(entries(page)).toContainText(`H${told.slice(1)}`);
    await expect(entries(page)).toContainText('the client’s account: “4/3/2026”');
    await page.keyboard.press('Escape');
  });

  await test.step('words that were not understood are marked, and nothing is saved for certain', async () => {
    await page.keyboard.type('on 3 March 2026 he texted, or the day after');
    await expect(page.locator('.line-as-read mark').first()).toBeVisible();
    await expect(page.getByText(/^Not understood: /)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '3 Mar 2026', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(entries(page)).toContainText('On 3 March 2026 he texted, or the day after');
  });

  await test.step('so it is in the editor, where the words become the source of the date', async () => {
    await pressByKeyboard(page, page.getByRole('button', { name: 'New entry' }).first());
    const when = page.getByRole('textbox', { name: 'When, as the client says it' });
    await tabTo(page, when);
    await page.keyboard.type('4/3/2026 or so');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'on or about 4 Mar 2026' })).toBeFocused();
    await page.keyboard.type('on');
    await expect(when).toHaveValue('4/3/2026 or soon');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(when).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Where the date comes from' })).toHaveValue(
      'the client’s account: “4/3/2026 or so”',
    );
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
  const limit = page.getByRole('region', { name: 'Summary offences, sections 2 and 2A' });
  await expect(limit).toContainText('20 Nov 2026: 6 months from the latest incident');
  await expect(limit).toContainText(limitText(standingOf('2026-11-20', ukDay(new Date()))));
  await expect(page.getByText('No entry speaks to it yet').first()).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('region', { name: 'Acts associated with stalking' })
    .getByRole('button', { name: 'Show 2 entries: (a) following' })
    .press('Enter');
  await expect(entries(page).getByRole('option')).toHaveCount(2);
  expect(complaints).toEqual([]);
});

test('a chronology is written for somebody and in full, read back, and a table that was kept elsewhere taken in', async () => {
  const { app, page, complaints } = await emptyChronology();
  await addLine(page, 'on 2 March 2026 at 21:10 he followed her to 12 Mill Row');
  await addLine(page, 'early May 2025 he rang 14 times');

  await test.step('as a PDF for the police, with words covered and the patterns drawn', async () => {
    await page.getByRole('button', { name: 'Print or export' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Print or export' });
    await dialog.getByText('2 entries, all of the chronology').waitFor();
    await expectAccessible(page);
    // Nobody is chosen by itself.
    await dialog.getByRole('button', { name: /For$/ }).press('Enter');
    await page.getByRole('option', { name: 'Police' }).press('Enter');
    await dialog.getByText('With the patterns').click();
    await dialog.getByRole('button', { name: /^Covered words/ }).press('Enter');
    await dialog.getByRole('button', { name: 'Cover some words' }).press('Enter');
    await dialog.getByLabel('Words to cover, 1').fill('mill row');
    await dialog.getByLabel(/^Keep these choices/).fill('For the officer');
    await dialog.getByRole('button', { name: 'Keep' }).press('Enter');
    await dialog.getByRole('button', { name: 'Save changes' }).waitFor();
    await expectAccessible(page);
    const saved = join(folder, 'chronology.pdf');
    await chooseToSave(app, saved);
    await dialog.getByRole('button', { name: 'Save the file' }).press('Enter');
    await dialog.getByText(/^2 entries written, \d+ pages$/).waitFor();
    expect(tool('qpdf', '--check', saved)).toContain('No syntax or stream encoding errors found');
    const text = tool('pdftotext', '-layout', saved, '-');
    expect(text).toContain('12 [covered]');
    expect(text).not.toMatch(/mill row/i);
    expect(text).toContain('Hour by weekday');
    // Vectors: no picture is in it.
    expect(tool('pdfimages', '-list', saved).trim().split('\n')).toHaveLength(2);
    await dialog.getByRole('button', { name: 'Close' }).press('Enter');
  });

  await test.step('in full as a table, which another case takes in without loss', async () => {
    await page.getByRole('button', { name: 'Print or export' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Print or export' });
    await dialog.getByRole('radio', { name: /^Everything, as a table/ }).press('Space');
    await dialog.getByText('This holds everything').waitFor();
    const saved = join(folder, 'chronology.csv');
    await chooseToSave(app, saved);
    await dialog.getByRole('button', { name: 'Save the file' }).press('Enter');
    await dialog.getByText('2 entries written').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).press('Enter');
    await chooseToOpen(app, [saved]);
    await page.getByRole('button', { name: 'Templates for an entry' }).press('Enter');
    await page.getByRole('menuitem', { name: /^From a table/ }).press('Enter');
    const taking = page.getByRole('dialog', { name: 'Entries from a table' });
    await expectAccessible(page);
    await taking.getByRole('button', { name: 'Choose a file' }).press('Enter');
    await taking.getByText('A chronology of 2 entries that Holdfast wrote in full').waitFor();
    await taking.getByRole('button', { name: 'Take in 2 entries' }).press('Enter');
    await taking.getByText('2 entries went in').waitFor();
    await taking.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(entries(page).getByRole('option')).toHaveCount(4);
    await expect(entries(page).getByText('between about 1 May 2025 and about 10 May 2025')).toHaveCount(2);
  });

  await test.step('rows pasted from a spreadsheet are shown as what they become, and asked about', async () => {
    await page.getByRole('button', { name: 'Templates for an entry' }).press('Enter');
    await page.getByRole('menuitem', { name: /^From a table/ }).press('Enter');
    const taking = page.getByRole('dialog', { name: 'Entries from a table' });
    await taking
      .getByLabel('Rows of the spreadsheet')
      .fill('Date\tWhat happened\n3/4/2026\tHe called\n5/4/2026\tHe called again\nsome day\tSomething');
    await taking.getByRole('button', { name: 'Go on' }).press('Enter');
    await taking.getByText('0 rows become entries, 3 are left out').waitFor();
    await expectAccessible(page);
    await taking.getByRole('radio', { name: 'The day' }).press('Space');
    await taking.getByText('2 rows become entries, 1 is left out').waitFor();
    await taking.getByText('Row 4: no date that can be read').waitFor();
    await taking.getByRole('button', { name: 'Take in 2 entries' }).press('Enter');
    await taking.getByText('1 row was left out, as was shown.').waitFor();
    await taking.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(entries(page)).toContainText('3 Apr 2026');
  });

  await test.step('what was removed comes back', async () => {
    await entries(page).focus();
    await page.keyboard.press('Control+a');
    await page
      .getByRole('region', { name: 'Selected entries' })
      .getByRole('button', { name: 'Remove' })
      .press('Enter');
    await page.getByRole('button', { name: 'Remove 6 entries' }).press('Enter');
    await page.getByRole('heading', { name: 'Put what happened in order' }).waitFor();
    await page.getByRole('button', { name: 'Bring them back' }).press('Enter');
    await expect(entries(page).getByRole('option')).toHaveCount(6);
  });

  await test.step('the search finds an entry as one types, past a slip of the finger, and opens it', async () => {
    await page.getByRole('button', { name: 'Search this case' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Search this case' });
    await dialog.getByRole('searchbox').fill('folowed');
    await dialog.getByText('Shown instead: followed').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('button', { name: /^He followed her/ }).first()).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Change entry' }).waitFor();
    await expect(page.getByLabel('In a few words')).toHaveValue('He followed her to 12 Mill Row');
  });
  expect(complaints).toEqual([]);
});

test('a filter that cannot be read selects nothing and says so, wherever it is used', async () => {
  const { page, complaints } = await emptyChronology();
  await addLine(page, 'on 2 March 2026 at 21:10 he sent a knife 🔪');
  await addLine(page, 'on 3 March 2026 he waited outside');
  const filter = page.getByRole('search', { name: 'Filter entries' }).getByRole('searchbox');
  await expect(entries(page).getByRole('option')).toHaveCount(2);

  for (const [typed, said] of [
    ['🔪', '“🔪” cannot be looked for yet, so nothing is selected.'],
    ['k', '“k” is too short to look for, so nothing is selected.'],
    ['门口', '“门口” cannot be looked for yet, so nothing is selected.'],
  ] as const) {
    await filter.fill(typed);
    await page.getByText(said).waitFor();
    await page.getByText('Nothing is selected.', { exact: true }).waitFor();
    await expect(entries(page)).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'More filters' }).press('Enter');
  await page.getByText('Show all but these').click();
  await page.getByText('Nothing is selected.', { exact: true }).waitFor();
  await expect(entries(page)).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Print or export' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Print or export' });
  await dialog.getByText(/^0 entries, as filtered/).waitFor();
  await dialog.getByText('“门口” cannot be looked for yet, so nothing is selected.').waitFor();
  await expect(dialog.getByRole('button', { name: 'Save the file' })).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await page.getByRole('button', { name: 'Show all again' }).press('Enter');
  await expect(entries(page).getByRole('option')).toHaveCount(2);

  await page.getByRole('button', { name: 'Search this case' }).press('Enter');
  const search = page.getByRole('dialog', { name: 'Search this case' });
  await search.getByRole('searchbox').fill('knife 🔪');
  await search.getByText('1 found. “🔪” cannot be looked for yet in entries, texts and messages.').waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('every column and row of a table is used or listed as not used before it goes in', async () => {
  const { app, page, complaints } = await emptyChronology();
  await addLine(page, 'on 2 March 2026 he followed her');
  await expect(entries(page).getByRole('option')).toHaveCount(1);
  const table = join(folder, 'log.csv');
  writeFileSync(
    table,
    'Stalking log\r\n\r\nDate reported,Date of incident,Time,Incident,Weather\r\n' +
      '14/03/2024,13/03/2024,21:30,He waited outside,rain\r\n' +
      '04/25/2024,04/25/2024,after tea,He rang,\r\n' +
      ',31/10/74,,He wrote,\r\n' +
      ',once,,He came back,dry\r\n',
  );
  await page.getByRole('button', { name: 'Templates for an entry' }).press('Enter');
  await page.getByRole('menuitem', { name: /^From a table/ }).press('Enter');
  const taking = page.getByRole('dialog', { name: 'Entries from a table' });
  const sheet = join(folder, 'sheet.xlsx');
  writeFileSync(sheet, await zipOf([{ name: 'xl/workbook.xml', bytes: '<workbook/>' }]));
  await chooseToOpen(app, [sheet]);
  await taking.getByRole('button', { name: 'Choose a file' }).press('Enter');
  await taking
    .getByText(/This (?:is a spreadsheet or document of an office program|file holds no text)/)
    .waitFor();
  await chooseToOpen(app, [table]);
  await taking.getByRole('button', { name: 'Choose a file' }).press('Enter');

  await taking.getByText('Row 1 stands above the table: Stalking log').waitFor();
  await taking.getByText('Column 5, “Weather”, 2 cells.').waitFor();
  await taking.getByText('The rows contradict each other').waitFor();
  await expectAccessible(page);
  await taking.getByRole('radio', { name: 'The day' }).press('Space');
  await taking
    .getByText('Row 5: its date cannot be read in the order you chose; it was read as 25 Apr 2024')
    .waitFor();
  await taking.getByText('the time “after tea” was not understood').waitFor();
  await taking.getByText('Row 7: no date that can be read.').waitFor();
  await taking.getByText('1 date to decide; what stays open is left out').waitFor();
  await expectAccessible(page);
  await taking.getByRole('button', { name: /Row 6: .*Is it meant\?/ }).press('Enter');
  await page.getByRole('option', { name: 'none of these' }).press('Enter');
  await taking.getByText('Every date is decided').waitFor();
  await taking.getByRole('button', { name: 'Take in 2 entries' }).press('Enter');
  await taking.getByText('2 rows were left out, as was shown.').waitFor();
  await taking.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(entries(page)).toContainText('13 Mar 2024, 21:30');
  await expect(entries(page)).toContainText('25 Apr 2024');
  expect(complaints).toEqual([]);
});
