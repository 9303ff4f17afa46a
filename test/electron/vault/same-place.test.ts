import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createVault, unlockVault } from '../../../electron/vault/open-vault';
import type { OpenVault } from '../../../electron/vault/open-vault';
import { isRenewed } from '../../../electron/vault/series-renewal';
import { whenMade } from '../../../electron/vault/same-place';
import { noAnswers } from '../../../shared/models/opening';
import type { OpeningAnswers } from '../../../shared/models/opening';
import { codeOf } from '../../helpers/code-of';
import { useTempFolders } from '../../helpers/temp-folder';
import { testDeps, testPassphrase } from '../../helpers/test-vault';

const tempFolder = useTempFolders();
let parent = '';
let folder = '';
let open: OpenVault | null = null;

async function unlock(at: string, place: OpeningAnswers['place'] = null): Promise<OpenVault> {
  open?.close();
  open = null;
  const answers = { ...noAnswers, place };
  open = await unlockVault({ folder: at, passphrase: testPassphrase, answers }, testDeps());
  return open;
}
const copyOf = (): string => {
  const copy = join(parent, 'copy');
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
  return copy;
};

beforeEach(async () => {
  parent = await tempFolder();
  folder = join(parent, 'vault');
  const made = { folder, passphrase: testPassphrase, name: 'Asha', officeName: 'Harbour' };
  (await createVault(made, testDeps())).close();
});
afterEach(() => {
  open?.close();
  open = null;
});

it('a vault in its own folder is not asked about, wherever that folder is moved on its disk', async () => {
  await unlock(folder);
  open?.close();
  renameSync(folder, join(parent, 'elsewhere'));
  await unlock(join(parent, 'elsewhere'));
});

it('a vault whose folder is a copy is asked about before anything is written', async () => {
  const copy = copyOf();
  expect(await codeOf(() => unlock(copy))).toBe('place-asked');
  expect(await codeOf(() => unlock(copy))).toBe('place-asked');
  const { context } = await unlock(copy, 'moved');
  const acts = context.db.prepare('SELECT action FROM audit ORDER BY seq').pluck().all();
  expect(acts).toEqual(['vault.create', 'vault.lock', 'vault.place', 'vault.unlock']);
  expect(isRenewed(context.db)).toBe(false);
  // Once answered it is this vault's folder; the first one is still the folder of the first.
  await unlock(copy);
  await unlock(folder);
});

it('copying a vault opens a new series with a mark of its own, and the one that was copied goes on', async () => {
  const copy = copyOf();
  expect(isRenewed((await unlock(copy, 'copy')).context.db)).toBe(true);
  await unlock(copy);
  expect(isRenewed((await unlock(folder)).context.db)).toBe(false);
});

it('a vault of an earlier Holdfast notes its folder and asks nothing', async () => {
  const { context } = await unlock(folder);
  context.db.prepare("DELETE FROM settings WHERE name = 'vault.folder-made'").run();
  const { db } = (await unlock(folder)).context;
  expect(db.prepare("SELECT count(*) FROM settings WHERE name = 'vault.folder-made'").pluck().get()).toBe(1);
});

it('when a folder was made does not change with what it holds', () => {
  const made = whenMade(folder);
  expect(made).toMatch(/^\d+$/);
  writeFileSync(join(folder, 'a'), '');
  rmSync(join(folder, 'a'));
  expect(whenMade(folder)).toBe(made);
});
