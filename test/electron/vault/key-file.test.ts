import { randomBytes } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checksumOf, makeKeyFile, readKeyFiles, writeKeyFile } from '../../../electron/vault/key-file';
import type { KeyFile } from '../../../electron/vault/key-file';
import { findKey, makeSlot } from '../../../electron/vault/slots';
import { createNewId } from '../../../electron/vault/uuid';
import { codeOf } from '../../helpers/code-of';
import { faultyFs } from '../../helpers/faulty-fs';
import { useTempFolders } from '../../helpers/temp-folder';
import { testCost } from '../../helpers/test-vault';

const tempFolder = useTempFolders();
const newId = createNewId({ now: () => new Date(), random: randomBytes });
const deps = { random: randomBytes, newId, cost: testCost, costFloor: testCost };
const names = ['vault.json', 'vault.prev.json'] as const;
const mine = 'the passphrase of one person';
const theirs = 'the passphrase of another';

async function keyFiles(): Promise<{ vaultKey: Buffer; one: KeyFile; two: KeyFile }> {
  const vaultKey = randomBytes(32);
  const vaultId = newId();
  const [a, b] = [
    await makeSlot(vaultKey, vaultId, mine, deps),
    await makeSlot(vaultKey, vaultId, theirs, deps),
  ];
  return {
    vaultKey,
    one: makeKeyFile(vaultKey, { vaultId, generation: 1, slots: [a] }),
    two: makeKeyFile(vaultKey, { vaultId, generation: 2, slots: [a, b] }),
  };
}
const generations = async (folder: string): Promise<number[]> =>
  (await readKeyFiles(folder)).map(({ generation }) => generation);

describe('the key file', () => {
  it('has two copies from the first write on, and keeps the generation before', async () => {
    const folder = await tempFolder();
    const { one, two } = await keyFiles();
    await writeKeyFile(folder, one);
    expect(await generations(folder)).toEqual([1, 1]);
    await writeKeyFile(folder, two);
    expect(await generations(folder)).toEqual([2, 1]);
  });

  it('stays whole when it is copied, in whatever order its fields stood', async () => {
    const folder = await tempFolder();
    const { vaultKey, one, two } = await keyFiles();
    const [slot] = one.slots;
    if (slot === undefined) throw new Error('there is no slot');
    const { kdf, ...rest } = slot;
    const turned = makeKeyFile(vaultKey, { slots: [{ kdf, ...rest }], generation: 1, vaultId: one.vaultId });
    await writeFile(join(folder, 'vault.json'), JSON.stringify(turned));
    await writeKeyFile(folder, two);
    expect(await generations(folder)).toEqual([2, 1]);
  });

  it('is damaged, not wrong, when any one byte of it is altered in both copies', async () => {
    const folder = await tempFolder();
    const { one } = await keyFiles();
    await writeKeyFile(folder, one);
    const bytes = await readFile(join(folder, 'vault.json'));
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8));
      for (const name of names) await writeFile(join(folder, name), altered);
      const code = await codeOf(readKeyFiles(folder));
      // A space that became a tab is still the same content; then it must be exactly that.
      if (code === 'no error') expect((await readKeyFiles(folder))[0]).toEqual(one);
      else expect(code, `byte ${at}`).toBe('vault-damaged');
    }
  });

  it('never replaces the last good copy while the other is damaged, whatever fails', async () => {
    const { one, two, vaultKey } = await keyFiles();
    for (const damaged of names) {
      for (let nth = 1; ; nth += 1) {
        const folder = await tempFolder();
        await writeKeyFile(folder, one);
        await writeFile(join(folder, damaged), 'damaged');
        const faulty = faultyFs(nth, 'EIO', { stays: true });
        await writeKeyFile(folder, two, faulty.layer).catch(() => undefined);
        const found = await findKey(await readKeyFiles(folder), mine);
        expect(found?.vaultKey.equals(vaultKey), `${damaged}, operation ${nth}`).toBe(true);
        if (!faulty.failed()) {
          expect(found?.file.generation).toBe(2);
          break;
        }
      }
    }
  });

  it('is the old or the new one when any operation of a change fails', async () => {
    const { one, two } = await keyFiles();
    for (let nth = 1; ; nth += 1) {
      const folder = await tempFolder();
      await writeKeyFile(folder, one);
      const faulty = faultyFs(nth, 'ENOSPC');
      await writeKeyFile(folder, two, faulty.layer).catch(() => undefined);
      const [newest] = await readKeyFiles(folder);
      expect([one, two]).toContainEqual(newest);
      expect((await readdir(folder)).sort()).toEqual([...names].sort());
      if (!faulty.failed()) break;
    }
  });

  it('is not read when it is larger than 64 KiB', async () => {
    const folder = await tempFolder();
    const { one } = await keyFiles();
    await writeFile(join(folder, 'vault.json'), JSON.stringify(one) + ' '.repeat(64 * 1024));
    expect(await codeOf(readKeyFiles(folder))).toBe('vault-damaged');
  });

  it('is refused as newer although the other copy is of a known format', async () => {
    const folder = await tempFolder();
    const { one } = await keyFiles();
    await writeKeyFile(folder, one);
    const newer = { ...one, format: 2, something: 'new' };
    const checksum = checksumOf(newer);
    await writeFile(join(folder, 'vault.json'), JSON.stringify({ ...newer, checksum }));
    expect(await codeOf(readKeyFiles(folder))).toBe('vault-newer');
    // Without the right checksum it is a damaged copy of format 1, and the other one counts.
    await writeFile(join(folder, 'vault.json'), JSON.stringify({ ...one, format: 3 }));
    expect(await readKeyFiles(folder)).toEqual([one]);
  });

  it('is missing only when no copy is there', async () => {
    expect(await codeOf(readKeyFiles(await tempFolder()))).toBe('vault-missing');
  });

  it('asks for no more memory than the cap, whatever it says, before anything is derived', async () => {
    const folder = await tempFolder();
    const { vaultKey, one } = await keyFiles();
    const [slot] = one.slots;
    if (slot === undefined) throw new Error('no slot');
    for (const kdf of [{ m: 2 ** 21 + 1 }, { t: 17 }, { p: 17 }, { m: 1 }, { t: 0 }]) {
      const planted = makeKeyFile(vaultKey, { ...one, slots: [{ ...slot, kdf: { ...slot.kdf, ...kdf } }] });
      for (const name of names) await writeFile(join(folder, name), JSON.stringify(planted));
      expect(await codeOf(readKeyFiles(folder))).toBe('vault-damaged');
    }
  });
});

describe('a slot', () => {
  it('opens with its own passphrase only', async () => {
    const { two, vaultKey } = await keyFiles();
    for (const passphrase of [mine, theirs]) {
      expect((await findKey([two], passphrase))?.vaultKey.equals(vaultKey)).toBe(true);
    }
    expect(await findKey([two], 'somebody else’s passphrase')).toBeNull();
  });

  it('that was removed no longer opens the vault, although the older copy still has it', async () => {
    const { one, two, vaultKey } = await keyFiles();
    const without = makeKeyFile(vaultKey, { ...one, generation: 3 });
    expect(await findKey([without, two], theirs)).toBeNull();
    expect((await findKey([without, two], mine))?.file.generation).toBe(3);
  });

  it('of a file that nobody with the key wrote is damage, and an authentic copy is taken instead', async () => {
    const { one, two, vaultKey } = await keyFiles();
    const forged = makeKeyFile(randomBytes(32), { ...two, generation: 9 });
    expect(await codeOf(findKey([forged], mine))).toBe('vault-damaged');
    const found = await findKey([forged, one], mine);
    expect(found?.file).toEqual(one);
    expect(found?.vaultKey.equals(vaultKey)).toBe(true);
    expect(found?.bothCopies).toBe(false);
  });

  it('cannot be moved to another vault or given other costs', async () => {
    const { one } = await keyFiles();
    const [slot] = one.slots;
    if (slot === undefined) throw new Error('no slot');
    const cheaper = { ...slot, kdf: { ...slot.kdf, t: 2 } };
    expect(await findKey([{ ...one, vaultId: newId() }], mine)).toBeNull();
    expect(await findKey([{ ...one, slots: [{ ...slot, id: newId() }] }], mine)).toBeNull();
    expect(await findKey([{ ...one, slots: [cheaper] }], mine)).toBeNull();
  });

  it('is not made below the floor of 64 MiB and three passes', async () => {
    const real = { random: randomBytes, newId };
    for (const cost of [testCost, { m: 64 * 1024 - 1, t: 3, p: 4 }, { m: 64 * 1024, t: 2, p: 4 }]) {
      expect(await codeOf(makeSlot(randomBytes(32), newId(), mine, { ...real, cost }))).toBe('internal');
    }
  });

  it('is made at the cost measured on this computer, never below the floor, unless told otherwise', async () => {
    const vaultKey = randomBytes(32);
    const vaultId = newId();
    const slot = await makeSlot(vaultKey, vaultId, mine, { random: randomBytes, newId });
    expect(slot.kdf).toMatchObject({ algorithm: 'argon2id', t: 3, p: 4 });
    expect(slot.kdf.m).toBeGreaterThanOrEqual(65_536);
    expect(slot.kdf.m % 65_536).toBe(0);
    const file = makeKeyFile(vaultKey, { vaultId, generation: 1, slots: [slot] });
    expect((await findKey([file], mine))?.vaultKey.equals(vaultKey)).toBe(true);
  });
});
