import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chooseToOpen, resize } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { makeCase } from './helpers/import';
import { root } from './helpers/runtime';
import { startOnNewVault } from './helpers/vault';

const evidence = join(root, 'resources', 'sample-case', 'evidence');
const shot = join(evidence, 'Screenshot_20260104_221507_WhatsApp.jpg');
const passphrase = 'seven quiet herons landing';
const pictures = process.env.HOLDFAST_PICTURES;
let folder = '';
let running: RunningApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-text-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<RunningApp> {
  running = await startOnNewVault(join(folder, 'vault'), { name: 'Asha', passphrase });
  return running;
}

const goTo = (page: Page, room: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(room) })
    .click();

async function take(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

async function openCase(page: Page): Promise<void> {
  await makeCase(page, 'HF-0777');
  await page.getByRole('row').filter({ hasText: 'HF-0777' }).click();
  await goTo(page, 'Evidence');
}

async function add({ app, page }: RunningApp, paths: readonly string[]): Promise<void> {
  await chooseToOpen(app, paths);
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await page.getByRole('button', { name: 'See every file' }).waitFor();
}

/** Notes from now on what the labs ask for, and refuses what the app refuses. */
async function noteLabRequests(app: RunningApp['app']): Promise<void> {
  await app.evaluate(({ session }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { askedByLabs: asked });
    session.fromPartition('holdfast-lab-app').webRequest.onBeforeRequest(({ url }, answer) => {
      asked.push(url);
      answer({ cancel: !/^(lab|blob|data):/u.test(url) });
    });
  });
}
const askedByLabs = (app: RunningApp['app']): Promise<string[]> =>
  app.evaluate(() => Reflect.get(globalThis, 'askedByLabs') as string[]);

/** How many pages wait or have failed. */
const left = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = await window.holdfast.text.state({});
    return answer.ok ? `${answer.value.waiting} waiting, ${answer.value.failed} failed` : answer.error.code;
  });

test('a screenshot is read, found by its words, corrected, and its words go into an entry', async () => {
  const now = await start();
  const { app, page } = now;
  await openCase(page);
  await noteLabRequests(app);
  await add(now, [shot]);
  await expect.poll(() => left(page)).toBe('0 waiting, 0 failed');
  // Both labs came from their own folder, and nothing was asked for anywhere else.
  const asked = await askedByLabs(app);
  expect(asked).toContain('lab://app/lab.js');
  expect(asked.filter((url) => !/^(lab:\/\/app\/|blob:lab:)/u.test(url))).toEqual([]);

  await page.getByRole('row').first().click();
  await page.getByRole('tab', { name: 'Text' }).click();
  const said = page.getByRole('region', { name: 'What it says' });
  await expect(said).not.toBeEmpty();
  const words = (await said.innerText()).split(/\s+/u).filter((word) => /^[a-z]{5,}$/iu.test(word));
  expect(words.length).toBeGreaterThan(5);
  await expectAccessible(page);

  // The text can be selected above the picture itself, once the picture is shown.
  await page.getByRole('button', { name: 'Show this picture' }).click();
  await expect(page.locator('.text-layer tspan').first()).toBeAttached();
  await page
    .getByRole('button', { name: /^Show the place of/u })
    .first()
    .click();
  await expect(page.locator('.text-layer .mark')).toBeVisible();
  await take(page, 'text-tab');
  await expectAccessible(page);

  // Found by its words, and shown with the words around them.
  await page.getByRole('button', { name: 'Search this case' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill(words[3] ?? '');
  await expect(dialog.locator('mark').first()).toHaveText(new RegExp(words[3] ?? '', 'iu'));
  await take(page, 'text-search');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });

  // A time read off the picture becomes a fact when a person says which day, and why.
  await page
    .getByRole('button', { name: /^Use as the time shown/u })
    .first()
    .click();
  await dialog.getByLabel('Why').fill('The clock at the top of the screen');
  await take(page, 'text-use');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Keep as the time shown' }).click();
  await dialog.waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: 'Correct' }).click();
  await dialog.getByRole('textbox').fill('These are the right words, pelargonium');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.getByText(/^Corrected by Asha on/u)).toBeVisible();
  await page.getByRole('button', { name: 'Show what the computer read' }).click();
  await expect(said).toContainText(words[3] ?? '');
  await page.getByRole('button', { name: 'Show the correction' }).click();
  await goTo(page, 'Evidence');
  await page.getByRole('searchbox').fill('pelargo');
  await expect(page.getByRole('row')).toHaveCount(1);
  await expect(page.locator('.tile mark')).toHaveText('pelargonium');
  await page.getByRole('searchbox').fill('nothing like it');
  await expect(page.getByText('No exhibit is like that.')).toBeVisible();
  await page.getByRole('searchbox').fill('');

  await page.getByRole('row').first().click();
  await page.getByRole('tab', { name: 'Text' }).click();
  await page.getByRole('button', { name: 'New entry from this text' }).click();
  await expect(page.getByLabel(/exact words/iu)).toHaveValue('These are the right words, pelargonium');
  await page.getByLabel('In a few words').fill('The message');
  await page.getByRole('button', { name: 'Save entry' }).click();
  await expect(page.getByRole('option').filter({ hasText: 'The message' })).toBeVisible();

  await page.getByRole('navigation').getByRole('button', { name: /Vault/u }).click();
  await expect(page.getByRole('heading', { name: 'Reading text in pictures' })).toBeVisible();
  await page.getByRole('heading', { name: 'Reading text in pictures' }).scrollIntoViewIfNeeded();
  await take(page, 'text-card');
  await expectAccessible(page);
  expect(now.complaints).toEqual([]);
});

test('reading goes on where it was after the process was killed in the middle of it', async () => {
  const first = await start();
  await openCase(first.page);
  await add(first, [
    shot,
    join(evidence, 'Screenshot_20260118_073344_WhatsApp.jpg'),
    join(evidence, 'Screenshot_20260203-191822.png'),
    join(evidence, 'police email 6 oct.pdf'),
  ]);
  await expect.poll(() => left(first.page)).toMatch(/^[1-9] waiting/u);
  await first.app.evaluate(({ app }) => {
    const vault = app.getAppMetrics().find(({ name }) => name === 'Holdfast vault');
    if (vault !== undefined) process.kill(vault.pid, 'SIGKILL');
  });
  await first.page.getByRole('heading', { name: 'Unlock' }).waitFor();
  await first.page.getByLabel('Passphrase').fill(passphrase);
  await first.page.keyboard.press('Enter');
  await first.page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await expect.poll(() => left(first.page)).toBe('0 waiting, 0 failed');
});

test('a lab that is killed costs the page it was reading, which can be tried again', async () => {
  const now = await start();
  const { app, page } = now;
  await openCase(page);
  await add(now, [shot, join(evidence, 'Screenshot_20260118_073344_WhatsApp.jpg')]);
  const failed = async (): Promise<number> => Number(/(\d+) failed/u.exec(await left(page))?.[1]);
  await expect
    .poll(
      async () => {
        await app.evaluate(({ BrowserWindow }) => {
          // The first lab decodes; the newer one reads, as soon as it is there.
          const labs = BrowserWindow.getAllWindows().filter(({ webContents }) =>
            webContents.getURL().startsWith('lab:'),
          );
          const newer = labs.sort((one, other) => other.id - one.id)[0];
          if (labs.length > 1 && newer?.webContents.isLoading() === false)
            newer.webContents.forcefullyCrashRenderer();
        });
        return failed();
      },
      { intervals: [250] },
    )
    .toBeGreaterThan(0);
  await expect.poll(() => left(page)).toMatch(/^0 waiting/u);
  await page.getByRole('navigation').getByRole('button', { name: /Vault/u }).click();
  await expect(page.getByRole('heading', { name: /could not be read/u })).toBeVisible();
  await resize(app, page, { width: 1280, height: 800, zoom: 2 });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Try all of them again' }).click();
  await expect.poll(() => left(page)).toBe('0 waiting, 0 failed');
});
