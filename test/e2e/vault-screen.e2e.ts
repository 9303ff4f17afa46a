import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chooseToOpen, chooseToSave, startApp } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { copyDemoVault, demoPassphrase, test } from './helpers/demo';

const theirs = 'seven quiet herons landing';
let folder = '';
let running: RunningApp | null = null;

test.beforeEach(async ({ demo }) => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-vault-screen-'));
  // Each test may change and destroy; the vault of the demo is for all.
  await copyDemoVault(demo.folder, join(folder, 'vault'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<RunningApp> {
  running = await startApp(join(folder, 'vault'));
  await unlock(running.page, demoPassphrase);
  return running;
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
}

const goTo = (page: Page, room: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(room) })
    .click();

async function openCase(page: Page): Promise<void> {
  await page.getByRole('row', { name: /HF-0147/ }).press('Enter');
  await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
}

/** Ctrl L as the system delivers it: to the menu, past whatever has the focus. Playwright's own keys stay in the page. */
async function pressLock({ app, page }: RunningApp): Promise<void> {
  await app.evaluate(({ Menu, MenuItem }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const lock = items.find((item) => item instanceof MenuItem && item.accelerator === 'CommandOrControl+L');
    lock?.click();
  });
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
}

test('a second person unlocks with a passphrase of their own until it is taken away', async () => {
  const now = await open();
  const { page } = now;
  await goTo(page, 'Vault and safety');
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add the person' }).click();
  await expect(dialog.getByText('Write a name.')).toBeVisible();
  await expect(dialog.getByLabel('Their name')).toBeFocused();
  await expectAccessible(page);
  await dialog.getByLabel('Their name').fill('Maryam');
  await dialog.getByLabel('Their passphrase').fill(theirs);
  await dialog.getByLabel('The same again').fill(theirs);
  await dialog.getByLabel('Your own passphrase').fill('not my passphrase');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('Your own passphrase').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Maryam can unlock the vault now.')).toBeVisible();
  await expectAccessible(page);

  await pressLock(now);
  await unlock(page, theirs);
  await goTo(page, 'Vault and safety');
  const lines = page.getByRole('region', { name: 'People' }).getByRole('listitem');
  await expect(lines.filter({ hasText: 'Maryam' })).toContainText('you');

  await pressLock(now);
  await unlock(page, demoPassphrase);
  await goTo(page, 'Vault and safety');
  await page.getByRole('button', { name: 'Remove Maryam' }).click();
  await expect(dialog).toContainText('A copy made before still opens with it');
  await expect(dialog).toContainText('every backup and every copy of the vault folder made before now');
  await expectAccessible(page);
  await dialog.getByLabel('Your own passphrase').fill(demoPassphrase);
  await dialog.getByRole('button', { name: 'Take the passphrase away' }).click();
  await expect(lines).toHaveCount(1);

  await pressLock(now);
  await page.getByLabel('Passphrase').fill(theirs);
  await page.keyboard.press('Enter');
  await expect(page.getByText('does not open this vault')).toBeVisible();
});

test('a backup is made and made again, and a check tells in words what is whole and what is not', async () => {
  const { app, page } = await open();
  await goTo(page, 'Vault and safety');
  await expect(page.getByText('There is no backup yet')).toBeVisible();
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  await chooseToOpen(app, [stick]);
  await page.getByRole('button', { name: 'Back up to a new place' }).click();
  await expect(page.getByText('The backup is whole')).toBeVisible();
  await expect(page.getByText(/^Last good backup: /)).toBeVisible();
  await page.getByRole('button', { name: 'Back up again to' }).click();
  const second = (): boolean =>
    readdirSync(stick, { recursive: true, encoding: 'utf8' }).some((name) => /Z-0002/.test(name));
  await expect.poll(second).toBe(true);
  await expect(page.getByText('The backup is whole')).toBeVisible();

  await page.getByRole('radio', { name: /Everything/ }).press('Space');
  await page.getByRole('button', { name: 'Check now' }).click();
  const report = page.getByRole('region', { name: 'What the check found' });
  await expect(report).toContainText('Everything is as it was written');
  await expectAccessible(page);

  // One byte of one sealed file, as a failing disk would change it.
  const shelves = join(folder, 'vault', 'evidence');
  const [damaged] = readdirSync(shelves, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.length > 10,
  );
  if (damaged === undefined) throw new Error('there is no sealed file');
  const bytes = readFileSync(join(shelves, damaged));
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
  writeFileSync(join(shelves, damaged), bytes);
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(report).toContainText('1 stored file is not as written.');
  await expect(report).toContainText('What to do:');
  await expectAccessible(page);
});

test('the record of acts can be read, narrowed, checked and saved', async () => {
  const { app, page } = await open();
  await goTo(page, 'Vault and safety');
  await page.getByRole('button', { name: 'Open the record' }).click();
  await page.getByRole('heading', { name: 'Record of acts' }).waitFor();
  await expect(page.getByRole('row').filter({ hasText: 'Unlocked the vault' }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('searchbox').fill('nobody of this name');
  await expect(page.getByText('Nothing is like that.')).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: /Kind of act/ }).click();
  await page.getByRole('option', { name: 'Given out of the vault' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Wrote a package with a case, HF-0147' })).toHaveCount(
    1,
  );
  await expect(page.getByRole('row').filter({ hasText: 'Unlocked the vault' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await expect(page.getByText(/^The chain is whole: \d+ entries, head [0-9a-f]{8}$/)).toBeVisible();
  const saved = join(folder, 'record.jsonl');
  await chooseToSave(app, saved);
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await expect(page.getByText(/^Saved: \d+ entries$/)).toBeVisible();
  expect(readFileSync(saved, 'utf8').split('\n')[0]).toContain('"vault.create"');
  await expectAccessible(page);
});

test('a case is erased with its reference and a passphrase, and leaves one line in the record', async () => {
  const { page } = await open();
  await openCase(page);
  await page.getByRole('button', { name: 'Erase this case for good' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/\d+ exhibits, \d+ entries/);
  await expectAccessible(page);
  await dialog.getByLabel(/^Type the reference/).fill('HF-0148');
  await dialog.getByLabel('Your own passphrase').fill(demoPassphrase);
  await dialog.getByRole('button', { name: 'Erase the case' }).click();
  await expect(dialog.getByText('Type HF-0147 exactly as it stands here.')).toBeVisible();
  await dialog.getByLabel(/^Type the reference/).fill('HF-0147');
  await dialog.getByRole('button', { name: 'Erase the case' }).click();
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await page.getByRole('row', { name: /HF-0152/ }).waitFor();
  await expect(page.getByRole('row', { name: /HF-0147/ })).toHaveCount(0);
  await goTo(page, 'Vault and safety');
  await page.getByRole('button', { name: 'Open the record' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Erased a case for good' })).toHaveCount(1);
  await expect(page.getByRole('table')).not.toContainText('HF-0147');
});

test('an exhibit is erased, and the entry that cited it stays', async () => {
  const { page } = await open();
  await openCase(page);
  await goTo(page, 'Evidence');
  await page.getByRole('row').first().press('Enter');
  await page.getByRole('heading', { name: 'Integrity' }).waitFor();
  const before = await page.getByText(/item 1 of \d+/).innerText();
  await page.getByRole('button', { name: 'Erase this exhibit' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 entry loses it; what they say stays.');
  await expectAccessible(page);
  await dialog.getByLabel('Why').fill('It was handed over by mistake');
  await dialog.getByRole('button', { name: 'Erase the exhibit' }).click();
  const count = Number(/of (\d+)/.exec(before)?.[1]) - 1;
  await expect(page.getByText(new RegExp(`^${count} exhibits`))).toBeVisible();
});

test('what is being typed is there again after Ctrl L in the middle of it', async () => {
  const now = await open();
  const { page } = now;
  await openCase(page);
  await goTo(page, 'Chronology');
  await page.getByRole('button', { name: 'New entry' }).click();
  await page.getByLabel('In a few words').fill('Stood by the bins');
  await page.getByLabel('What happened, as the client tells it').pressSequentially('He was by the bi');
  // The question that leaving asks is open as well: a lock must not wait for it.
  await goTo(page, 'Evidence');
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
  await pressLock(now);

  await unlock(page, demoPassphrase);
  await expect(page.getByText('You were in the middle of a new entry in HF-0147')).toBeVisible();
  await expectAccessible(page);
  await openCase(page);
  await expect(page.getByText('You were in the middle of a new entry')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByLabel('In a few words')).toHaveValue('Stood by the bins');
  await expect(page.getByLabel('What happened, as the client tells it')).toHaveValue('He was by the bi');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save entry' }).click();
  await page.getByRole('searchbox', { name: 'Filter entries' }).fill('Stood by the bins');
  await expect(page.getByRole('option').filter({ hasText: 'Stood by the bins' })).toBeVisible();
  await goTo(page, 'Overview');
  await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
  await expect(page.getByText('You were in the middle')).toHaveCount(0);
});

test('a form in a dialog is there again after Ctrl L, and can be thrown away', async () => {
  const now = await open();
  const { page } = now;
  await openCase(page);
  await page.getByRole('button', { name: 'Edit case' }).click();
  await page.getByRole('dialog').getByLabel('Safe times').fill('Only on Tuesdays');
  await pressLock(now);

  await unlock(page, demoPassphrase);
  await expect(page.getByText('You were in the middle of changing HF-0147')).toBeVisible();
  await page.getByRole('button', { name: 'Read it or throw it away' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue(/Only on Tuesdays/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  const times = page.getByRole('dialog').getByLabel('Safe times');
  await expect(times).toHaveValue('Only on Tuesdays');
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await expect(times).not.toHaveValue('Only on Tuesdays');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('You were in the middle')).toHaveCount(0);

  await pressLock(now);
  await unlock(page, demoPassphrase);
  await page.getByRole('row').first().waitFor();
  await expect(page.getByText('You were in the middle')).toHaveCount(0);
});
