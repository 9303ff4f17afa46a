import type { FileHandle } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { realSources } from '../../../../electron/services/evidence/sources';
import type { SourceReader } from '../../../../electron/services/evidence/sources';
import { realFs } from '../../../../electron/vault/fs-layer';
import { png } from './files';
import { countRows, expectNoLooseFiles, filesOnDisk, makeSetting, outcomes, pretendLab } from './setting';
import type { Setting } from './setting';

let setting: Setting;
afterEach(() => setting.end());

const put = (name: string, bytes: Buffer | string): Promise<void> => setting.put(name, bytes);

/** Runs something when a file whose path ends so is opened; then the real thing happens. */
function whenOpened(
  ending: string,
  then: (open: () => Promise<FileHandle>) => Promise<FileHandle>,
): SourceReader {
  return {
    ...realSources,
    open: (path) =>
      path.toString().endsWith(ending) ? then(() => realSources.open(path)) : realSources.open(path),
  };
}

describe('a full disk', () => {
  it('fails the files it hits, says so, and takes the rest when there is room again', async () => {
    // Files are read ahead of each other, so which of them meet the full disk is a matter of luck; how many is not.
    let full = false;
    let refusals = 0;
    const layer = {
      ...realFs,
      create: async (path: string) => {
        const handle = await realFs.create(path);
        const refused = full && refusals < 3;
        if (refused) refusals += 1;
        return {
          ...handle,
          write: (bytes: Uint8Array, offset: number, length: number) =>
            refused
              ? Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }))
              : handle.write(bytes, offset, length),
        };
      },
    };
    setting = await makeSetting({ layer, lab: pretendLab().lab });
    for (const each of ['1', '2', '3', '4', '5', '6', '7']) await put(`${each}.txt`, each);
    const { results } = await setting.take(
      [setting.folder],
      whenOpened('4.txt', (open) => {
        full = true;
        return open();
      }),
    );
    const reasons = results.map(({ reason }) => reason).sort();
    expect(reasons).toEqual([...Array<string>(3).fill('disk-full'), ...Array<null>(4).fill(null)]);
    await expectNoLooseFiles(setting);
  });

  it('that hits a preview leaves nothing of the file behind', async () => {
    // The vault's own files go through the same layer: it counts from the import on.
    let written = Number.NEGATIVE_INFINITY;
    const layer = {
      ...realFs,
      create: (path: string) => {
        written += 1;
        return written === 2
          ? Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }))
          : realFs.create(path);
      },
    };
    setting = await makeSetting({ layer, lab: pretendLab().lab });
    written = 0;
    await put('a.png', png());
    expect(outcomes((await setting.take()).results)).toEqual({ 'a.png': 'failed disk-full' });
    expect(await filesOnDisk(setting)).toBe(0);
    expect(countRows(setting, 'files')).toBe(0);
    expect(outcomes((await setting.take()).results)).toEqual({ 'a.png': 'stored' });
  });
});

describe('a cancel', () => {
  it('between files and within one leaves what is in, and says of the rest that it was cancelled', async () => {
    setting = await makeSetting({ lab: pretendLab().lab });
    for (let index = 10; index < 22; index += 1) await put(`${index}.txt`, `file ${index}`);
    await put('15.txt', Buffer.alloc(3 * 1024 * 1024, 7));
    let id = '';
    const reader = whenOpened('15.txt', async (open) => {
      const handle = await open();
      const read = handle.read.bind(handle);
      let count = 0;
      handle.read = async (...args: Parameters<typeof read>) => {
        count += 1;
        if (count === 3) setting.vault.context.jobs.cancel(id);
        return read(...args);
      };
      return handle;
    });
    const begun = setting.begin([setting.folder], reader);
    id = begun.id;
    const job = await setting.vault.context.jobs.ended(id);
    expect(job.state).toBe('cancelled');
    expect(begun.results).toHaveLength(12);
    const ended = begun.results.map(({ outcome }) => outcome);
    expect(ended.slice(5)).toEqual(Array.from({ length: 7 }, () => 'cancelled'));
    await expectNoLooseFiles(setting);
    expect(countRows(setting, 'import_results')).toBe(12);
  });

  it('does not wait for a decoder that is at work', async () => {
    let id = '';
    const { lab } = pretendLab(() => {
      setting.vault.context.jobs.cancel(id);
      return new Promise(() => undefined);
    });
    setting = await makeSetting({ lab });
    await put('a.png', png());
    const begun = setting.begin([setting.folder]);
    id = begun.id;
    expect((await setting.vault.context.jobs.ended(id)).state).toBe('cancelled');
    expect(outcomes(begun.results)).toEqual({ 'a.png': 'cancelled cancelled' });
    expect(await filesOnDisk(setting)).toBe(0);
  });
});
