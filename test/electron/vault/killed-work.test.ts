import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { checkBackup } from '../../../electron/vault/backup/check';
import { inspectBackup } from '../../../electron/vault/backup/inspect';
import { restoreVault } from '../../../electron/vault/backup/restore';
import { runBackup } from '../../../electron/vault/backup/run';
import { checkClosedVault } from '../../../electron/vault/check/check-closed';
import { holdsVault } from '../../../electron/vault/holds-vault';
import { createVault } from '../../../electron/vault/open-vault';
import { buildScript } from '../../helpers/build-script';
import { codeOf } from '../../helpers/code-of';
import { fillVault } from '../../helpers/filled-vault';
import { makeTestVault, testDeps, testPassphrase, unlockAnswering } from '../../helpers/test-vault';

/** Kills at every operation with HOLDFAST_KILLS=1000; else at every third of the longer works. */
const stride = Number(process.env.HOLDFAST_KILLS ?? 20) >= 1000 ? 1 : 3;
const root = join(import.meta.dirname, '../../..');
const control = { signal: new AbortController().signal, progress: () => undefined };
const now = (): Date => new Date();
let tools: string;
let script: string;
let work: string;

beforeAll(async () => {
  tools = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  script = join(tools, 'killed-work.cjs');
  await buildScript('killed-work', script);
});
afterAll(() => rm(tools, { recursive: true, force: true }));
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  for (const name of ['home', 'temp']) mkdirSync(join(work, name));
});
afterEach(() => rm(work, { recursive: true, force: true }));

const vault = (): string => join(work, 'vault');
const place = (): string => join(work, 'stick');

/** Does the work in a process of its own that is killed at its n-th file operation; true when it got to the end before. */
function doAndKill(what: 'make' | 'restore' | 'backup', nth: number): boolean {
  const { stdout } = spawnSync(process.execPath, [script, what, String(nth), vault(), place()], {
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_PATH: join(root, 'node_modules'),
      HOME: join(work, 'home'),
      TMPDIR: join(work, 'temp'),
    },
  });
  return stdout.includes('done');
}

/** Nothing of ours may lie anywhere but in the vault and in the place that somebody chose for the backup. */
function expectNothingOutside(): void {
  expect(readdirSync(join(work, 'temp'))).toEqual([]);
  expect(readdirSync(join(work, 'home'))).toEqual([]);
  expect(readdirSync(work).filter((name) => !['home', 'temp', 'vault', 'stick'].includes(name))).toEqual([]);
}

async function makeAgain(): Promise<void> {
  const about = { passphrase: testPassphrase, name: 'A', officeName: 'B' };
  (await createVault({ folder: vault(), ...about }, testDeps())).close();
}

async function expectWhole(files: number): Promise<void> {
  const open = await unlockAnswering(vault());
  expect(open.context.db.prepare('SELECT count(*) FROM files').pluck().get()).toBe(files);
  open.close();
  expect((await checkClosedVault(vault(), testPassphrase, 'full', { now })).findings).toEqual([]);
  expect(readdirSync(vault())).not.toContain('scratch');
}

it('a vault whose making is killed at any operation is there, or is made by trying again', async () => {
  let cutOff = 0;
  for (let nth = 1; !doAndKill('make', nth); nth += 1) {
    expectNothingOutside();
    if (!holdsVault(vault())) {
      cutOff += 1;
      await makeAgain();
    }
    await expectWhole(0);
    await rm(vault(), { recursive: true });
  }
  expect(cutOff).toBeGreaterThan(5);
  await expectWhole(0);
}, 600_000);

it.each([
  ['a database without a byte and nothing else', ['vault.db']],
  ['a database without a byte, its empty log and an empty folder', ['vault.db', 'vault.db-wal', 'evidence/']],
  ['what a file manager puts beside it', ['vault.db', '.DS_Store', 'evidence/', 'evidence/.DS_Store']],
])('a vault can be made where %s lies', async (_what, names) => {
  mkdirSync(vault());
  for (const name of names) {
    if (name.endsWith('/')) mkdirSync(join(vault(), name));
    else writeFileSync(join(vault(), name), '');
  }
  expect(holdsVault(vault())).toBe(false);
  await makeAgain();
  await expectWhole(0);
});

it.each([
  ['a log with something in it', ['vault.db', 'vault.db-wal=x']],
  ['a database with something in it', ['vault.db=x']],
  ['sealed files', ['vault.db', 'evidence/', 'evidence/ab=x']],
  ['a key file', ['vault.db', 'vault.json=x']],
])('no vault is made over %s', async (_what, names) => {
  mkdirSync(vault());
  for (const name of names) {
    const [path = '', content = ''] = name.split('=');
    if (path.endsWith('/')) mkdirSync(join(vault(), path));
    else writeFileSync(join(vault(), path), content);
  }
  expect(holdsVault(vault())).toBe(true);
  expect(await codeOf(makeAgain())).toBe('vault-exists');
});

async function fill(): Promise<void> {
  const made = await makeTestVault();
  await fillVault(made.vault);
  await runBackup(made.vault, place(), control);
  made.vault.close();
  await cp(made.folder, vault(), { recursive: true });
  await made.close();
}

it('a restore that is killed at any operation is there, or is restored or made anew by trying again', async () => {
  await fill();
  await rm(vault(), { recursive: true });
  let cutOff = 0;
  for (let nth = 1; !doAndKill('restore', nth); nth += stride) {
    expectNothingOutside();
    if (!holdsVault(vault())) {
      cutOff += 1;
      if (cutOff % 4 === 0) {
        // Whoever would rather begin anew is not kept from it by what is left.
        await makeAgain();
        await rm(vault(), { recursive: true });
      }
      const [newest] = await inspectBackup(place());
      const from = { from: place(), snapshot: newest?.id ?? '', secret: testPassphrase, target: vault() };
      await restoreVault(from, { control });
    }
    await expectWhole(6);
    await rm(vault(), { recursive: true });
  }
  expect(cutOff).toBeGreaterThan(5);
  await expectWhole(6);
}, 600_000);

it('a backup that is killed at any operation leaves nothing outside the vault, and the backups before it whole', async () => {
  await fill();
  let cutOff = 0;
  for (let nth = 1; !doAndKill('backup', nth); nth += stride) {
    cutOff += 1;
    expectNothingOutside();
    const report = await checkBackup(place(), testPassphrase, 'full', { now });
    expect(report.findings.filter(({ harm }) => harm)).toEqual([]);
    await expectWhole(6);
  }
  expect(cutOff).toBeGreaterThan(3);
  expect((await checkBackup(place(), testPassphrase, 'full', { now })).findings).toEqual([]);
}, 600_000);

it('what earlier versions left beside the vault of a restore that was cut off goes when the vault is opened', async () => {
  await makeAgain();
  const left = `${vault()}.restoring`;
  mkdirSync(join(left, 'evidence', 'ab'), { recursive: true });
  writeFileSync(join(left, 'vault.db'), 'rows');
  await expectWhole(0);
  expect(existsSync(left)).toBe(false);
  mkdirSync(left);
  writeFileSync(join(left, 'letter.txt'), 'somebody’s own');
  await expectWhole(0);
  expect(readdirSync(left)).toEqual(['letter.txt']);
});
