import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { chooseToSave, startApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { copyDemoVault, demoPassphrase, test } from './helpers/demo';
import { look } from './helpers/look';
import { plantWords } from './helpers/planted';
import type { PlantedCase } from './helpers/planted';
import { environment, readRuntime } from './helpers/runtime';
import { wordsIn } from './helpers/words-in';

let folder = '';
let made: PlantedCase;

test.beforeEach(async ({ demo }) => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-pack-'));
  await copyDemoVault(demo.folder, join(folder, 'vault'));
  made = await plantWords(join(folder, 'vault'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Chromium with one page and nothing of Holdfast: what an officer opens. */
const browser = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1100, height: 800 }).loadFile(process.argv.at(-1)));
app.on('window-all-closed', () => app.quit());`;

async function openInBrowser(
  path: string,
): Promise<{ readonly app: ElectronApplication; readonly page: Page }> {
  const runtime = readRuntime();
  const place = join(folder, 'browser');
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{"name":"browser","version":"1.0.0","main":"main.cjs"}');
  writeFileSync(join(place, 'main.cjs'), browser);
  const profile = `--user-data-dir=${join(folder, 'browser-profile')}`;
  const app = await _electron.launch({
    executablePath: runtime.electronPath,
    args: [...runtime.electronArgs, profile, place, path],
    env: environment(runtime.env),
  });
  return { app, page: await app.firstWindow() };
}

/** Lets everything go that stops it and that a person may let go. */
async function allowAll(page: Page): Promise<void> {
  const allow = page.locator('.leaving').getByRole('button', { name: /^It may go/ });
  for (let left = await allow.count(); left > 0; left -= 1) {
    await allow.first().press('Enter');
    const answer = page.getByRole('dialog', { name: 'It may go all the same' });
    await answer.getByRole('textbox', { name: 'Why' }).fill('The officer knows it.');
    await answer.getByRole('button', { name: 'It may go' }).press('Enter');
    await expect(answer).toHaveCount(0);
    await expect(allow).toHaveCount(left - 1);
  }
}

async function choose(page: Page, field: RegExp, option: string): Promise<void> {
  await page.getByRole('region', { name: 'What goes' }).getByRole('button', { name: field }).press('Enter');
  await page.getByRole('option', { name: option }).press('Enter');
}

test('a pack is chosen, looked through and made, and anybody can check it in a browser without Holdfast', async () => {
  const running = await startApp(join(folder, 'vault'));
  const { app, page, complaints } = running;
  await page.getByLabel('Passphrase').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /HF-0147/ }).press('Enter');
  await page.getByRole('navigation').getByRole('button', { name: 'Packs' }).press('Enter');
  await expect(page.getByText('Say whether the chronology goes.')).toBeVisible();
  await expectAccessible(page);
  const ref = await page.evaluate(async (id) => {
    const item = await window.holdfast.evidence.get({ id });
    return item.ok ? item.value.exhibitRef : '';
  }, made.items.goes);
  await choose(page, /For whom/, 'Police');
  await choose(page, /Chronology/, 'With all of it');
  await page.getByRole('checkbox', { name: new RegExp(`^${ref} `) }).press('Space');
  await expect(page.getByRole('list', { name: 'What the files will be called' })).toContainText(
    `${ref}: ${ref.replace('/', '-')}_`,
  );
  await look(running, 'pack');
  await page.getByRole('button', { name: 'Look through what leaves' }).press('Enter');

  const target = join(folder, 'Evidence pack');
  await chooseToSave(app, target);
  const heading = page.getByRole('heading', { name: 'Before it leaves: evidence pack for the police' });
  const isMade = page.getByText('The folder is made, and every file in it was compared.');
  await expect(heading.or(isMade).or(page.getByText('The folder is being written.'))).toBeVisible();
  if (await heading.isVisible()) {
    await expectAccessible(page);
    await look(running, 'pack-leaving');
    await allowAll(page);
    await page.getByRole('button', { name: 'Choose where and make the folder' }).press('Enter');
  }
  await expect(isMade).toBeVisible();
  await expectAccessible(page);
  await look(running, 'pack-made');
  expect(complaints).toEqual([]);
  await running.close();

  const names = readdirSync(target);
  execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: target });
  for (const name of names.filter((each) => each.endsWith('.pdf')))
    execFileSync('qpdf', ['--check', join(target, name)]);
  cpSync(target, join(folder, 'looked-through'), { recursive: true });
  const found = new Set(names.flatMap((name) => wordsIn(join(folder, 'looked-through', name))));
  expect([...found].sort()).toEqual(
    [
      ...['contact', 'covered', 'entry changes', 'entry dateSource', 'entry description', 'entry effect'],
      ...['entry others', 'entry place', 'entry quote', 'entry vehicle', 'entryTitle', 'goes', 'handover'],
      ...['person', 'provenance', 'witness'],
    ].sort(),
  );

  const officer = await openInBrowser(join(target, 'verify.html'));
  const asked: string[] = [];
  officer.page.on('request', (request) => asked.push(request.url()));
  const input = officer.page.getByLabel(/^Choose the folder/);
  await input.setInputFiles(target);
  const verdict = officer.page.locator('#verdict');
  await expect(verdict).toHaveText(`All ${names.length} files are as they were when this folder was made.`);
  await expectAccessible(officer.page);

  const exhibit = names.find((name) => name.startsWith(ref.replace('/', '-'))) ?? '';
  appendFileSync(join(target, exhibit), 'x');
  unlinkSync(join(target, '03_continuity.pdf'));
  writeFileSync(join(target, '<img src=x onerror=alert(1)>.txt'), '');
  await input.setInputFiles(target);
  await expect(verdict).toHaveText(
    `Look at this folder again: 1 changed, 1 missing, 1 not in the list. ${names.length - 2} as they were.`,
  );
  const row = (name: string) => officer.page.getByRole('row').filter({ hasText: name });
  await expect(row(exhibit).first()).toContainText('Changed');
  await expect(row('03_continuity.pdf')).toContainText('Missing');
  await expect(row('<img src=x onerror=alert(1)>.txt')).toContainText('Not in the list');
  await expect(officer.page.locator('img')).toHaveCount(0);
  expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
  await officer.app.close();
});
