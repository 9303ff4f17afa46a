import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { exportCommand } from '../../../electron/cli/export';
import { restoreVault } from '../../../electron/vault/backup/restore';
import { checkBackup } from '../../../electron/vault/backup/check';
import { inspectBackup } from '../../../electron/vault/backup/inspect';
import { runBackup } from '../../../electron/vault/backup/run';
import { checkClosedVault } from '../../../electron/vault/check/check-closed';
import type { FsLayer } from '../../../electron/vault/fs-layer';
import { realFs } from '../../../electron/vault/fs-layer';
import { codeOf } from '../../helpers/code-of';
import { fillVault } from '../../helpers/filled-vault';
import { makeTestVault, testPassphrase } from '../../helpers/test-vault';
import type { TestVault } from '../../helpers/test-vault';

const control = { signal: new AbortController().signal, progress: () => undefined };
const now = (): Date => new Date();
let work: string;
let made: TestVault;

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  for (const name of ['temp', 'home']) mkdirSync(join(work, name));
  made = await makeTestVault();
  await fillVault(made.vault);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, join(work, 'temp'));
  vi.stubEnv('HOME', join(work, 'home'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await made.close();
  await rm(work, { recursive: true, force: true });
});

/** Looks at every file operation whether anything lies where nothing may. */
function lookingFs(): { readonly layer: FsLayer; readonly looks: () => number } {
  let looks = 0;
  const look = <T>(work_: Promise<T>): Promise<T> => {
    looks += 1;
    expectNothingOutside();
    return work_;
  };
  const layer: FsLayer = {
    create: async (path) => {
      const handle = await look(realFs.create(path));
      return {
        write: (bytes, offset, length) => look(handle.write(bytes, offset, length)),
        sync: () => look(handle.sync()),
        close: () => look(handle.close()),
      };
    },
    rename: (from, to) => look(realFs.rename(from, to)),
    syncFolder: (path) => look(realFs.syncFolder(path)),
    makeFolder: (path) => look(realFs.makeFolder(path)),
    remove: (path) => look(realFs.remove(path)),
  };
  return { layer, looks: () => looks };
}

function expectNothingOutside(): void {
  expect(readdirSync(join(work, 'temp'))).toEqual([]);
  expect(readdirSync(join(work, 'home'))).toEqual([]);
  expect(readdirSync(join(made.folder, '..'))).toEqual(['vault']);
}

it('nothing lies outside the vault at any moment of a backup, a restore, a check or an export', async () => {
  const place = join(work, 'stick');
  const { layer, looks } = lookingFs();
  await runBackup({ ...made.vault, layer }, place, control);
  const [newest] = await inspectBackup(place);
  const target = join(work, 'restored');
  const from = { from: place, snapshot: newest?.id ?? '', secret: testPassphrase, target };
  await restoreVault(from, { control, layer });
  expect(looks()).toBeGreaterThan(60);

  const watching = setInterval(expectNothingOutside, 1);
  try {
    await checkBackup(place, testPassphrase, 'full', { now });
    const report = await checkClosedVault(target, testPassphrase, 'full', {
      now,
      progress: () => {
        expectNothingOutside();
        expect(readdirSync(target)).toContain('scratch');
      },
    });
    expect(report.findings).toEqual([]);
    const out = join(work, 'out');
    await exportCommand({ folder: target, out, secret: testPassphrase }, expectNothingOutside);
    expect(readdirSync(out)).not.toContain('scratch');
  } finally {
    clearInterval(watching);
  }
  expectNothingOutside();
  expect(readdirSync(work).sort()).toEqual(['home', 'out', 'restored', 'stick', 'temp']);
  for (const folder of [made.folder, target]) expect(readdirSync(folder)).not.toContain('scratch');
});

it('locking in the middle of a backup’s trial leaves no scratch space behind', async () => {
  const place = join(work, 'stick');
  let seen: readonly string[] = [];
  const locking = {
    signal: control.signal,
    progress: ({ step }: { step?: string }) => {
      if (step !== 'restoring') return;
      seen = readdirSync(made.folder);
      made.vault.close();
    },
  };
  expect(await codeOf(runBackup(made.vault, place, locking))).not.toBe('no error');
  expect(seen).toContain('scratch');
  expectNothingOutside();
  made = await made.reopen();
  expect(readdirSync(made.folder)).not.toContain('scratch');
});

it('scratch space of a crash goes when the vault is opened, whatever lies in it', async () => {
  made.vault.close();
  mkdirSync(join(made.folder, 'scratch', 'a', 'b'), { recursive: true });
  const { findings } = await checkClosedVault(made.folder, testPassphrase, 'quick', { now });
  expect(findings).toMatchObject([{ code: 'unfinished', places: ['scratch'], harm: false }]);
  made = await made.reopen();
  expect(readdirSync(made.folder)).not.toContain('scratch');
});

it('no file of the app asks the system for its folder of temporary files', () => {
  const root = join(import.meta.dirname, '../../..');
  const files = ['electron', 'renderer', 'shared'].flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(root, part, name),
    ),
  );
  const asking = files.filter(
    (path) =>
      /\.tsx?$/.test(path) && /\btmpdir\b|getPath\('temp'\)|TMPDIR\b(?!')/.test(readFileSync(path, 'utf8')),
  );
  expect(asking).toEqual([]);
});
