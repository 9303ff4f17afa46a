import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PartSink } from '../../../../electron/services/seal/part-sink';
import type { FsLayer } from '../../../../electron/vault/fs-layer';
import { realFs } from '../../../../electron/vault/fs-layer';
import { useTempFolders } from '../../../helpers/temp-folder';

const tempFolder = useTempFolders();

/** Real files whose every sync is told, and of which the n-th fails. */
function tellingFs(calls: string[], fails = 0): FsLayer {
  return {
    ...realFs,
    create: async (path) => {
      const handle = await realFs.create(path);
      return {
        write: (bytes, offset, length) => (calls.push('write'), handle.write(bytes, offset, length)),
        sync: async () => {
          calls.push('sync');
          if (calls.filter((call) => call === 'sync').length === fails)
            throw Object.assign(new Error('EIO'), { code: 'EIO' });
          await handle.sync();
        },
        close: () => (calls.push('close'), handle.close()),
      };
    },
  };
}

it('has the disk work while more is written, and all of it on the disk before a file is closed', async () => {
  const [path, calls] = [join(await tempFolder(), 'a'), [] as string[]];
  const sink = new PartSink([path], Number.MAX_SAFE_INTEGER, tellingFs(calls), 250);
  for (let count = 0; count < 6; count += 1) await sink.write(Buffer.alloc(100, count));
  await sink.end();
  expect(calls.join(' ')).toBe('write write write sync write write write sync sync close');
  expect((await readFile(path)).length).toBe(600);
});

it.each([1, 2, 3])('says what went wrong with the disk meanwhile, and leaves nothing open', async (nth) => {
  const [path, calls] = [join(await tempFolder(), 'a'), [] as string[]];
  const sink = new PartSink([path], Number.MAX_SAFE_INTEGER, tellingFs(calls, nth), 250);
  const work = async (): Promise<void> => {
    for (let count = 0; count < 6; count += 1) await sink.write(Buffer.alloc(100));
    await sink.end();
  };
  await expect(work()).rejects.toThrow('EIO');
  await sink.stop();
  expect(calls.at(-1)).toBe('close');
});
