import { link, readFile, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAfter } from '../../../../electron/services/receipts/after';
import { readReceipt } from '../../../../electron/services/receipts/read-receipt';
import { nameWhileWiped, wipePackage, wipingFs } from '../../../../electron/services/receipts/wipe';
import type { WipingLayer } from '../../../../electron/services/receipts/wipe';
import { writeReceipt } from '../../../../electron/services/receipts/write-receipt';
import type { TransferRecord } from '../../../../shared/models/transfer';
import { codeOf } from '../../../helpers/code-of';
import { failingHandle } from '../../../helpers/faulty-fs';
import { control, lockFor, pack, takeIn, useOffices } from './setting';

const offices = useOffices();
const at = (name = 'case.hfcase') => join(offices.folder, name);
const wipe = (
  { id }: TransferRecord,
  {
    path = at(),
    givenUp = false,
    layer = wipingFs,
  }: { path?: string; givenUp?: boolean; layer?: WipingLayer } = {},
) => codeOf(() => wipePackage(offices.north.context, { id, path, givenUp }, control, layer));
const names = async () => (await readdir(offices.folder)).sort();
const wiped = () => readAfter(offices.north.context).wiped;
const packed = async () => pack(offices, await lockFor(offices.south));

/** Real operations of which the n-th fails, a write after half of it; a stick that was pulled out fails for ever. */
function failing(
  nth: number,
  stays: boolean,
): { readonly layer: WipingLayer; readonly failed: () => boolean } {
  let count = 0;
  const check = (): void => {
    count += 1;
    if (stays ? count >= nth : count === nth) throw Object.assign(new Error('EIO'), { code: 'EIO' });
  };
  const layer: WipingLayer = {
    reopen: async (path) => {
      check();
      const handle = await wipingFs.reopen(path);
      return {
        ...failingHandle(handle, check),
        read: async (into, position) => {
          check();
          return handle.read(into, position);
        },
      };
    },
    rename: async (from, to) => {
      check();
      await wipingFs.rename(from, to);
    },
    syncFolder: async (path) => {
      check();
      await wipingFs.syncFolder(path);
    },
    remove: async (path) => {
      check();
      await wipingFs.remove(path);
    },
  };
  return { layer, failed: () => count >= nth };
}

describe('wiping a package', () => {
  it('waits for its receipt, unless a person gives it up', async () => {
    const record = await packed();
    expect(await wipe(record)).toBe('wipe-not-received');
    expect(await names()).toEqual(['case.hfcase']);
    const { id } = await takeIn(offices, offices.south);
    await writeReceipt(offices.south.context, { id, path: at('receipt.txt') });
    await readReceipt(offices.north.context, at('receipt.txt'));
    expect(await wipe(record)).toBe('no error');
    expect(await names()).toEqual(['receipt.txt']);
    expect(wiped()).toMatchObject([{ id: record.id, by: 'Test advocate' }]);
    const given = await pack(offices, await lockFor(offices.south), { name: 'given.hfcase' });
    expect(await wipe(given, { path: at('given.hfcase'), givenUp: true })).toBe('no error');
    expect(await names()).toEqual(['receipt.txt']);
  });

  it('overwrites the very bytes: another name of the same file holds none of them', async () => {
    const record = await packed();
    const before = await readFile(at());
    await link(at(), at('other-name'));
    expect(await wipe(record, { givenUp: true })).toBe('no error');
    const after = await readFile(at('other-name'));
    expect(after.length).toBe(before.length);
    for (let start = 0; start + 64 <= before.length; start += 64)
      expect(after.subarray(start, start + 64).equals(before.subarray(start, start + 64))).toBe(false);
  });

  it('refuses every file that is not that package, and leaves it as it is', async () => {
    const record = await packed();
    const second = await pack(offices, await lockFor(offices.south), { name: 'second.hfcase' });
    const bytes = await readFile(at());
    const changed = Buffer.from(bytes);
    changed[bytes.length - 1] = (changed[bytes.length - 1] ?? 0) ^ 1;
    await writeFile(at('changed'), changed);
    await writeFile(at('short'), bytes.subarray(1));
    await symlink(at(), at('link'));
    for (const name of ['changed', 'short', 'link', 'second.hfcase', '.'])
      expect(await wipe(record, { path: at(name), givenUp: true })).toBe('wipe-not-ours');
    expect(await wipe(record, { path: at('not there'), givenUp: true })).toBe('file-vanished');
    expect(await wipe(second, { givenUp: true })).toBe('wipe-not-ours');
    expect(await wipe({ ...record, id: record.packageId }, { givenUp: true })).toBe('not-found');
    expect((await readFile(at('changed'))).equals(changed)).toBe(true);
    expect((await readFile(at())).equals(bytes)).toBe(true);
    expect(wiped()).toEqual([]);
  });

  it.each([false, true])(
    'that fails anywhere says so, and is done to the end when it is chosen again (pulled out: %s)',
    async (stays) => {
      const record = await packed();
      const bytes = await readFile(at());
      const half = at(nameWhileWiped(record));
      await writeFile(at('beside'), 'another file');
      for (let nth = 1, failed = true; failed; nth += 1) {
        await writeFile(at(), bytes);
        const faulty = failing(nth, stays);
        const code = await wipe(record, { givenUp: true, layer: faulty.layer });
        failed = faulty.failed();
        expect(code).toBe(failed ? 'read-failed' : 'no error');
        expect(wiped()).toHaveLength(failed ? 0 : 1);
        const left = (await names()).filter((name) => name !== 'beside');
        expect(left.length).toBeLessThan(2);
        const [name] = left;
        if (name === undefined) continue;
        if (name === 'case.hfcase') expect((await readFile(at())).equals(bytes)).toBe(true);
        // Whatever became of its name, somebody can go on: it is known by it, or already all overwritten.
        const isKnown = at(name) === half || name === 'case.hfcase';
        if (!isKnown) expect((await readFile(at(name))).includes(bytes.subarray(0, 64))).toBe(false);
        await rename(at(name), half);
        expect(await wipe(record, { path: half, givenUp: true, layer: failing(1, true).layer })).toBe(
          'read-failed',
        );
        await rename(half, at());
      }
      expect(await readFile(at('beside'), 'utf8')).toBe('another file');
    },
  );

  it('half overwritten is finished by choosing what is left of it', async () => {
    const record = await packed();
    const faulty = failing(8, true);
    expect(await wipe(record, { givenUp: true, layer: faulty.layer })).toBe('read-failed');
    expect(await names()).toEqual([nameWhileWiped(record)]);
    expect(await wipe(record, { path: at(nameWhileWiped(record)), givenUp: true })).toBe('no error');
    expect(await names()).toEqual([]);
  });
});
