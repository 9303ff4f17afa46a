import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isDraftName, renameDurably, writeDurably } from '../../../electron/vault/durable';
import type { FsLayer } from '../../../electron/vault/fs-layer';
import { realFs } from '../../../electron/vault/fs-layer';
import { codeOf } from '../../helpers/code-of';
import { faultyFs, shortWritingFs } from '../../helpers/faulty-fs';
import { useTempFolders } from '../../helpers/temp-folder';

const tempFolder = useTempFolders();
const before = Buffer.from('what was there before');
const after = [Buffer.alloc(70_000, 1), Buffer.alloc(0), Buffer.alloc(5, 2)];
const whole = Buffer.concat(after);

const faults = [
  { code: 'ENOSPC', told: 'disk-full' },
  { code: 'EIO', told: 'read-failed' },
  { code: 'EFBIG', told: 'file-too-large' },
] as const;

describe('a durable write', () => {
  it('replaces a file with all of the new bytes and leaves nothing else', async () => {
    const folder = await tempFolder();
    const path = join(folder, 'file');
    await writeFile(path, before);
    expect(await writeDurably(path, after)).toBe(whole.length);
    expect((await readFile(path)).equals(whole)).toBe(true);
    expect(await readdir(folder)).toEqual(['file']);
  });

  it.skipIf(process.platform === 'win32')('makes files that only their owner can read', async () => {
    const path = join(await tempFolder(), 'file');
    await writeDurably(path, after);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('goes on after short writes', async () => {
    const path = join(await tempFolder(), 'file');
    await writeDurably(path, after, shortWritingFs(999));
    expect((await readFile(path)).equals(whole)).toBe(true);
  });

  it('gives up on a disk that takes nothing more instead of trying for ever', async () => {
    const folder = await tempFolder();
    expect(await codeOf(writeDurably(join(folder, 'file'), after, shortWritingFs(0)))).toBe('read-failed');
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(faults)(
    'keeps the old file or has the new one when the n-th operation gives $code',
    async (fault) => {
      for (let nth = 1; ; nth += 1) {
        const folder = await tempFolder();
        const path = join(folder, 'file');
        await writeFile(path, before);
        const faulty = faultyFs(nth, fault.code);
        const code = await codeOf(writeDurably(path, after, faulty.layer));
        if (!faulty.failed()) {
          expect(code).toBe('no error');
          // create, two writes, sync, close, rename, sync of the folder
          expect(nth).toBe(8);
          return;
        }
        expect(code).toBe(fault.told);
        const now = await readFile(path);
        expect(now.equals(before) || now.equals(whole), `operation ${nth}`).toBe(true);
        expect(await readdir(folder)).toEqual(['file']);
      }
    },
  );

  it('leaves at most one file that can be told as unfinished when the disk goes away', async () => {
    for (let nth = 1; nth < 8; nth += 1) {
      const folder = await tempFolder();
      const path = join(folder, 'file');
      await writeFile(path, before);
      await codeOf(writeDurably(path, after, faultyFs(nth, 'EIO', { stays: true }).layer));
      const now = await readFile(path);
      expect(now.equals(before) || now.equals(whole), `operation ${nth}`).toBe(true);
      const others = (await readdir(folder)).filter((name) => name !== 'file');
      expect(others.length).toBeLessThanOrEqual(1);
      expect(others.every(isDraftName)).toBe(true);
    }
  });

  it('keeps the old file when the source fails or the check refuses', async () => {
    const folder = await tempFolder();
    const path = join(folder, 'file');
    await writeFile(path, before);
    function* failing(): Generator<Uint8Array> {
      yield Buffer.from('some');
      throw Object.assign(new Error('EIO'), { code: 'EIO' });
    }
    expect(await codeOf(writeDurably(path, failing()))).toBe('read-failed');
    const refuse = (): Promise<void> =>
      Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    expect(await codeOf(writeDurably(path, after, realFs, refuse))).toBe('disk-full');
    expect(await readFile(path)).toEqual(before);
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('syncs the file before it is renamed and the folder behind it', async () => {
    const path = join(await tempFolder(), 'file');
    const calls: string[] = [];
    const layer: FsLayer = {
      ...realFs,
      create: async (draft) => {
        calls.push('create');
        const handle = await realFs.create(draft);
        return {
          write: (...all) => (calls.push('write'), handle.write(...all)),
          sync: () => (calls.push('sync'), handle.sync()),
          close: () => (calls.push('close'), handle.close()),
        };
      },
      rename: (from, to) => (calls.push('rename'), realFs.rename(from, to)),
      syncFolder: (folder) => (calls.push('sync folder'), realFs.syncFolder(folder)),
    };
    await writeDurably(path, [Buffer.from('x')], layer);
    expect(calls).toEqual(['create', 'write', 'sync', 'close', 'rename', 'sync folder']);
  });

  it('takes a name as long as a file system allows', async () => {
    const path = join(await tempFolder(), 'n'.repeat(255));
    await writeDurably(path, after);
    expect((await stat(path)).size).toBe(whole.length);
  });
});

describe('a durable rename', () => {
  const busy = Object.assign(new Error('EBUSY'), { code: 'EBUSY' });

  it('waits for a file that is held open on Windows, and does not wait elsewhere', async () => {
    const folder = await tempFolder();
    const attempts = async (platform: string): Promise<number> => {
      let count = 0;
      await writeFile(join(folder, 'from'), '');
      const layer: FsLayer = {
        ...realFs,
        rename: (from, to) => {
          count += 1;
          return count < 3 ? Promise.reject(busy) : realFs.rename(from, to);
        },
        syncFolder: () => Promise.resolve(),
      };
      const real = process.platform;
      Object.defineProperty(process, 'platform', { value: platform });
      try {
        await renameDurably(join(folder, 'from'), join(folder, 'to'), layer).catch(() => undefined);
      } finally {
        Object.defineProperty(process, 'platform', { value: real });
      }
      return count;
    };
    expect(await attempts('win32')).toBe(3);
    expect(await attempts('linux')).toBe(1);
  });
});

describe('the name of an unfinished file', () => {
  it('is not mistaken for another program’s', () => {
    expect(isDraftName('holdfast-0123456789ab.part')).toBe(true);
    for (const name of [
      'film.part',
      'holdfast-.part',
      'holdfast-0123456789ab.part.jpg',
      'x-holdfast-0123456789ab.part',
    ]) {
      expect(isDraftName(name)).toBe(false);
    }
  });
});
