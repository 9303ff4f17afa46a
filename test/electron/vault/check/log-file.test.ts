import { readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkClosedVault } from '../../../../electron/vault/check/check-closed';
import { readLog } from '../../../../electron/vault/check/log-file';
import { fillVault } from '../../../helpers/filled-vault';
import { makeTestVault, testPassphrase } from '../../../helpers/test-vault';

let work: string;
let vault: string;
let log: string;

// A vault as a crash leaves it: copied while it is open, with acts that are only in the log.
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  vault = join(work, 'vault');
  log = join(vault, 'vault.db-wal');
  const made = await makeTestVault();
  await fillVault(made.vault);
  await cp(made.folder, vault, { recursive: true });
  await made.close();
});
afterAll(() => rm(work, { recursive: true, force: true }));

const check = () => checkClosedVault(vault, testPassphrase, 'full', { now: () => new Date() });

it('a log that a crash has left is read in full and raises no alarm', async () => {
  expect(readLog(readFileSync(log)).frames).toBeGreaterThan(20);
  expect((await check()).findings).toEqual([]);
});

it('a log whose end was being written when the power went raises no alarm', async () => {
  const whole = readFileSync(log);
  writeFileSync(log, Buffer.concat([whole, Buffer.alloc(1_000)]));
  expect((await check()).ok).toBe(true);
  writeFileSync(log, whole);
});

it('a changed byte in a page, a salt or the header of the log is found, because the acts behind it would be lost', async () => {
  const whole = readFileSync(log);
  const frame = (number: number, at: number): number => 32 + (number - 1) * (24 + 4096) + at;
  for (const place of [3, 17, 27, frame(1, 9), frame(2, 14), frame(2, 20), frame(3, 500), frame(12, 4000)]) {
    const changed = Buffer.from(whole);
    changed[place] = (changed[place] ?? 0) ^ 1;
    writeFileSync(log, changed);
    expect((await check()).ok, `byte ${place}`).toBe(false);
  }
  writeFileSync(log, whole);
});
