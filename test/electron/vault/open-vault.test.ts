import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { HoldfastError } from '../../../shared/errors';
import { createVault, unlockVault } from '../../../electron/vault/open-vault';
import { makeTestVault, testDeps, testPassphrase } from '../../helpers/test-vault';
import type { TestVault } from '../../helpers/test-vault';
import { faultyFs } from '../../helpers/faulty-fs';

let open: TestVault[] = [];
afterEach(async () => {
  await Promise.all(open.map((vault) => vault.close()));
  open = [];
});
async function vault(): Promise<TestVault> {
  const made = await makeTestVault();
  open.push(made);
  return made;
}
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof HoldfastError ? error.code : String(error)),
  );

describe('a vault', () => {
  it('opens again with its passphrase and still has its settings', async () => {
    const made = await vault();
    const again = await made.reopen();
    open = [again];
    expect(again.vault.status).toMatchObject({ state: 'unlocked', slotName: 'Test advocate', notices: [] });
  });

  it('refuses another passphrase with a code of its own', async () => {
    const made = await vault();
    made.vault.close();
    const tried = unlockVault({ folder: made.folder, passphrase: 'not the passphrase' }, testDeps());
    expect(await codeOf(tried)).toBe('wrong-passphrase');
  });

  it('takes the same passphrase typed with composed or separate accents', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
    const folder = join(parent, 'v');
    const made = await createVault(
      { folder, passphrase: 'crème brûlée twice', name: 'A', officeName: 'B' },
      testDeps(),
    );
    made.close();
    const again = await unlockVault(
      { folder, passphrase: 'crème brûlée twice'.normalize('NFD') },
      testDeps(),
    );
    expect(again.status.state).toBe('unlocked');
    again.close();
    await rm(parent, { recursive: true });
  });

  it('refuses a passphrase of eleven characters and leaves no vault', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
    const folder = join(parent, 'v');
    const tried = createVault({ folder, passphrase: 'abcdefghijk', name: 'A', officeName: 'B' }, testDeps());
    expect(await codeOf(tried)).toBe('weak-passphrase');
    expect(await readdir(parent)).toEqual([]);
    await rm(parent, { recursive: true });
  });

  it('is not made over another one', async () => {
    const made = await vault();
    const tried = createVault(
      { folder: made.folder, passphrase: testPassphrase, name: 'A', officeName: 'B' },
      testDeps(),
    );
    expect(await codeOf(tried)).toBe('vault-exists');
  });

  it('is told to be in use when it is open already', async () => {
    const made = await vault();
    const tried = unlockVault({ folder: made.folder, passphrase: testPassphrase }, testDeps());
    expect(await codeOf(tried)).toBe('vault-in-use');
  });

  it('opens from the second copy when vault.json is cut at any place', async () => {
    const made = await vault();
    made.vault.close();
    const path = join(made.folder, 'vault.json');
    const whole = await readFile(path);
    for (const length of [0, 1, 40, 200, whole.length - 3]) {
      await writeFile(path, whole.subarray(0, length));
      const again = await unlockVault({ folder: made.folder, passphrase: testPassphrase }, testDeps());
      again.close();
    }
    await writeFile(path, whole);
  });

  it('says damaged when both copies of the key file are altered, and keeps every byte', async () => {
    const made = await vault();
    made.vault.close();
    for (const name of ['vault.json', 'vault.prev.json']) {
      const path = join(made.folder, name);
      const content = JSON.parse(await readFile(path, 'utf8')) as { generation: number };
      await writeFile(path, JSON.stringify({ ...content, generation: content.generation + 5 }));
    }
    const before = (await stat(join(made.folder, 'vault.db'))).size;
    expect(await codeOf(unlockVault({ folder: made.folder, passphrase: testPassphrase }, testDeps()))).toBe(
      'vault-damaged',
    );
    expect((await stat(join(made.folder, 'vault.db'))).size).toBe(before);
  });

  it('of a newer format is refused as newer', async () => {
    const made = await vault();
    made.vault.close();
    for (const name of ['vault.json', 'vault.prev.json']) {
      const path = join(made.folder, name);
      const content = JSON.parse(await readFile(path, 'utf8')) as object;
      await writeFile(path, JSON.stringify({ ...content, format: 2, somethingNew: true }));
    }
    expect(await codeOf(unlockVault({ folder: made.folder, passphrase: testPassphrase }, testDeps()))).toBe(
      'vault-newer',
    );
  });

  it('asks for no more Argon2 memory than the cap, whatever its file says', async () => {
    const made = await vault();
    made.vault.close();
    for (const name of ['vault.json', 'vault.prev.json']) {
      const path = join(made.folder, name);
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace('"m": 8192', '"m": 99999999'));
    }
    expect(await codeOf(unlockVault({ folder: made.folder, passphrase: testPassphrase }, testDeps()))).toBe(
      'vault-damaged',
    );
  });

  it('is whole or not there at all when making it fails at any file operation', async () => {
    let failures = 0;
    for (let nth = 1; ; nth += 1) {
      const parent = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
      const folder = join(parent, 'v');
      const faulty = faultyFs(nth, 'ENOSPC');
      const input = { folder, passphrase: testPassphrase, name: 'A', officeName: 'B' };
      const first = await createVault(input, testDeps({ layer: faulty.layer })).catch(() => null);
      first?.close();
      if (!faulty.failed()) {
        await rm(parent, { recursive: true });
        break;
      }
      failures += 1;
      const opened = await unlockVault(input, testDeps()).catch(() => null);
      // Not there: then it can be made without further ado.
      const made = opened ?? (await createVault(input, testDeps()));
      expect(made.status.state).toBe('unlocked');
      made.close();
      await rm(parent, { recursive: true });
    }
    expect(failures).toBeGreaterThan(10);
  });
});
