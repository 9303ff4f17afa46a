import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import exifr from 'exifr';
import { chooseToOpen, chooseToSave, resize, startApp } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { copyDemoVault, demoPassphrase, test } from './helpers/demo';
import { tabTo } from './helpers/keyboard';
import { root } from './helpers/runtime';
import { deflateSync } from 'node:zlib';
import { pngChunk } from '../helpers/png-chunk';

let folder = '';
let running: RunningApp | null = null;

test.beforeEach(async ({ demo }) => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-viewer-'));
  await copyDemoVault(demo.folder, join(folder, 'vault'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

async function openEvidence(): Promise<RunningApp> {
  running = await startApp(join(folder, 'vault'));
  const { page } = running;
  await page.getByLabel('Passphrase').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await page.getByRole('row', { name: /HF-0147/ }).press('Enter');
  await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
  await goToEvidence(page);
  return running;
}
async function goToEvidence(page: Page): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /Evidence/ })
    .click();
  await page.getByRole('row').first().waitFor();
}

/** Opens the exhibit whose file has this name. */
async function openExhibit(page: Page, fileName: string): Promise<void> {
  // Others may be found too, because their text has the same words.
  const id = await page.evaluate(async (name) => {
    const { holdfast } = window;
    const cases = await holdfast.cases.list({});
    const caseId = cases.ok ? (cases.value[0]?.id ?? '') : '';
    const items = await holdfast.evidence.list({ caseId });
    return items.ok ? items.value.find((item) => item.fileName.includes(name))?.id : undefined;
  }, fileName);
  expect(id).toBeDefined();
  await page.getByRole('searchbox').fill(fileName);
  await page.locator(`[role=row][data-key="${id}"]`).press('Enter');
  await page.getByRole('heading', { name: 'Integrity' }).waitFor();
}

const view = (page: Page): Locator => page.locator('.stage .view').first();
const percent = (page: Page): Locator => page.getByRole('button', { name: /^\d+ %/ }).first();

test('a date that is in conflict is looked at and decided with the keyboard alone, and every choice is kept', async () => {
  const { page } = await openEvidence();
  await page.keyboard.press('/');
  await page.keyboard.type('20260923_220541');
  await expect(page.getByRole('row')).toHaveCount(1);
  await tabTo(page, page.getByRole('row'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Integrity' }).waitFor();

  await expect(page.getByText('Its sources disagree by one hour. Choose, and say why.')).toBeVisible();
  await expect(page.getByText('a clock set to UTC, or one not changed for summer time')).toBeVisible();
  await expect(page.getByText('British Summer Time, assumed: the file names no zone.')).toBeVisible();
  const decide = async (press: string, reason: string): Promise<void> => {
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByRole('radio'));
    await page.keyboard.press(press);
    await tabTo(page, dialog.getByLabel('Why'));
    await page.keyboard.type(reason);
    await tabTo(page, dialog.getByRole('button', { name: 'Use this date' }));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
  };
  await tabTo(page, page.getByRole('button', { name: 'Choose the date' }));
  await page.keyboard.press('Enter');
  await decide('ArrowDown', 'The client was at work until ten.');
  await expect(page.getByText('“The client was at work until ten.”')).toBeVisible();
  await expect(page.getByText('Its sources disagree')).toBeHidden();

  await tabTo(page, page.getByRole('button', { name: 'Use another date' }));
  await page.keyboard.press('Enter');
  await decide('ArrowDown', 'She has looked at her phone again.');
  await expect(page.getByText('“She has looked at her phone again.”')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Earlier choices (1)' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('“The client was at work until ten.”')).toBeVisible();
});

test('the time a picture shows is kept apart from when it was made', async () => {
  const { page } = await openEvidence();
  await openExhibit(page, 'Instagram');
  await page.getByRole('button', { name: 'Say what time it shows' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('spinbutton', { name: /day/i }).first().click();
  await page.keyboard.type('24092026');
  await dialog.getByRole('spinbutton', { name: /hour/i }).click();
  await page.keyboard.type('0110');
  await expect(dialog.getByText('It will read: 24 Sep 2026, 01:10, UK time')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep this' }).click();
  await expect(dialog.getByText('Say whose words this is.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Whose words this is').fill('the client');
  await dialog.getByLabel('How you know').fill('She remembers the night.');
  await dialog.getByRole('button', { name: 'Keep this' }).click();
  await expect(page.getByText('Typed, in the words of the client')).toBeVisible();
  // A screenshot cannot show what came after it.
  await expect(page.getByText('It shows a time after it was made. One of the two is wrong.')).toBeVisible();
  await expect(page.getByText('Its sources disagree by one hour.')).toBeVisible();
});

test('the view zooms, pans, turns and fills the window by keys, wheel and hand, and blurs again on leaving', async () => {
  const { page } = await openEvidence();
  await openExhibit(page, 'Instagram');
  await expect(page.locator('.stage img.veiled')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.locator('.stage img.veiled')).toHaveCount(0);
  const whole = await percent(page).textContent();
  await page.keyboard.press('+');
  await expect(percent(page)).not.toHaveText(whole ?? '');
  await page.keyboard.press('1');
  await expect(percent(page)).toHaveText('100 %');
  await page.keyboard.press('-');
  await expect(percent(page)).toHaveText('75 %');
  await page.keyboard.press('0');
  await expect(percent(page)).toHaveText(whole ?? '');

  const box = await view(page).boundingBox();
  if (box === null) throw new Error('there is no view');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -400);
  await page.mouse.wheel(0, -400);
  await page.mouse.wheel(0, -400);
  await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
  await expect
    .poll(async () => Number.parseInt((await percent(page).textContent()) ?? ''))
    .toBeGreaterThan(60);
  const scrolled = (): Promise<number> => view(page).evaluate((each) => each.scrollTop);
  const before = await scrolled();
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 150, { steps: 4 });
  await page.mouse.up();
  // The pixels of the screen and of the page may differ by one or two.
  await expect.poll(async () => Math.abs((await scrolled()) - before - 150)).toBeLessThan(4);
  await view(page).focus();
  await page.keyboard.press('Home');
  await expect.poll(scrolled).toBe(0);
  await page.keyboard.press('ArrowDown');
  await expect.poll(scrolled).toBeGreaterThan(0);

  await page.keyboard.press('w');
  await page.keyboard.press('r');
  await expect(page.locator('.stage .turning')).toHaveAttribute('style', /rotate\(90deg\)/);
  const sheet = await page.locator('.stage .sheet').boundingBox();
  expect(sheet?.width ?? 0).toBeGreaterThan(sheet?.height ?? 0);

  await page.keyboard.press('f');
  const full = page.getByRole('dialog', { name: /Instagram/ });
  await expect(full).toBeVisible();
  await expect(view(page)).toBeFocused();
  await expectAccessible(page);
  // The next one fills the window too, and is blurred: nothing of this one's view is carried over.
  const title = await full.getByRole('heading').textContent();
  await page.keyboard.press('j');
  await expect(page.locator('.full-dialog h2')).not.toHaveText(title ?? '');
  await page.keyboard.press('k');
  await expect(page.locator('.full-dialog h2')).toHaveText(title ?? '');
  await expect(page.locator('.full-dialog img.veiled')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.full-dialog')).toHaveCount(0);
  await page.getByRole('heading', { name: 'Integrity' }).waitFor();
  // With nothing to scroll sideways the arrows lead on.
  await view(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title ?? '');
});

test('a document is blurred until asked for and is leafed through by keys', async () => {
  const { page } = await openEvidence();
  await openExhibit(page, 'Phone bill October 2026 page 3');
  await expect(page.getByRole('button', { name: 'Show this document' })).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.locator('.stage img')).toHaveAttribute('src', /\/page\/.+\/1$/);
  await page.keyboard.press(']');
  await expect(page.locator('.stage img')).toHaveAttribute('src', /\/page\/.+\/2$/);
  await expect(page.getByText('page 2 of 2')).toBeVisible();
  await page.keyboard.press(']');
  await page.keyboard.press('[');
  await expect(page.getByText('page 1 of 2')).toBeVisible();
  await expectAccessible(page);
});

test('two exhibits are looked at side by side, together or each by itself', async () => {
  const { page } = await openEvidence();
  await openExhibit(page, 'Instagram');
  await page.keyboard.press('c');
  const picker = page.getByRole('dialog', { name: 'Which exhibit beside it?' });
  await picker.getByRole('searchbox').fill('IMG_0412');
  // While the list is read anew it says so, in an option of its own.
  const found = picker.getByRole('option').filter({ hasText: 'IMG_0412' });
  await expect(found).toHaveCount(1);
  await expectAccessible(page);
  await found.press('Enter');
  await picker.waitFor({ state: 'hidden' });
  const views = page.locator('.stage .view');
  await expect(views).toHaveCount(2);
  await expectAccessible(page);
  const percents = page.getByRole('button', { name: /^\d+ %/ });
  const other = await percents.nth(1).textContent();
  await views.first().focus();
  await page.keyboard.press('1');
  await expect(percents.first()).toHaveText('100 %');
  await expect(percents.nth(1)).toHaveText(other ?? '');
  await page.getByRole('button', { name: 'Move them together' }).click();
  await views.nth(1).focus();
  await page.keyboard.press('1');
  await expect(percents.nth(1)).toHaveText('100 %');
  await page.keyboard.press('Home');
  const top = (index: number): Promise<number> => views.nth(index).evaluate((each) => each.scrollTop);
  await expect.poll(() => top(0)).toBe(0);
  await page.keyboard.press('End');
  await expect.poll(() => top(1)).toBeGreaterThan(500);
  await expect.poll(() => top(0)).toBeGreaterThan(500);
  // What was revealed in one is not revealed in the other.
  await page.keyboard.press('b');
  await expect(page.locator('.stage img.veiled')).toHaveCount(1);
  await page.keyboard.press('c');
  await expect(views).toHaveCount(1);
  await expect(page.locator('.stage img.veiled')).toHaveCount(1);
});

test('where several exhibits came from is said once, and of one in detail with the list of what it should show', async () => {
  const { page } = await openEvidence();
  const rows = page.getByRole('row');
  await rows.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Say where these 3 came from' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Say it of 3 exhibits' }).click();
  await expect(dialog.getByText('Fill in at least one thing.')).toBeVisible();
  await dialog.getByRole('button', { name: /How it came to you/ }).click();
  await page.getByRole('option', { name: 'Through a messaging app' }).click();
  await expect(dialog.getByText('lose the date and place the camera wrote')).toBeVisible();
  await dialog.getByLabel('Who gave it to you').fill('The client');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Say it of 3 exhibits' }).click();
  await expect(page.getByText('Where 3 exhibits came from is on record.')).toBeVisible();

  await page.getByRole('button', { name: /Show/ }).first().click();
  await page.getByRole('option', { name: 'Nobody has said where it came from' }).click();
  await expect(page.getByRole('grid', { name: 'Exhibits' })).not.toContainText('Screenshot_20260104');
  await page.getByRole('button', { name: /Nobody has said/ }).click();
  await page.getByRole('option', { name: 'All evidence' }).click();

  await openExhibit(page, 'Screenshot_20260104_221507');
  await page.getByRole('tab', { name: 'Where it came from' }).click();
  await expect(page.getByText('Through a messaging app', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Add or correct' }).click();
  const answer = (question: string, say: string): Promise<void> =>
    page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: say, exact: true }).click();
  await answer('Can you see who sent it?', 'Yes');
  await answer('Can you see the number, handle or address itself?', 'No');
  await expect(page.getByText('Ask for a screenshot of the contact card')).toBeVisible();
  await answer('Does it overlap the screenshot before it?', 'Does not apply');
  await expect(page.getByText('3 of 9 looked at.')).toBeVisible();
  await expectAccessible(page);
  // Another tab is looked at, and what was answered is there again.
  await page.getByRole('tab', { name: 'Facts' }).click();
  await page.getByRole('tab', { name: 'Where it came from' }).click();
  await expect(page.getByText('3 of 9 looked at.')).toBeVisible();
  // Nobody leaves it unsaved without being asked.
  await page.getByRole('button', { name: 'Next exhibit' }).click();
  await page
    .getByRole('dialog', { name: 'Leave without saving?' })
    .getByRole('button', { name: 'Cancel' })
    .click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('What it shows: 3 of 9 looked at')).toBeVisible();
  await expect(page.getByText('no: number or handle')).toBeVisible();
  await page.getByRole('button', { name: 'Earlier versions (1)' }).click();
  await expectAccessible(page);
});

test('a copy leaves without place and device unless the original is asked for and the place is known to be in it', async () => {
  const { app, page } = await openEvidence();
  await openExhibit(page, '20260214_081205.jpg');
  await expect(page.getByText(/53\.74/)).toHaveCount(0);
  await page.getByRole('button', { name: /Everything it says/ }).click();
  await expect(page.getByRole('dialog').getByText(/53\.74/)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show the place' }).click();
  await expect(
    page
      .getByRole('dialog')
      .getByText(/53\.74/)
      .first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();

  const clean = join(folder, 'clean.jpg');
  await chooseToSave(app, clean);
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Choose where to save it' }).click();
  await expect(page.getByText('The copy without place and device is saved and was read back.')).toBeVisible();
  const source = readFileSync(join(root, 'resources/sample-case/evidence/20260214_081205.jpg'));
  expect((await exifr.gps(source)).latitude).toBeCloseTo(53.7466, 2);
  const copy = readFileSync(clean);
  expect(await exifr.gps(copy)).toBeUndefined();
  expect(JSON.stringify([await exifr.parse(copy, true)])).not.toContain('Model');
  expect(withExiftool(clean)).toBe('');

  const whole = join(folder, 'original.jpg');
  await chooseToSave(app, whole);
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await page.getByText('The original, unchanged').click();
  await page.getByRole('button', { name: 'Choose where to save it' }).click();
  await expect(page.getByText('Tick this, or choose the other copy.')).toBeVisible();
  await expectAccessible(page);
  expect(existsSync(whole)).toBe(false);
  await page.getByRole('dialog').getByText('I know that whoever gets this copy').click();
  await page.getByRole('button', { name: 'Choose where to save it' }).click();
  await expect(page.getByText('was compared with the original')).toBeVisible();
  expect(readFileSync(whole).equals(source)).toBe(true);
  await page.getByRole('button', { name: 'Copies that left the vault (2)' }).click();
  await expect(page.getByText(/without the place and device details/).last()).toBeVisible();
});

/** What exiftool, an independent reader, finds; nothing where it is not installed (exifr has looked already). */
function withExiftool(path: string): string {
  try {
    return execFileSync(
      'exiftool',
      ['-G', '-s', '-EXIF:all', '-XMP:all', '-IPTC:all', '-MakerNotes:all', '-Comment', path],
      { encoding: 'utf8' },
    );
  } catch {
    return '';
  }
}

test('the pages of a document leave without what made them, where somebody asks for the pages alone', async () => {
  const { app, page } = await openEvidence();
  await openExhibit(page, 'Phone bill October 2026 page 3');
  const saved = join(folder, 'pages.pdf');
  await chooseToSave(app, saved);
  await page.getByRole('button', { name: 'Save a copy' }).click();
  // What was typed into a form might be missing in the one, and the other says who made it: nothing is chosen for anybody.
  for (const copy of await page.getByRole('dialog').getByRole('radio').all())
    await expect(copy).not.toBeChecked();
  await page.getByRole('button', { name: 'Choose where to save it' }).click();
  await expect(page.getByText('Choose which copy is to leave.')).toBeVisible();
  expect(existsSync(saved)).toBe(false);
  await page.getByText('Only the pages').click();
  await page.getByRole('button', { name: 'Choose where to save it' }).click();
  await expect(page.getByText('The copy without place and device is saved')).toBeVisible();
  const pages = await PDFDocument.load(readFileSync(saved), { updateMetadata: false });
  expect(pages.getPageCount()).toBe(2);
  expect([pages.getProducer(), pages.getCreator(), pages.getAuthor()]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('what is being said of an exhibit is there again after locking', async () => {
  const { app, page } = await openEvidence();
  await openExhibit(page, 'Instagram');
  await page.getByRole('tab', { name: 'Where it came from' }).click();
  await page.getByRole('button', { name: 'Say where it came from' }).click();
  await page.getByLabel('Who gave it to you').fill('Her sister');
  await page
    .getByRole('radiogroup', { name: 'Can you see the time?' })
    .getByRole('radio', { name: 'Yes' })
    .click();
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ label }) => label === 'Lock now')?.click();
  });
  await page.getByLabel('Passphrase').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('You were in the middle of saying where an exhibit came from')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByLabel('Who gave it to you')).toHaveValue('Her sister');
  await expect(page.getByText('1 of 9 looked at.')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('What it shows: 1 of 9 looked at')).toBeVisible();
});

test('a bundle carries no place, device or history of its pictures', async ({ demo }) => {
  const bytes = readFileSync(join(demo.folder, 'bundle.pdf'));
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  let photos = 0;
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const filter = object.dict.get(PDFName.of('Filter'));
    const contents = Buffer.from(object.contents);
    for (const mark of ['Exif\0\0', 'http://ns.adobe.com/xap', '<x:xmpmeta'])
      expect(contents.includes(mark)).toBe(false);
    if (filter !== PDFName.of('DCTDecode')) continue;
    photos += 1;
    expect(await exifr.gps(contents)).toBeUndefined();
  }
  expect(photos).toBeGreaterThan(5);
});

/** A black picture of any size. */
function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

test('a picture of 12,000 pixels and a long name from right to left stay usable, also at 200 %', async () => {
  const name = `صورة الشاشة من هاتف العميلة في الليلة التي وقف فيها أمام الباب ${'طويل '.repeat(4)}.png`;
  const { app, page } = await openEvidence();
  writeFileSync(join(folder, name), blackPng(1080, 12_000));
  await chooseToOpen(app, [join(folder, name)]);
  await page.getByRole('button', { name: 'Add files' }).click();
  await expect(page.getByText(/1 (?:file|of 1)/).first()).toBeVisible();
  await openExhibit(page, 'صورة');
  await page.keyboard.press('b');
  // Shown whole it would be a strip; so it is as wide as the room at first.
  await expect
    .poll(async () => (await page.locator('.stage .sheet').boundingBox())?.width ?? 0)
    .toBeGreaterThan(400);
  await view(page).focus();
  await page.keyboard.press('End');
  await expect.poll(() => view(page).evaluate((each) => each.scrollTop)).toBeGreaterThan(4000);
  await page.keyboard.press('0');
  await expect
    .poll(() => view(page).evaluate((each) => each.scrollHeight - each.clientHeight))
    .toBeLessThan(3);
  await resize(app, page, { width: 1280, height: 800, zoom: 2 });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
  const sideways = (): Promise<number> =>
    page.evaluate(() => {
      const content = document.querySelector('.content');
      return content === null ? -1 : content.scrollWidth - content.clientWidth;
    });
  expect(await sideways()).toBe(0);
  await page.getByRole('tab', { name: 'Where it came from' }).click();
  await page.getByRole('button', { name: 'Say where it came from' }).click();
  expect(await sideways()).toBe(0);
});

test('axe finds nothing in dark colours either', async () => {
  const { page, complaints } = await openEvidence();
  await page.emulateMedia({ colorScheme: 'dark' });
  await openExhibit(page, 'Instagram');
  await expectAccessible(page);
  await page.keyboard.press('b');
  await page.getByRole('tab', { name: 'Where it came from' }).click();
  await page.getByRole('button', { name: 'Say where it came from' }).click();
  await page
    .getByRole('radiogroup', { name: 'Can you see the time?' })
    .getByRole('radio', { name: 'No', exact: true })
    .click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('f');
  await expectAccessible(page);
  await page.keyboard.press('c');
  await page
    .getByRole('dialog', { name: 'Which exhibit beside it?' })
    .getByRole('searchbox')
    .fill('IMG_0412');
  // While the list is read anew it says so, in an option of its own.
  const found = page.getByRole('option').filter({ hasText: 'IMG_0412' });
  await expect(found).toHaveCount(1);
  await found.press('Enter');
  await expect(page.locator('.stage .view')).toHaveCount(2);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save a copy' }).press('Enter');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
