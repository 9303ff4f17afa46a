import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chooseToOpen, chooseToSave } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { look } from './helpers/look';
import { makeCase, takeIn } from './helpers/import';
import { decideAll } from './helpers/leaving';
import { pressByKeyboard } from './helpers/keyboard';
import { goTo } from './helpers/rooms';
import { startOnNewVault } from './helpers/vault';
// Says what `window.holdfast` is.
import type {} from '../../renderer/kit/bridge';

let folder = '';
let running: RunningApp[] = [];

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-transfer-'));
});
test.afterEach(async () => {
  for (const app of running) await app.close();
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

async function startOffice(officeName: string): Promise<RunningApp> {
  const started = await startOnNewVault(join(folder, officeName), { name: 'Asha', officeName });
  running.push(started);
  return started;
}

/** Cards exchanged and compared both ways, as `offices` shows it on the screen. */
async function meet(a: RunningApp, b: RunningApp): Promise<void> {
  const cardOf = ({ page }: RunningApp): Promise<string> =>
    page.evaluate(async () => {
      const card = await window.holdfast.offices.ownCard({});
      if (!card.ok) throw new Error(card.error.code);
      return card.value.text;
    });
  const add = ({ page }: RunningApp, text: string): Promise<void> =>
    page.evaluate(async (card) => {
      const added = await window.holdfast.offices.add({ text: card });
      if (!added.ok) throw new Error(added.error.code);
      await window.holdfast.offices.compare({ id: added.value.id, same: true });
    }, text);
  await add(a, await cardOf(b));
  await add(b, await cardOf(a));
}

/** Writes an entry, and gives its id. */
const writeEntry = (page: Page, caseId: string, title: string): Promise<string> =>
  page.evaluate(
    async ([id, words]) => {
      const answer = await window.holdfast.chronology.create({
        ...{
          caseId: id ?? '',
          edtf: '2026-11-03',
          time: null,
          title: words ?? '',
          description: '',
          quote: '',
        },
        ...{ behaviours: ['b'], channel: null, place: '', dateSource: 'the client', reported: null },
        ...{ evidenceIds: [], messageKeys: [] },
      });
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value.id;
    },
    [caseId, title],
  );

const changeEntry = (page: Page, entryId: string, title: string): Promise<void> =>
  page.evaluate(
    async ([id, words]) => {
      const { chronology } = window.holdfast;
      const found = await chronology.get({ id: id ?? '' });
      if (!found.ok) throw new Error(found.error.code);
      const answer = await chronology.update({ ...found.value, title: words ?? '' });
      if (!answer.ok) throw new Error(answer.error.code);
    },
    [entryId, title],
  );

const sendOf = (page: Page) => page.getByRole('region', { name: 'Send a case' });
const receiveOf = (page: Page) => page.getByRole('region', { name: 'Open a package', exact: true });
const packagesOf = (page: Page) => page.getByRole('region', { name: 'What went out and came in' });
const written = 'The package is written and was read back.';

/** By keyboard: for which office it is, what it is for, and that the client agreed. */
async function fillIn(page: Page, office: string, purpose: RegExp): Promise<void> {
  const send = sendOf(page);
  await send.getByRole('button', { name: /Office that gets it$/ }).press('Enter');
  await page.getByRole('option', { name: office }).press('Enter');
  await send.getByRole('radio', { name: purpose }).press('Space');
  await send.getByRole('radio', { name: /^The client agreed/ }).press('Space');
  await send.getByLabel('When and how the client agreed').fill('By phone on 3 November');
}

async function openTransfersOf(page: Page, reference: string): Promise<void> {
  await goTo(page, 'Caseload');
  await page.getByRole('row').filter({ hasText: reference }).press('Enter');
  await goTo(page, 'Transfers');
  await sendOf(page).getByRole('button', { name: 'Choose where and write' }).waitFor();
}

/** By keyboard: looks at a package and takes in what is ticked. */
async function takeAll(at: RunningApp, path: string, says: string | RegExp): Promise<void> {
  const receive = receiveOf(at.page);
  await chooseToOpen(at.app, [path]);
  await receive.getByRole('button', { name: 'Choose a package' }).press('Enter');
  await receive.getByRole('button', { name: 'See what is in it' }).press('Enter');
  await expect(receive.getByText('Compared with what is here: nothing is taken in yet')).toBeFocused({
    timeout: 60_000,
  });
  await expect(receive.getByText(says).first()).toBeVisible();
  await expectAccessible(at.page);
  await look(at, `transfer-compared-${readdirSync(join(path, '..')).length}`, receive);
  await receive.getByRole('button', { name: 'Take in what is ticked' }).press('Enter');
  await expect(receive.getByText(/^(?:[AB]-\d is here:|Joined with [AB]-\d:)/)).toBeVisible({
    timeout: 60_000,
  });
}

/** The stick is pulled out as soon as something of the package lies on it. */
async function pullOut(stick: string, away: string): Promise<void> {
  await expect
    .poll(() => readdirSync(stick).some((name) => statSync(join(stick, name)).size > 1_000_000), {
      timeout: 60_000,
      intervals: [5],
    })
    .toBe(true);
  renameSync(stick, away);
}

test('a case goes on a stick that is pulled out, is received and receipted, comes back changed in both, is joined and wiped', async () => {
  const [north, south] = [await startOffice('North office'), await startOffice('South office')];
  await meet(north, south);
  const caseId = await makeCase(north.page, 'A-1');
  const big = join(folder, 'recording.bin');
  writeFileSync(big, randomBytes(160_000_000));
  await chooseToOpen(north.app, [big]);
  await takeIn(north.page, caseId);
  const entryId = await writeEntry(north.page, caseId, 'Calls');

  // Pulled out half-way: it is said, nothing else is harmed, and writing again goes on.
  const [stick, away] = [join(folder, 'stick'), join(folder, 'away')];
  mkdirSync(stick);
  const target = join(stick, 'package.hfcase');
  await openTransfersOf(north.page, 'A-1');
  const send = sendOf(north.page);
  await fillIn(north.page, 'South office', /^They get a copy/);
  await expect(send.getByText('To South office and nobody else.')).toBeVisible();
  await expectAccessible(north.page);
  await look(north, 'transfer-sending', send);
  await chooseToSave(north.app, target);
  await send.getByRole('button', { name: 'Choose where and write' }).press('Enter');
  await decideAll(north.page, 'Choose where and write');
  await pullOut(stick, away);
  await expect(send.getByRole('alert').first()).toBeVisible({ timeout: 120_000 });
  await expect(send.getByText(/stick/i).first()).toBeVisible();
  await expectAccessible(north.page);
  await look(north, 'transfer-pulled-out', send);
  renameSync(away, stick);
  await chooseToSave(north.app, target);
  await send.getByRole('button', { name: 'Choose where and write' }).press('Enter');
  await expect(send.getByText(written)).toBeVisible({ timeout: 120_000 });
  expect(readdirSync(stick)).toEqual(['package.hfcase']);
  await expect(packagesOf(north.page).getByText('1 package not received yet')).toBeVisible();

  // Received, with a receipt that is carried back.
  await goTo(south.page, 'Transfers');
  await takeAll(south, target, /1 new exhibit/);
  const receipt = join(stick, 'receipt.txt');
  await chooseToSave(south.app, receipt);
  await packagesOf(south.page).getByRole('button', { name: 'Write a receipt for A-1' }).press('Enter');
  await expect.poll(() => existsSync(receipt), { timeout: 30_000 }).toBe(true);
  await chooseToOpen(north.app, [receipt]);
  await packagesOf(north.page).getByRole('button', { name: 'Read a receipt' }).press('Enter');
  await expect(
    packagesOf(north.page)
      .getByText(/^Received by South office on/)
      .first(),
  ).toBeVisible();
  await expectAccessible(north.page);
  await look(north, 'transfer-received', packagesOf(north.page));

  // Both go on with it, and it comes back.
  await changeEntry(north.page, entryId, 'Calls at night');
  await changeEntry(south.page, entryId, 'Calls from a hidden number');
  await openTransfersOf(south.page, 'A-1');
  await fillIn(south.page, 'North office', /^They get a copy/);
  const back = join(stick, 'back.hfcase');
  await chooseToSave(south.app, back);
  // What its exhibit is was said at the other office: nothing is left to decide.
  await sendOf(south.page).getByRole('button', { name: 'Choose where and write' }).press('Enter');
  await expect(sendOf(south.page).getByText(written)).toBeVisible({ timeout: 120_000 });
  await takeAll(north, back, /1 changed in both/);

  // A person decides, field by field.
  await goTo(north.page, 'Overview');
  await pressByKeyboard(north.page, north.page.getByRole('button', { name: 'Look at both' }));
  await north.page
    .getByRole('radiogroup', { name: /^In a few words/ })
    .getByRole('radio', { name: /Calls from a hidden number/ })
    .press(' ');
  await north.page.getByRole('button', { name: 'Join them' }).press('Enter');
  await expect(north.page.getByText('Nothing is left to decide')).toBeVisible();

  // The first package has done its work.
  await openTransfersOf(north.page, 'A-1');
  await chooseToOpen(north.app, [target]);
  await packagesOf(north.page).getByRole('button', { name: 'Wipe the stick with A-1' }).last().press('Enter');
  const dialog = north.page.getByRole('dialog');
  await expectAccessible(north.page);
  await look(north, 'transfer-wiping');
  await dialog.getByRole('button', { name: 'Choose the package and wipe it' }).press('Enter');
  await expect(north.page.getByText('The package was overwritten and taken away.')).toBeVisible({
    timeout: 60_000,
  });
  expect(readdirSync(stick).sort()).toEqual(['back.hfcase', 'receipt.txt']);
  await look(north, 'transfer-wiped', packagesOf(north.page));
  expect([...north.complaints, ...south.complaints]).toEqual([]);
});

test('a third office gets a part of a case, then what changed is refused where the whole is not there', async () => {
  const [north, west] = [await startOffice('North office'), await startOffice('West office')];
  await meet(north, west);
  const caseId = await makeCase(north.page, 'B-2');
  const files = [1, 2].map((each) => {
    const path = join(folder, `file-${each}.bin`);
    writeFileSync(path, randomBytes(2000));
    return path;
  });
  await chooseToOpen(north.app, files);
  await takeIn(north.page, caseId);
  await openTransfersOf(north.page, 'B-2');
  const send = sendOf(north.page);
  await fillIn(north.page, 'West office', /^They get a part of it/);
  await send.getByRole('button', { name: 'Choose where and write' }).press('Enter');
  await expect(send.getByText('Choose at least one exhibit, or entries of the chronology.')).toBeVisible();
  await send.getByRole('button', { name: 'Choose what goes' }).press('Enter');
  const dialog = north.page.getByRole('dialog', { name: 'What goes of this case' });
  await dialog.getByRole('checkbox').first().press('Space');
  await expectAccessible(north.page);
  await look(north, 'transfer-part');
  await dialog.getByRole('button', { name: 'This goes' }).press('Enter');
  await expect(send.getByText(/^Stays here: 1 exhibit/)).toBeVisible();
  const target = join(folder, 'part.hfcase');
  await chooseToSave(north.app, target);
  await send.getByRole('button', { name: 'Choose where and write' }).press('Enter');
  await decideAll(north.page, 'Choose where and write');
  await expect(send.getByText(written)).toBeVisible({ timeout: 60_000 });
  await goTo(west.page, 'Transfers');
  await takeAll(west, target, /1 new exhibit/);
  const shared = await west.page.evaluate(async (id) => {
    const items = await window.holdfast.evidence.list({ caseId: id });
    return items.ok ? items.value.map(({ exhibitRef }) => exhibitRef) : [];
  }, caseId);
  expect(shared).toEqual(['RB/1']);
  expect([...north.complaints, ...west.complaints]).toEqual([]);
});
