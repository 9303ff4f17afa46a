import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import * as z from 'zod';
// Says what `window.holdfast` is.
import type {} from '../../renderer/kit/bridge';
import { buildSandboxed } from '../../scripts/build.mjs';
import { allRows } from '../../electron/vault/rows/rows';
import { testDeps, unlockAnswering } from '../helpers/test-vault';
import { chooseToOpen } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { root } from './helpers/runtime';
import { startOnNewVault } from './helpers/vault';

let folder = '';
let running: RunningApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-planted-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

/** The app as it is built, but for one reader, which a stranger has taken over. */
async function plantedBuild(): Promise<string> {
  const built = join(folder, 'app', 'out');
  mkdirSync(built, { recursive: true });
  cpSync(join(root, 'out'), built, { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'app', 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'app', 'node_modules'));
  for (const script of ['plain', 'words', 'all'])
    await buildSandboxed(join(root, 'test/e2e/planted/reader.ts'), join(built, `reading-room/${script}.js`));
  return built;
}

/** Files of words, in this order; each says what the reader does with it. */
const orders = {
  'a.txt': 'plain',
  'b.txt': 'look',
  'c.txt': 'loop',
  'd.txt': 'grow',
  'd2.txt': 'forge',
  'e.txt': 'look',
  'f.txt': 'plain',
};
const read = z.object({
  name: z.string(),
  reading: z.string(),
  reason: z.string().nullable(),
  text: z.string().nullable(),
});

test('a reader that a stranger has taken over gets nothing, is ended, and the import goes on', async () => {
  test.setTimeout(300_000);
  const passphrase = 'a passphrase for tests only';
  running = await startOnNewVault(join(folder, 'vault'), { passphrase, built: await plantedBuild() });
  const { app, page } = running;
  await page
    .getByRole('button', { name: /new case|first case/i })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reference').fill('HF-0901');
  await dialog.getByLabel('Known as').fill('Wren');
  await dialog.getByLabel('Exhibit initials').fill('rw');
  await dialog.getByLabel('The rule, in one line').fill('Text only, after six.');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const referral = page.getByRole('dialog', { name: 'Referral' });
  await referral.getByRole('button', { name: 'Cancel' }).click();
  await referral.waitFor({ state: 'detached' });
  const room = page.getByRole('navigation').getByRole('button', { name: 'Evidence' });
  const row = page.getByRole('row').filter({ hasText: 'HF-0901' });
  await row.or(room).first().waitFor();
  if (!(await room.isVisible())) await row.click();
  await room.click();
  // Padded each to its own length: the same content twice is one exhibit.
  for (const [index, [name, order]] of Object.entries(orders).entries())
    writeFileSync(join(folder, name), order.padEnd(50 + index));
  await chooseToOpen(
    app,
    Object.keys(orders).map((name) => join(folder, name)),
  );
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await page.getByText('7 files went in').waitFor();
  // Each of them is read after that.
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const jobs = await window.holdfast.jobs.list({});
          return jobs.ok && jobs.value.every(({ state }) => state !== 'running');
        }),
      { timeout: 120_000 },
    )
    .toBe(true);
  // The main process and the vault are those from before: nothing of the app came down.
  expect(running.complaints).toEqual([]);
  await running.close();
  running = null;

  const vault = await unlockAnswering(join(folder, 'vault'), testDeps());
  try {
    const rows = allRows(
      vault.context.db,
      read,
      `SELECT e.file_name AS name, e.reading, e.reading_reason AS reason, t.text
       FROM evidence e LEFT JOIN text_pages t ON t.item_id = e.id ORDER BY e.file_name`,
    );
    const by = new Map(rows.map((each) => [each.name, each]));
    for (const name of ['a.txt', 'f.txt']) expect(by.get(name)?.text).toBe('{"read":"plain"}');
    expect(by.get('c.txt')).toMatchObject({ reading: 'failed', reason: 'reader-timeout' });
    expect(by.get('d.txt')).toMatchObject({ reading: 'failed', reason: 'unreadable-file' });
    expect(by.get('d2.txt')).toMatchObject({ reading: 'failed', reason: 'unreadable-file' });
    for (const name of ['b.txt', 'e.txt']) {
      const found = z.record(z.string(), z.string()).parse(JSON.parse(by.get(name)?.text ?? '{}'));
      expect(Object.keys(found)).toHaveLength(17);
      expect(Object.entries(found).filter(([, got]) => got !== 'nothing')).toEqual([]);
    }
  } finally {
    vault.close();
  }
});
