import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../electron/vault/audit';
import type { FsLayer } from '../../../electron/vault/fs-layer';
import { checksumOf } from '../../../electron/vault/key-file';
import type { KeyFile } from '../../../electron/vault/key-file';
import { createVault, unlockVault } from '../../../electron/vault/open-vault';
import type { OpenVault } from '../../../electron/vault/open-vault';
import { probeVault } from '../../../electron/vault/vault-folder';
import { codeOf } from '../../helpers/code-of';
import { faultyFs } from '../../helpers/faulty-fs';
import { useTempFolders } from '../../helpers/temp-folder';
import { faults, makeTestVault, testDeps, testPassphrase } from '../../helpers/test-vault';
import type { TestVault } from '../../helpers/test-vault';

const tempFolder = useTempFolders();
const keyFiles = ['vault.json', 'vault.prev.json'] as const;

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
const unlock = (folder: string): Promise<OpenVault> =>
  unlockVault({ folder, passphrase: testPassphrase }, testDeps());
const create = (folder: string, layer?: FsLayer): Promise<OpenVault> =>
  createVault(
    { folder, passphrase: testPassphrase, name: 'A', officeName: 'B' },
    testDeps(layer === undefined ? {} : { layer }),
  );

/** Every file of a folder with its fingerprint. */
async function snapshot(folder: string): Promise<Readonly<Record<string, string>>> {
  const all: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    all[path] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  }
  return all;
}

describe('a vault', () => {
  it('opens again with its passphrase and still has its settings', async () => {
    const made = await vault();
    const again = await made.reopen();
    open = [again];
    expect(again.vault.status).toMatchObject({ state: 'unlocked', slotName: 'Test advocate' });
    expect(faults(again.vault.status)).toEqual([]);
  });

  it('refuses another passphrase with a code of its own', async () => {
    const made = await vault();
    made.vault.close();
    const tried = unlockVault({ folder: made.folder, passphrase: 'not the passphrase' }, testDeps());
    expect(await codeOf(tried)).toBe('wrong-passphrase');
  });

  it('takes the same passphrase typed with composed or separate accents', async () => {
    const parent = await tempFolder();
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
  });

  it('refuses a passphrase of eleven characters and leaves no vault', async () => {
    const parent = await tempFolder();
    const folder = join(parent, 'v');
    const tried = createVault({ folder, passphrase: 'abcdefghijk', name: 'A', officeName: 'B' }, testDeps());
    expect(await codeOf(tried)).toBe('weak-passphrase');
    expect(await readdir(parent)).toEqual([]);
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

  it('says damaged when both copies of the key file are altered, and changes nothing', async () => {
    const made = await vault();
    made.vault.close();
    for (const name of keyFiles) {
      const path = join(made.folder, name);
      const content = JSON.parse(await readFile(path, 'utf8')) as KeyFile;
      const altered = { ...content, generation: content.generation + 5 };
      // With a checksum that fits, so that only the authentication is left to tell.
      await writeFile(path, JSON.stringify({ ...altered, checksum: checksumOf(altered) }));
    }
    const before = await snapshot(made.folder);
    expect(await codeOf(unlock(made.folder))).toBe('vault-damaged');
    expect(await snapshot(made.folder)).toEqual(before);
  });

  it('of a newer format is refused as newer', async () => {
    const made = await vault();
    made.vault.close();
    for (const name of keyFiles) {
      const path = join(made.folder, name);
      const content = {
        ...(JSON.parse(await readFile(path, 'utf8')) as object),
        format: 2,
        somethingNew: true,
      };
      await writeFile(path, JSON.stringify({ ...content, checksum: checksumOf(content) }));
    }
    expect(await codeOf(unlock(made.folder))).toBe('vault-newer');
  });

  it('with tables of a newer app is refused as newer, and changes nothing', async () => {
    const made = await vault();
    made.context.db.pragma('user_version=9999');
    made.vault.close();
    const before = await snapshot(made.folder);
    expect(await codeOf(unlock(made.folder))).toBe('vault-newer');
    expect(await snapshot(made.folder)).toEqual(before);
  });

  it('gets a lost or damaged copy of the key file back at the next unlock, and says so', async () => {
    for (const name of keyFiles) {
      for (const damage of ['gone', 'cut', 'empty'] as const) {
        const made = await vault();
        made.vault.close();
        const path = join(made.folder, name);
        if (damage === 'gone') await rm(path);
        else await writeFile(path, damage === 'cut' ? (await readFile(path)).subarray(0, 99) : '');
        const again = await unlock(made.folder);
        expect(faults(again.status)).toEqual(['key-file-repaired']);
        again.close();
        const third = await unlock(made.folder);
        expect(faults(third.status)).toEqual([]);
        third.close();
      }
    }
  });

  it('whose database is gone, empty or cut is damaged, never an empty vault', async () => {
    const made = await vault();
    made.vault.close();
    const path = join(made.folder, 'vault.db');
    const whole = await readFile(path);
    for (const left of [0, 100, 4095, 4096, 8192, whole.length - 4096]) {
      await writeFile(path, whole.subarray(0, left));
      expect(await codeOf(unlock(made.folder)), `${left} bytes left`).toBe('vault-damaged');
      // Whoever tries to rescue it must find it as it was.
      expect((await readFile(path)).equals(whole.subarray(0, left)), `${left} bytes left`).toBe(true);
    }
    await rm(path);
    expect(await codeOf(unlock(made.folder))).toBe('vault-damaged');
    await writeFile(path, whole);
    (await unlock(made.folder)).close();
  });

  it('whose key files are gone is damaged, and no new vault is made over it', async () => {
    const made = await vault();
    made.vault.close();
    const kept = await readFile(join(made.folder, 'vault.json'));
    for (const name of keyFiles) await rm(join(made.folder, name));
    const before = await snapshot(made.folder);
    expect(await probeVault(made.folder)).toBe('locked');
    expect(await codeOf(unlock(made.folder))).toBe('vault-damaged');
    expect(await codeOf(create(made.folder))).toBe('vault-exists');
    expect(await snapshot(made.folder)).toEqual(before);
    await writeFile(join(made.folder, 'vault.json'), kept);
    (await unlock(made.folder)).close();
  });

  it('is not made in a folder that holds somebody’s files, and none of them is touched', async () => {
    for (const name of ['notes.txt', 'film.part', 'evidence/photo.jpg', 'vault.db-wal']) {
      const folder = await tempFolder();
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), 'the only copy');
      expect(await codeOf(create(folder)), name).toBe('vault-exists');
      expect(await readFile(join(folder, name), 'utf8')).toBe('the only copy');
    }
    const folder = await tempFolder();
    await writeFile(join(folder, 'vault.creating'), '');
    await mkdir(join(folder, 'evidence'));
    await writeFile(join(folder, 'evidence', 'photo.jpg'), 'the only copy');
    expect(await codeOf(create(folder))).toBe('vault-exists');
    expect(await readFile(join(folder, 'evidence', 'photo.jpg'), 'utf8')).toBe('the only copy');
  });

  it('is made in an empty folder, also one that a file manager has looked into', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, '.DS_Store'), '');
    expect(await probeVault(folder)).toBe('none');
    (await create(folder)).close();
    expect(await probeVault(folder)).toBe('locked');
    expect((await readdir(folder)).sort()).toEqual(
      ['.DS_Store', 'evidence', 'vault.db', 'vault.json', 'vault.prev.json'].sort(),
    );
  });

  it.skipIf(process.platform === 'win32')('can be read by its owner only', async () => {
    const made = await vault();
    for (const name of await readdir(made.folder)) {
      expect((await stat(join(made.folder, name))).mode & 0o077, name).toBe(0);
    }
    expect((await stat(made.folder)).mode & 0o077).toBe(0);
  });

  it('tells of files that no row knows and of rows that have no file, and deletes nothing but unfinished files', async () => {
    const made = await vault();
    const { context, folder } = made;
    const file = await context.files.write([Buffer.from('kept')]);
    const again = await made.reopen();
    open = [again];
    expect(faults(again.vault.status)).toEqual(['unreferenced-files']);
    expect((await again.context.files.readAll(file)).toString()).toBe('kept');
    again.context.db
      .prepare('INSERT INTO files (id, key, sha256, bytes, created_at) VALUES (?, ?, ?, ?, ?)')
      .run(file.id, file.key, file.sha256, file.bytes, '');
    const part = join(folder, 'evidence', file.id.slice(-2));
    await writeFile(join(part, 'holdfast-0123456789ab.part'), 'unfinished');
    await writeFile(join(folder, 'holdfast-0123456789ab.part'), 'unfinished');
    const third = await again.reopen();
    open = [third];
    expect(faults(third.vault.status)).toEqual([]);
    expect(await readdir(part)).toEqual([file.id]);
    expect(await readdir(folder)).not.toContain('holdfast-0123456789ab.part');
    await rm(join(part, file.id));
    const fourth = await third.reopen();
    open = [fourth];
    expect(faults(fourth.vault.status)).toEqual(['missing-files']);
  });

  it('writes down that it was made and unlocked, and by whom', async () => {
    const again = await (await vault()).reopen();
    open = [again];
    const rows = again.context.db.prepare('SELECT action, author FROM audit ORDER BY seq').all();
    expect(rows).toEqual([
      { action: 'vault.create', author: 'Test advocate' },
      { action: 'vault.lock', author: 'Test advocate' },
      { action: 'vault.unlock', author: 'Test advocate' },
    ]);
  });

  it('keeps names of people out of vault.json', async () => {
    const folder = await tempFolder();
    (
      await createVault(
        { folder, passphrase: testPassphrase, name: 'Wilhelmina', officeName: 'Harbour' },
        testDeps(),
      )
    ).close();
    for (const name of keyFiles)
      expect(await readFile(join(folder, name), 'utf8')).not.toMatch(/Wilhelmina|Harbour/);
  });

  it.each([false, true])(
    'is whole or not there at all when making it fails at any file operation (disk gone for good: %s)',
    async (stays) => {
      let failures = 0;
      for (let nth = 1; ; nth += 1) {
        const folder = join(await tempFolder(), 'v');
        const faulty = faultyFs(nth, 'ENOSPC', { stays });
        const first = await create(folder, faulty.layer).catch(() => null);
        first?.close();
        if (!faulty.failed()) break;
        failures += 1;
        expect(first, `operation ${nth}`).toBeNull();
        if (!stays) {
          // Taken back: nothing but, at most, the mark is left.
          const left = existsSync(folder) ? await readdir(folder) : [];
          expect(left.filter((name) => name !== 'vault.creating')).toEqual([]);
        }
        // Not there: then it can be made without further ado, and is sound.
        if ((await probeVault(folder)) === 'none') (await create(folder)).close();
        const opened = await unlock(folder);
        expect(faults(opened.status).filter((notice) => notice !== 'key-file-repaired')).toEqual([]);
        expect(verifyAudit(opened.context.db).ok).toBe(true);
        opened.close();
        const left = await readdir(folder);
        expect(left.filter((name) => name.endsWith('.part') || name === 'vault.creating')).toEqual([]);
      }
      expect(failures).toBeGreaterThan(15);
    },
  );
});
