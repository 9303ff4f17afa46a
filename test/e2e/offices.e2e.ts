import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { chooseToOpen, chooseToSave } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { look } from './helpers/look';
import { makeCase, takeIn } from './helpers/import';
import { pressByKeyboard } from './helpers/keyboard';
import { root } from './helpers/runtime';
import { goTo } from './helpers/rooms';
import { startOnNewVault } from './helpers/vault';
import { toggle } from './helpers/bundle';
import { decideAll } from './helpers/leaving';
// Says what `window.holdfast` is.
import type {} from '../../renderer/kit/bridge';

const evidence = join(root, 'resources', 'sample-case', 'evidence');
const passphrase = 'seven quiet herons landing by the old lighthouse';
let folder = '';
let running: RunningApp[] = [];

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-offices-'));
});
test.afterEach(async () => {
  for (const app of running) await app.close();
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

/** A vault of an office, with the app on its caseload. */
async function startOffice(name: string, officeName = name): Promise<RunningApp> {
  const started = await startOnNewVault(join(folder, name), { name: 'Asha', officeName, passphrase });
  running.push(started);
  return started;
}

/** Cards and offices are folded once there is an office to send to. */
async function unfoldOffices(page: Page): Promise<void> {
  const fold = page.getByRole('button', { name: 'Our card and other offices' });
  if ((await fold.getAttribute('aria-expanded')) === 'false') await pressByKeyboard(page, fold);
}

/** What "Copy our card" has put on the clipboard. */
async function copyCard({ app, page }: RunningApp): Promise<string> {
  await unfoldOffices(page);
  await pressByKeyboard(page, page.getByRole('button', { name: 'Copy our card' }));
  await expect(page.getByText('Copied. Paste it into a mail.')).toBeVisible();
  return app.evaluate(({ clipboard }) => clipboard.readText());
}

const wordsOf = (list: Locator): Promise<string[]> => list.getByRole('listitem').allInnerTexts();

/** By keyboard: pastes a card, as it came in a mail, and gives the words that the dialog shows. */
async function addCard(page: Page, card: string): Promise<string[]> {
  await unfoldOffices(page);
  await pressByKeyboard(page, page.getByRole('button', { name: 'Add an office' }));
  await page.getByLabel('The card they sent').fill(card.replaceAll(/^/gm, '> '));
  await pressByKeyboard(page, page.getByRole('button', { name: 'Read the card' }));
  const words = page.getByRole('list', { name: 'The words of the card you were sent' });
  await words.waitFor();
  return wordsOf(words);
}

test('two offices exchange cards, compare the words and send a case; nothing is chosen for anybody', async () => {
  const first = await startOffice('North office');
  const caseA = await makeCase(first.page, 'A-1');
  const caseB = await makeCase(first.page, 'B-2');
  expect(caseA).not.toBe(caseB);
  await chooseToOpen(
    first.app,
    readdirSync(evidence)
      .slice(0, 2)
      .map((name) => join(evidence, name)),
  );
  await takeIn(first.page, caseB);
  const second = await startOffice('South office');

  // Without an open case none is chosen.
  const { page } = first;
  await goTo(page, 'Transfers');
  await page.getByRole('heading', { name: 'Send a case' }).waitFor();
  const send = page.getByRole('region', { name: 'Send a case' });
  await expect(send.getByText('Choose a case')).toBeVisible();
  await expect(send.getByText('There is no office whose words were compared yet.')).toBeVisible();
  await expect(send.getByRole('button', { name: 'Choose where and write' })).toBeDisabled();
  await expectAccessible(page);
  await look(first, 'transfers-empty');

  await goTo(second.page, 'Transfers');
  const own = second.page.getByRole('list', { name: 'The words of our card' });
  await own.waitFor();
  const words = await wordsOf(own);
  expect(words).toHaveLength(8);
  expect(await addCard(page, await copyCard(second))).toEqual(words);
  await expectAccessible(page);
  await look(first, 'transfers-comparing');
  await pressByKeyboard(page, page.getByRole('button', { name: 'All eight are the same' }));
  await expect(page.getByText('Words compared', { exact: true })).toBeVisible();

  // With a case open that is the one, whatever stands first in the list; the office is still asked.
  await goTo(page, 'Caseload');
  await page.getByRole('row').filter({ hasText: 'B-2' }).press('Enter');
  await goTo(page, 'Transfers');
  await expect(send.getByRole('button', { name: /Case$/ })).toContainText('B-2');
  await expect(send.getByText('Choose an office')).toBeVisible();
  const target = join(folder, 'case.hfcase');
  await chooseToSave(first.app, target);
  await send.getByRole('button', { name: 'Choose where and write' }).press('Enter');
  await expect(send.getByText('Choose the office that gets it.')).toBeVisible();
  expect(existsSync(target)).toBe(false);
  await expectAccessible(page);
  await send.getByRole('button', { name: /Office that gets it$/ }).press('Enter');
  await page.getByRole('option', { name: 'South office' }).press('Enter');
  // Whether the case is handed over is asked too: nothing is written before somebody has said so.
  await send.getByRole('button', { name: 'Choose where and write' }).press('Enter');
  await expect(send.getByText('Choose what it is for.')).toBeVisible();
  expect(existsSync(target)).toBe(false);
  await expectAccessible(page);
  await send.getByRole('radio', { name: /^They take the case over/ }).press('Space');
  await expect(send.getByText('To South office and nobody else.')).toBeVisible();
  await expect(send.getByText(/^2 exhibits, 0 entries/)).toBeVisible();
  await send.getByRole('button', { name: 'Choose where and write' }).press('Enter');
  await expect(send.getByText('Say whether the client agreed.')).toBeVisible();
  await send.getByRole('radio', { name: /^The client agreed/ }).press('Space');
  await send.getByLabel('When and how the client agreed').fill('In writing on 2 November');
  await look(first, 'transfers-sending');
  await send.getByRole('button', { name: 'Choose where and write' }).press('Enter');
  await decideAll(page, 'Choose where and write');
  await expect(send.getByText('The package is written and was read back.')).toBeVisible({ timeout: 60_000 });
  await expect(send.getByText(/^This case last went to South office on/)).toBeVisible();

  // There nobody has the card of the first office yet: that is said before anything is taken in.
  const receive = second.page.getByRole('region', { name: 'Open a package', exact: true });
  await chooseToOpen(second.app, [target]);
  await receive.getByRole('button', { name: 'Choose a package' }).press('Enter');
  await expect(receive.getByText('Unknown sender', { exact: true })).toBeVisible();
  await expect(receive.getByText('Nothing is taken in yet')).toBeFocused();
  await expectAccessible(second.page);
  await look(second, 'transfers-unknown', receive.getByText('Nothing is taken in yet'));
  await receive.getByRole('button', { name: 'See what is in it' }).press('Enter');
  await expect(receive.getByText('Tick this, or leave the package where it is.')).toBeVisible();
  await receive.getByRole('button', { name: 'Do not take it in' }).press('Enter');
  const cases = await second.page.evaluate(() => window.holdfast.cases.list({}));
  expect(cases.ok ? cases.value : null).toEqual([]);

  // Once its words are compared, it is known by its name here.
  await addCard(second.page, await copyCard(first));
  await pressByKeyboard(second.page, second.page.getByRole('button', { name: 'All eight are the same' }));
  // A dialog that closes gives the focus back a moment later, and would take it from under the key pressed next.
  await expect(second.page.getByRole('button', { name: 'Add an office' })).toBeFocused();
  await receive.getByRole('button', { name: 'Choose a package' }).press('Enter');
  await expect(receive.getByText('From North office, whose words were compared')).toBeVisible();
  await look(second, 'transfers-compared', receive.getByText('Nothing is taken in yet'));
  await expectAccessible(second.page);
  await receive.getByRole('button', { name: 'See what is in it' }).press('Enter');
  const compared = receive.getByText('Compared with what is here: nothing is taken in yet');
  await expect(compared).toBeFocused({ timeout: 60_000 });
  await expectAccessible(second.page);
  await look(second, 'transfers-to-take', compared);
  await receive.getByRole('button', { name: 'Take in what is ticked' }).press('Enter');
  await expect(receive.getByText(/^B-2 is here: 2 exhibits/)).toBeVisible({ timeout: 60_000 });
  await expect(second.page.getByRole('cell', { name: 'Sender compared, every file checked' })).toBeVisible();
  await look(second, 'transfers-received', second.page.getByRole('table'));
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});

test('somebody with the name of a compared office and other keys gets nowhere', async () => {
  const here = await startOffice('South office');
  const real = await startOffice('North office');
  await goTo(here.page, 'Transfers');
  await goTo(real.page, 'Transfers');
  await addCard(here.page, await copyCard(real));
  await pressByKeyboard(here.page, here.page.getByRole('button', { name: 'All eight are the same' }));
  await here.page.getByText('Words compared', { exact: true }).waitFor();
  const realWords = await wordsOf(real.page.getByRole('list', { name: 'The words of our card' }));

  // The same name, and a card that was swapped in a mail.
  const impostor = await startOffice('Impostor', 'North office');
  await goTo(impostor.page, 'Transfers');
  const shown = await addCard(here.page, await copyCard(impostor));
  expect(shown).not.toEqual(realWords);
  await expect(here.page.getByText(/^You know North office with other keys, compared on/)).toBeVisible();
  await expectAccessible(here.page);
  await look(here, 'transfers-other-keys');
  await pressByKeyboard(here.page, here.page.getByRole('button', { name: 'They differ' }));
  await expect(here.page.getByText('Refused or not used any more: 1')).toBeVisible();
  await expect(here.page.getByText('Words compared', { exact: true })).toBeVisible();

  const caseId = await makeCase(impostor.page, 'X-1');
  await impostor.page.evaluate(
    async (text) => {
      const { holdfast } = window;
      const added = await holdfast.offices.add({ text });
      if (added.ok) await holdfast.offices.compare({ id: added.value.id, same: true });
    },
    await copyCard(here),
  );
  const target = join(folder, 'impostor.hfcase');
  await chooseToSave(impostor.app, target);
  await impostor.page.evaluate(async (id) => {
    const { holdfast } = window;
    const offices = await holdfast.offices.list({});
    const target = await holdfast.paths.save({ purpose: 'package' });
    const recipient = offices.ok ? (offices.value[0]?.recipient ?? '') : '';
    if (target.ok && target.value !== null)
      await holdfast.transfer.send({
        caseId: id,
        purpose: 'copy',
        lock: { type: 'recipient', recipient },
        target: target.value.token,
      });
  }, caseId);
  await expect.poll(() => existsSync(target), { timeout: 60_000 }).toBe(true);
  await chooseToOpen(here.app, [target]);
  const receive = here.page.getByRole('region', { name: 'Open a package', exact: true });
  await receive.getByRole('button', { name: 'Choose a package' }).press('Enter');
  await expect(receive.getByText(/^Signed with a key that was refused/)).toBeVisible();
  await expect(receive.getByRole('button', { name: 'See what is in it' })).toHaveCount(0);
  await expectAccessible(here.page);
  await look(here, 'transfers-refused', receive.getByText('Nothing is taken in yet'));
});

test('what goes into a bundle is asked, kept when the screen is left and when the vault is locked', async () => {
  const now = await startOffice('North office');
  const { app, page } = now;
  const caseId = await makeCase(page, 'A-1');
  const files = readdirSync(evidence).filter((name) => /^Screenshot.*\.png$/.test(name));
  const add = async (names: readonly string[]): Promise<void> => {
    await chooseToOpen(
      app,
      names.map((name) => join(evidence, name)),
    );
    await takeIn(page, caseId);
  };
  await add(files.slice(0, 3));
  await goTo(page, 'Caseload');
  await page.getByRole('row').filter({ hasText: 'A-1' }).press('Enter');
  await goTo(page, 'Bundles');
  await expect(page.getByText('Nothing is chosen for this bundle yet')).toBeVisible();
  const boxes = page.getByRole('checkbox', { name: /in the bundle$/ });
  await expect(boxes).toHaveCount(3);
  for (const box of await boxes.all()) await expect(box).not.toBeChecked();
  await expect(page.getByRole('button', { name: 'Build PDF' })).toBeDisabled();
  await expectAccessible(page);
  await look(now, 'bundle-nothing-chosen');

  await page.getByRole('button', { name: 'Put everything in' }).press('Enter');
  await page.getByLabel('Title on the cover').fill('For the hearing in May');
  const second = page.getByRole('checkbox', { name: 'Show RB/2 in the bundle' });
  await toggle(page, 'RB/2');
  await expect(second).not.toBeChecked();

  const expectKept = async (): Promise<void> => {
    await expect(page.getByLabel('Title on the cover')).toHaveValue('For the hearing in May');
    await expect(page.getByRole('checkbox', { name: 'Show RB/1 in the bundle' })).toBeChecked();
    await expect(second).not.toBeChecked();
    await expect(page.getByRole('checkbox', { name: /^Chronology/ })).toBeChecked();
  };
  await goTo(page, 'Evidence');
  await page.getByRole('row').first().waitFor();
  await goTo(page, 'Bundles');
  await expectKept();

  // At once after a change, as somebody does who is interrupted.
  await page.getByLabel('Court and case number').fill('ZW26C00123');
  await page.getByRole('button', { name: 'Lock now' }).click();
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('row').filter({ hasText: 'A-1' }).press('Enter');
  await goTo(page, 'Bundles');
  await expectKept();
  await expect(page.getByLabel('Court and case number')).toHaveValue('ZW26C00123');

  // What comes afterwards is asked about and in nothing before that.
  await add(files.slice(3, 4));
  await expect(page.getByText('New since you chose, 1 exhibit: in or out?')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Build PDF' })).toBeDisabled();
  await expectAccessible(page);
  await look(now, 'bundle-new-since');
  await page.getByRole('button', { name: 'Leave it out' }).press('Enter');
  await page.getByRole('button', { name: 'Build PDF' }).press('Enter');
  await decideAll(page, 'Build the bundle');
  await expect(page.getByText(/^General guidance, 2021\. \d+ pages/)).toBeVisible({ timeout: 60_000 });

  // The pages that were built are not what is chosen any more.
  await toggle(page, 'RB/1');
  await expect(page.getByText('These pages still show RB/1')).toBeVisible();
  const target = join(folder, 'old.pdf');
  await chooseToSave(app, target);
  await page.getByRole('button', { name: 'Save a copy' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Save pages that show what you took out?' });
  await dialog.waitFor();
  await expectAccessible(page);
  await look(now, 'bundle-outdated');
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  expect(existsSync(target)).toBe(false);
  expect(now.complaints).toEqual([]);
});

test('an export is for nobody until somebody says for whom, and covers the next time what it covered before', async () => {
  const now = await startOffice('North office');
  const { page } = now;
  const caseId = await makeCase(page, 'A-1');
  await page.evaluate(async (id) => {
    const answer = await window.holdfast.chronology.create({
      caseId: id,
      edtf: '2026-11-03',
      time: null,
      title: 'Came to 12 Hill Road',
      description: '',
      quote: '',
      behaviours: [],
      channel: null,
      place: '',
      dateSource: '',
      reported: null,
      evidenceIds: [],
      messageKeys: [],
    });
    if (!answer.ok) throw new Error(answer.error.code);
  }, caseId);
  await goTo(page, 'Caseload');
  await page.getByRole('row').filter({ hasText: 'A-1' }).press('Enter');
  await goTo(page, 'Chronology');
  const open = async (): Promise<Locator> => {
    await page.getByRole('button', { name: /Print or export/ }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Print or export' });
    await dialog.getByRole('button', { name: 'Save the file' }).waitFor();
    return dialog;
  };
  let dialog = await open();
  await expect(dialog.getByText('Choose whom it is for', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Save the file' }).press('Enter');
  await expect(dialog.getByText('Choose whom it is for.', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await look(now, 'export-nobody');
  await dialog.getByRole('button', { name: /For$/ }).press('Enter');
  await page
    .getByRole('option', { name: /police/i })
    .first()
    .press('Enter');
  await dialog.getByRole('button', { name: /^Covered words/ }).press('Enter');
  await dialog.getByRole('button', { name: 'Cover some words' }).press('Enter');
  await dialog.getByLabel('Words to cover, 1').fill('12 Hill Road');
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');

  dialog = await open();
  await expect(dialog.getByText(/^As chosen by Asha on/)).toBeVisible();
  await expect(dialog.getByText('Covered words: 1')).toBeVisible();
  await expect(dialog.getByLabel('Words to cover, 1')).toHaveValue('12 Hill Road');
  await look(now, 'export-kept');
  expect(now.complaints).toEqual([]);
});
