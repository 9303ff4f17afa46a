import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { smallPng } from '../helpers/evidence-fixtures';
import { chooseToOpen, startApp } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { makeCase } from './helpers/import';
import { pressByKeyboard } from './helpers/keyboard';
import { makeVaultThroughTheDoor } from './helpers/vault';

const words = ['harbour', 'quiet', 'seven', 'lantern', 'meadow', 'copper'];
/** Enough that a kill after the first few falls into the middle. */
const count = 80;

let folder = '';
let files = '';
let running: RunningApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-import-'));
  files = join(folder, 'files');
  mkdirSync(files);
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

async function openCase(): Promise<{ readonly running: RunningApp; readonly caseId: string }> {
  running = await startApp(join(folder, 'vault'));
  const { page } = running;
  await makeVaultThroughTheDoor(page, words);
  const caseId = await makeCase(page);
  return { running, caseId };
}

async function toEvidence(page: Page): Promise<void> {
  await pressByKeyboard(page, page.getByRole('row').filter({ hasText: 'K-1' }));
  await pressByKeyboard(page, page.getByRole('navigation').getByRole('button', { name: 'Evidence' }));
  await page.getByRole('heading', { name: 'Evidence', exact: true }).waitFor();
}

const items = (page: Page, caseId: string): Promise<readonly { fileName: string; sha256: string }[]> =>
  page.evaluate(async (id) => {
    const answer = await window.holdfast.evidence.list({ caseId: id });
    return answer.ok ? answer.value.map(({ fileName, sha256 }) => ({ fileName, sha256 })) : [];
  }, caseId);

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

test('an import that a crash ends is told of, goes on, and has every file in it once', async () => {
  for (let index = 0; index < count; index += 1)
    writeFileSync(join(files, `shot-${String(index).padStart(3, '0')}.png`), smallPng(index));
  const { running: started, caseId } = await openCase();
  const { app, page } = started;
  await toEvidence(page);
  await chooseToOpen(app, [files]);
  await pressByKeyboard(page, page.getByRole('button', { name: 'Add a folder' }).first());
  // Killed when it has begun and is far from its end.
  await expect.poll(async () => (await items(page, caseId)).length, { intervals: [20] }).toBeGreaterThan(4);
  const pid = await app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Holdfast vault')?.pid ?? 0,
  );
  process.kill(pid, 'SIGKILL');

  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  await page.getByLabel('Passphrase').fill(words.join(' '));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  const before = await items(page, caseId);
  expect(before.length).toBeGreaterThan(4);
  expect(before.length).toBeLessThan(count);
  await toEvidence(page);
  await expect(page.getByText('An import was interrupted')).toBeVisible();
  await expectAccessible(page);

  await pressByKeyboard(page, page.getByRole('button', { name: 'Go on with it' }));
  await page.getByRole('button', { name: 'See every file' }).waitFor();
  await expect(page.getByText('An import was interrupted')).toBeHidden();
  const after = await items(page, caseId);
  const sums = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, sha256(join(files, name))]));
  expect(Object.fromEntries(after.map((item) => [item.fileName, item.sha256]))).toEqual(
    sums(readdirSync(files)),
  );
  expect(after).toHaveLength(count);
});

test('a folder that is taken in again adds what is new, and what failed is tried again', async () => {
  writeFileSync(join(files, 'one.png'), smallPng(1));
  writeFileSync(join(files, 'two.png'), smallPng(2));
  const { running: started, caseId } = await openCase();
  const { app, page } = started;
  await toEvidence(page);
  await chooseToOpen(app, [files]);
  await pressByKeyboard(page, page.getByRole('button', { name: 'Add a folder' }).first());
  await expect(page.getByText('All 2 files went in.')).toBeVisible();
  await pressByKeyboard(page, page.getByRole('button', { name: 'Dismiss' }));

  writeFileSync(join(files, 'three.png'), smallPng(3));
  await pressByKeyboard(page, page.getByRole('button', { name: 'Add a folder' }).first());
  await expect(page.getByText('1 of 3 files went in.')).toBeVisible();
  await expect(page.getByText('2 were already here.')).toBeVisible();
  expect(await items(page, caseId)).toHaveLength(3);
  await pressByKeyboard(page, page.getByRole('button', { name: 'Dismiss' }));

  // A file that is gone when its turn comes fails alone, and goes in when it is back.
  const late = join(files, 'late.png');
  await chooseToOpen(app, [join(files, 'one.png'), late]);
  await pressByKeyboard(page, page.getByRole('button', { name: 'Add files' }).first());
  await expect(page.getByText('1 did not go in.')).toBeVisible();
  await pressByKeyboard(page, page.getByRole('button', { name: 'See every file' }));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /late\.png/ })).toContainText('Did not go in');
  await expectAccessible(page);
  await pressByKeyboard(page, dialog.getByRole('button', { name: 'Close' }));
  writeFileSync(late, smallPng(4));
  await pressByKeyboard(page, page.getByRole('button', { name: 'Try the rest again' }));
  await expect(page.getByText('All 1 file went in.').or(page.getByText('1 of 1'))).toBeVisible();
  expect((await items(page, caseId)).map(({ fileName }) => fileName)).toContain('late.png');
});
