/** What is copied in Holdfast and how long it stays on the system's clipboards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import { pressInWindow } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { startOnNewVault } from './helpers/vault';

const planted = 'quillonberry Road';
/** As the caseload quotes it. */
const quoted = `“${planted}”`;

let folder = '';
let running: RunningApp;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-copying-'));
  running = await startOnNewVault(join(folder, 'vault'));
  const { page } = running;
  await page.evaluate(async (alias) => {
    await window.holdfast.cases.create({
      reference: 'CO-1',
      alias,
      exhibitInitials: 'CO',
      safeContact: { rule: 'By letter only' },
    });
  }, planted);
  await page.getByText(planted).first().waitFor();
});
test.afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const clipboardOf = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText());

/** Lets the minute that a copy stays go by in some seconds. */
const hurry = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const real = globalThis.setTimeout;
    const quick = (work: () => void, after = 0): NodeJS.Timeout =>
      real(work, after === 60_000 ? 5_000 : after);
    Object.assign(globalThis, { setTimeout: quick });
  });

/** Selects the alias of the case on the caseload. */
async function selectAlias({ page }: RunningApp): Promise<void> {
  await page
    .getByText(planted)
    .first()
    .evaluate((element) => getSelection()?.selectAllChildren(element));
}

test('text copied from the page leaves the clipboard after a minute, unless something else stands there', async () => {
  const { app } = running;
  await selectAlias(running);
  await pressInWindow(app, 'C', ['control']);
  await expect.poll(() => clipboardOf(app)).toBe(quoted);
  // The minute of the copy above has begun before it was made short; each copy begins its own.
  await hurry(app);
  await pressInWindow(app, 'C', ['control']);
  await expect.poll(() => clipboardOf(app)).toBe('');

  await pressInWindow(app, 'C', ['control']);
  await expect.poll(() => clipboardOf(app)).toBe(quoted);
  await app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('a shopping list');
  });
  await pressInWindow(app, 'L', ['control']);
  await running.page.getByRole('heading', { name: 'Unlock' }).waitFor();
  expect(await clipboardOf(app)).toBe('a shopping list');
});

test('text cut out of a field is on the clipboard, can be put back, and goes when the app locks', async () => {
  const { app, page } = running;
  await page.getByRole('button', { name: 'New case' }).first().click();
  const field = page.getByRole('textbox').first();
  await field.fill('Elder Lane 4');
  await field.selectText();
  await pressInWindow(app, 'X', ['control']);
  await expect(field).toHaveValue('');
  await expect.poll(() => clipboardOf(app)).toBe('Elder Lane 4');
  await pressInWindow(app, 'Z', ['control']);
  await expect(field).toHaveValue('Elder Lane 4');
  await field.fill('');
  await pressInWindow(app, 'V', ['control']);
  await expect(field).toHaveValue('Elder Lane 4');

  await pressInWindow(app, 'L', ['control']);
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  expect(await clipboardOf(app)).toBe('');
});

test('a passphrase is copied by no key', async () => {
  const { app, page } = running;
  await pressInWindow(app, 'L', ['control']);
  const field = page.getByLabel('Passphrase');
  await field.fill('seven quiet herons');
  await field.selectText();
  await pressInWindow(app, 'C', ['control']);
  await pressInWindow(app, 'X', ['control']);
  await expect(field).toHaveValue('seven quiet herons');
  expect(await clipboardOf(app)).toBe('');
});

test('what was selected leaves the clipboard of selections when the app locks', async () => {
  test.skip(process.platform !== 'linux', 'only Linux has a clipboard for what is selected');
  const { app, page } = running;
  const selected = (): Promise<string> =>
    app.evaluate(async ({ clipboard }) =>
      String(await (clipboard.readText as (type: string) => unknown)('selection')),
    );
  await page.getByText(planted).first().click({ clickCount: 3 });
  await expect.poll(selected).toContain('quillonberry');
  await pressInWindow(app, 'L', ['control']);
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  await expect.poll(selected).toBe('');
});

test('the window is kept out of screenshots until somebody wants it to be seen, and again once it is locked', async () => {
  const { app, page } = running;
  // No system here can show it: what the window is told is listened to.
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.isVisible());
    const told: boolean[] = [];
    Reflect.set(globalThis, 'told', told);
    if (window !== undefined) window.setContentProtection = (on) => void told.push(on);
  });
  const told = (): Promise<unknown> => app.evaluate(() => Reflect.get(globalThis, 'told') as unknown);
  expect(await page.evaluate(() => window.holdfast.screen.get({}))).toEqual({
    ok: true,
    value: { isPrivate: true },
  });
  await page.evaluate(() => window.holdfast.screen.set({ isPrivate: false }));
  await expect.poll(told).toEqual([false]);
  await pressInWindow(app, 'L', ['control']);
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  expect(await told()).toEqual([false, true]);
  await page.evaluate(() => window.holdfast.door.unlock({ passphrase: 'seven quiet herons landing' }));
  await expect.poll(told).toEqual([false, true, false]);
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await page.getByRole('navigation').getByRole('button', { name: /Vault/u }).click();
  await expect(page.getByText(/On Linux a program cannot keep its window out/u)).toBeVisible({
    visible: process.platform === 'linux',
  });
});
