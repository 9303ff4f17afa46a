import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chooseToOpen, chooseToSave, startApp, vaultProcesses, answerBox } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { tool } from './helpers/pdf';
import { root } from './helpers/runtime';
import { makeVaultByHand, startOnNewVault } from './helpers/vault';
import { decideAll } from './helpers/leaving';

const evidence = join(root, 'resources', 'sample-case', 'evidence');
const passphrase = 'seven quiet herons landing';
let folder = '';
let running: RunningApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-job-'));
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

async function startOpen(name = 'vault'): Promise<RunningApp> {
  running = await startOnNewVault(join(folder, name), { passphrase });
  return running;
}

async function createCase(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /new case|first case/i })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reference').fill('HF-0900');
  await dialog.getByLabel('Known as').fill('Wren');
  await dialog.getByLabel('Exhibit initials').fill('wr');
  await dialog.getByLabel('The rule, in one line').fill('Text only, after six.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  // Who sent the client is asked next, and may stay open.
  const referral = page.getByRole('dialog', { name: 'Referral' });
  await referral.getByRole('button', { name: 'Cancel' }).click();
  await referral.waitFor({ state: 'detached' });
  const row = page.getByRole('row').filter({ hasText: 'HF-0900' });
  const room = page.getByRole('navigation').getByRole('button', { name: 'Overview' });
  await row.or(room).first().waitFor();
  if (!(await room.isVisible())) await row.click();
  await room.waitFor();
}

const goTo = (page: Page, room: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(room) })
    .click();

async function addFiles({ app, page }: RunningApp, names: readonly string[]): Promise<void> {
  await goTo(page, 'Evidence');
  await chooseToOpen(
    app,
    names.map((name) => join(evidence, name)),
  );
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await page.getByRole('button', { name: 'See every file' }).waitFor();
}

test('a case goes from files to a bundle, and all of it is there after locking', async () => {
  const now = await start();
  const { app, page } = now;
  await page.getByRole('heading', { name: 'Make your vault' }).waitFor();
  await expectAccessible(page);
  await makeVaultByHand(page, passphrase);
  await expectAccessible(page);
  await createCase(page);
  await expectAccessible(page);

  const files = readdirSync(evidence).slice(0, 4);
  await addFiles(now, files);
  await expect(page.getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: 'See every file' }).click();
  await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(5);
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  // An entry from an exhibit takes its date and says where it came from.
  await page.getByRole('row').first().getByRole('checkbox').click({ force: true });
  await page.getByRole('button', { name: 'New entry from 1 exhibit' }).click();
  await expect(page.getByText(/^It will read: \d/)).toBeVisible();
  await expect(page.getByLabel('Where the date comes from')).not.toHaveValue('');
  await page.getByLabel('In a few words').fill('Flowers on the step');
  await page.getByRole('button', { name: 'Save entry' }).click();
  await expect(page.getByRole('option').filter({ hasText: 'Flowers on the step' })).toBeVisible();

  // One from memory, with a date typed by keyboard, day first.
  await page.getByRole('button', { name: 'New entry' }).click();
  await page.getByLabel('In a few words').fill('Waited at the gate');
  await page.getByRole('spinbutton', { name: /day/i }).first().click();
  await page.keyboard.type('04012026');
  await expect(page.getByText('It will read: 4 Jan 2026')).toBeVisible();
  // Nobody leaves what they typed without being asked.
  await goTo(page, 'Evidence');
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByLabel('In a few words')).toHaveValue('Waited at the gate');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save entry' }).click();
  await expect(page.getByRole('option')).toHaveCount(2);

  await goTo(page, 'Bundles');
  await page.getByRole('button', { name: 'Put everything in' }).click();
  await page.getByRole('button', { name: 'Build PDF' }).first().click();
  await expect(page.getByText('nobody has said what they are')).toBeVisible();
  await expectAccessible(page);
  await decideAll(page, 'Build the bundle');
  await page.getByRole('heading', { name: 'Before it goes to court' }).waitFor();
  const saved = join(folder, 'saved.pdf');
  await chooseToSave(app, saved);
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await expect.poll(() => existsSync(saved)).toBe(true);
  expect(tool('qpdf', '--check', saved)).toContain('No syntax or stream encoding errors found');
  expect(tool('pdftotext', saved, '-')).toContain('Waited at the gate');

  expect(await vaultProcesses(app)).toBe(1);
  await page.getByRole('button', { name: 'Lock now' }).click();
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  expect(await vaultProcesses(app)).toBe(0);
  await expect(page.locator('body')).not.toContainText('HF-0900');

  await page.getByLabel('Passphrase').fill('not the one at all');
  await page.keyboard.press('Enter');
  await expect(
    page
      .getByText(/passphrase/i)
      .filter({ hasText: /not|wrong/i })
      .first(),
  ).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await page.getByRole('row').filter({ hasText: 'HF-0900' }).click();
  await goTo(page, 'Evidence');
  await expect(page.getByRole('row')).toHaveCount(4);
  await goTo(page, 'Chronology');
  await expect(page.getByRole('option').filter({ hasText: 'Flowers on the step' })).toBeVisible();
  await expect(page.getByRole('option').filter({ hasText: '4 Jan 2026' })).toBeVisible();
  await goTo(page, 'Bundles');
  await expect(page.getByText('One PDF file without a password')).toBeVisible();
  expect(now.complaints).toEqual([]);
});

test('files dropped on the evidence screen go in', async () => {
  const { app, page } = await startOpen();
  await createCase(page);
  await goTo(page, 'Evidence');
  await answerBox(app, 0);
  // Files chosen for an input carry their real paths, as files dragged from the desktop do.
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'dragged';
    document.body.append(input);
  });
  await page.locator('#dragged').setInputFiles(
    readdirSync(evidence)
      .slice(0, 2)
      .map((name) => join(evidence, name)),
  );
  await page.evaluate(() => {
    const dragged = new DataTransfer();
    const input = document.querySelector<HTMLInputElement>('#dragged');
    for (const file of input?.files ?? []) dragged.items.add(file);
    input?.remove();
    const zone = document.querySelector('.dropzone');
    for (const type of ['dragover', 'drop'])
      zone?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: dragged }));
  });
  await page.getByRole('button', { name: 'See every file' }).waitFor();
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('a second office opens a package with the passphrase it was told, and with no other', async () => {
  const first = await startOpen('one');
  await createCase(first.page);
  await addFiles(first, readdirSync(evidence).slice(0, 3));
  const path = join(folder, 'case.hfcase');
  await goTo(first.page, 'Transfers');
  await chooseToSave(first.app, path);
  await first.page.getByRole('radio', { name: 'With a passphrase' }).first().click();
  await first.page.getByLabel('Passphrase for this package').fill('copper lantern ferry meadow');
  // Nothing that counts on who has it is offered.
  await expect(first.page.getByRole('radio', { name: /^They take the case over/ })).toHaveCount(0);
  await first.page.getByRole('radio', { name: /^They get a copy/ }).press('Space');
  await first.page.getByRole('radio', { name: /^Without consent/ }).press('Space');
  await first.page.getByLabel('The reason, and who decided it').fill('High risk, decided by the manager');
  await first.page.getByRole('button', { name: 'Choose where and write' }).click();
  await decideAll(first.page, 'Choose where and write');
  await expect(first.page.getByText('Read back and compared')).toBeVisible();
  expect(first.complaints).toEqual([]);
  await first.close();

  const second = await startOpen('two');
  await goTo(second.page, 'Transfers');
  await chooseToOpen(second.app, [path]);
  const receive = second.page.getByRole('region', { name: 'Open a package', exact: true });
  await receive.getByRole('radio', { name: 'With a passphrase' }).click();
  const box = receive.getByLabel('Passphrase you were told');
  await box.fill('quite another one');
  await second.page.getByRole('button', { name: 'Choose a package' }).click();
  await expect(second.page.getByRole('alert')).toBeVisible();
  await box.fill('copper lantern ferry meadow');
  await second.page.getByRole('button', { name: 'Choose a package' }).click();
  // Nobody here has the card of the office that wrote it.
  await expect(second.page.getByText('Unknown sender', { exact: true })).toBeVisible({ timeout: 60_000 });
  await second.page.getByRole('button', { name: 'See what is in it' }).click();
  await expect(second.page.getByText('Tick this, or leave the package where it is.')).toBeVisible();
  await second.page.getByText('I know that this may be from somebody else').click();
  await second.page.getByRole('button', { name: 'See what is in it' }).click();
  await second.page.getByRole('button', { name: 'Take in what is ticked' }).click({ timeout: 60_000 });
  await goTo(second.page, 'Caseload');
  await second.page.getByRole('row').filter({ hasText: 'HF-0900' }).click();
  await goTo(second.page, 'Evidence');
  await expect(second.page.getByRole('row')).toHaveCount(3);
});

test('neither the page nor main can reach even a server on this computer', async () => {
  const { createServer } = await import('node:http');
  let hits = 0;
  const server = createServer((_, response) => {
    hits += 1;
    response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    const url = `http://127.0.0.1:${address.port}/`;
    expect(await (await fetch(url)).text()).toBe('reached');
    const { app, page } = await start();
    await page.getByRole('heading', { name: 'Make your vault' }).waitFor();
    const tried = await page.evaluate(async (target) => {
      const image = new Image();
      image.src = target;
      document.body.append(image);
      const socket = await new Promise((resolve) => {
        try {
          // eslint-disable-next-line no-restricted-globals -- the test is that it cannot connect
          const made = new WebSocket(target.replace('http', 'ws'));
          made.onopen = () => {
            resolve('open');
          };
          made.onerror = () => {
            resolve('refused');
          };
        } catch {
          resolve('refused');
        }
      });
      const fetched = await fetch(target, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      );
      return [socket, fetched];
    }, url);
    expect(tried).toEqual(['refused', 'refused']);
    const fromMain = await app.evaluate(
      ({ net }, target) =>
        net.fetch(target).then(
          () => 'reached',
          () => 'refused',
        ),
      url,
    );
    expect(fromMain).toBe('refused');
    expect(hits).toBe(1);
  } finally {
    server.close();
  }
});

for (const state of ['locked', 'open'] as const) {
  test(`closing the window ends every process with the vault ${state}`, async () => {
    const { app, page } = await (state === 'open' ? startOpen() : start());
    if (state === 'locked') await page.getByRole('heading', { name: 'Make your vault' }).waitFor();
    const ended = new Promise<void>((resolve) => {
      app.process().once('exit', () => {
        resolve();
      });
    });
    await app.evaluate(({ BrowserWindow }) => {
      // The answer to this call must be out before the process that gives it is gone.
      setTimeout(() => {
        BrowserWindow.getAllWindows()
          .find((each) => each.isVisible())
          ?.close();
      }, 100);
    });
    await ended;
    running = null;
  });
}
