import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBackup } from '../../../../electron/vault/backup/check';
import { runBackup } from '../../../../electron/vault/backup/run';
import { checkClosedVault } from '../../../../electron/vault/check/check-closed';
import { unlockVault } from '../../../../electron/vault/open-vault';
import type { CheckReport } from '../../../../shared/models/vault';
import { codeOf } from '../../../helpers/code-of';
import { damages } from '../../../helpers/damage';
import { fillVault } from '../../../helpers/filled-vault';
import { makeTestVault, testDeps, testPassphrase } from '../../../helpers/test-vault';

/** Places tried in each file; 200 with HOLDFAST_FLIPS=200, each about a twentieth of a second. */
const places = Number(process.env.HOLDFAST_FLIPS ?? 20);
const now = (): Date => new Date();
const control = { signal: new AbortController().signal, progress: () => undefined };

let work: string;
let vault: string;
let backup: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  vault = join(work, 'vault');
  backup = join(work, 'backup');
  const made = await makeTestVault();
  await fillVault(made.vault);
  await runBackup(made.vault, backup, control);
  await runBackup(made.vault, backup, control);
  made.vault.close();
  await cp(made.folder, vault, { recursive: true });
  await made.close();
  // A failed unlock leaves a file of its own.
  await codeOf(() => unlockVault({ folder: vault, passphrase: 'not this one at all' }, testDeps()));
});
afterAll(() => rm(work, { recursive: true, force: true }));

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .sort();

const checkVault = (): Promise<CheckReport> => checkClosedVault(vault, testPassphrase, 'full', { now });
const checkCopies = (): Promise<CheckReport> => checkBackup(backup, testPassphrase, 'full', { now });

/** True when the check finds harm or cannot even begin. */
async function finds(check: () => Promise<CheckReport>): Promise<boolean> {
  try {
    return !(await check()).ok;
  } catch {
    return true;
  }
}

describe('a check of a vault at rest', () => {
  it('finds nothing in a good one, and changes no byte of it', async () => {
    const before = filesIn(vault).map((path) => [path, readFileSync(path).toString('base64')]);
    const report = await checkVault();
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ ok: true, files: 6, auditEntries: expect.any(Number) as number });
    expect(report.pages).toBeGreaterThan(10);
    expect(filesIn(vault).map((path) => [path, readFileSync(path).toString('base64')])).toEqual(before);
  });

  it('has the files it should have to be a test of every kind', () => {
    const names = filesIn(vault).map((path) => path.slice(vault.length + 1));
    expect(names).toEqual(
      expect.arrayContaining(['attempts.json', 'vault.db', 'vault.json', 'vault.prev.json']),
    );
    expect(names.filter((name) => name.startsWith('evidence'))).toHaveLength(6);
  });

  it('wants the passphrase, and says so when it is wrong', async () => {
    expect(await codeOf(() => checkClosedVault(vault, 'something else here', 'full', { now }))).toBe(
      'wrong-passphrase',
    );
  });

  it(`finds any damage, however small, at ${places} places of every file`, async () => {
    const missed: string[] = [];
    for (const path of filesIn(vault)) {
      const whole = readFileSync(path);
      for (let place = 0; place < places; place += 1) {
        const [name = '', damage] = Object.entries(damages)[place % Object.keys(damages).length] ?? [];
        writeFileSync(path, damage?.(whole) ?? '');
        if (!(await finds(checkVault))) missed.push(`${path.slice(vault.length)}: ${name}`);
      }
      writeFileSync(path, whole);
    }
    expect(missed).toEqual([]);
    expect((await checkVault()).findings).toEqual([]);
  }, 1_800_000);

  it('finds a file that is missing, one too many, and two that have changed places', async () => {
    const [one = '', two = ''] = filesIn(join(vault, 'evidence'));
    const [first, second] = [readFileSync(one), readFileSync(two)];
    writeFileSync(one, second);
    writeFileSync(two, first);
    expect((await checkVault()).findings).toMatchObject([{ code: 'file-damaged', count: 2 }]);
    writeFileSync(two, second);
    await rm(one);
    expect((await checkVault()).findings).toMatchObject([{ code: 'file-missing', count: 1 }]);
    writeFileSync(one, first);
    writeFileSync(join(vault, 'holiday.txt'), 'x');
    expect((await checkVault()).findings).toMatchObject([{ code: 'stranger', places: ['holiday.txt'] }]);
    await rm(join(vault, 'holiday.txt'));
  });

  it('calls what a crash leaves harmless', async () => {
    writeFileSync(join(vault, 'holdfast-0123456789ab.part'), 'x');
    const report = await checkVault();
    expect(report.ok).toBe(true);
    expect(report.findings).toMatchObject([{ code: 'unfinished', harm: false }]);
    await rm(join(vault, 'holdfast-0123456789ab.part'));
  });
});

describe('a check of a backup', () => {
  it('finds nothing in a good one', async () => {
    expect((await checkCopies()).findings).toEqual([]);
  });

  it(`finds any damage, however small, at ${places} places of every file`, async () => {
    const missed: string[] = [];
    for (const path of filesIn(backup)) {
      const whole = readFileSync(path);
      for (let place = 0; place < places; place += 1) {
        const [name = '', damage] = Object.entries(damages)[place % Object.keys(damages).length] ?? [];
        writeFileSync(path, damage?.(whole) ?? '');
        if (!(await finds(checkCopies))) missed.push(`${path.slice(backup.length)}: ${name}`);
      }
      writeFileSync(path, whole);
    }
    expect(missed).toEqual([]);
    expect((await checkCopies()).findings).toEqual([]);
  }, 1_800_000);
});
