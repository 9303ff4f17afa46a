import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import * as z from 'zod';
import { buildSandboxed } from '../../scripts/build.mjs';
import { allRows } from '../../electron/vault/rows/rows';
import { testDeps, unlockAnswering } from '../helpers/test-vault';
import { chooseToOpen } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { makeCase, takeIn } from './helpers/import';
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
  const caseId = await makeCase(page);
  // Padded each to its own length: the same content twice is one exhibit.
  for (const [index, [name, order]] of Object.entries(orders).entries())
    writeFileSync(join(folder, name), order.padEnd(50 + index));
  await chooseToOpen(
    app,
    Object.keys(orders).map((name) => join(folder, name)),
  );
  const { job, items } = await takeIn(page, caseId);
  expect([job.state, items.length]).toEqual(['done', 7]);
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
