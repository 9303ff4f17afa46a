import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import type { Lab } from '../../../../electron/vault/api';
import type { LabRequest } from '../../../../shared/contract/lab';
import { saidAnswer } from '../../../helpers/said-lab';
import { realSources } from '../../../../electron/services/evidence/sources';
import type { SourceReader } from '../../../../electron/services/evidence/sources';
import { heic, jpeg, pdf, png, tiff } from './files';
import { expectNoLooseFiles, filesOnDisk, makeSetting, outcomes, pretendLab, refusing } from './setting';
import type { Setting } from './setting';

let setting: Setting;
afterEach(() => setting.end());

const put = (name: string, bytes: Buffer | string): Promise<void> => setting.put(name, bytes);

describe('each file ends with one outcome', () => {
  it('stored, with what the lab made, or stored without a preview and why', async () => {
    const { lab, asked } = pretendLab();
    setting = await makeSetting({ lab });
    await put('a.png', png());
    await put('b.jpg', jpeg());
    await put('c.heic', heic(tiff({}), { width: 40, height: 30 }));
    await put('d.pdf', pdf(''));
    await put('e huge.png', png({ width: 30_000, height: 30_000 }));
    await put('f huge.heic', heic(tiff({}), { width: 60_000, height: 40_000 }));
    await put('g.txt', 'words');
    await put('h empty.png', '');
    await put('.DS_Store', 'litter');
    const { job, results } = await setting.take();
    expect(outcomes(results)).toEqual({
      '.DS_Store': 'stored',
      'a.png': 'stored',
      'b.jpg': 'stored',
      'c.heic': 'stored',
      'd.pdf': 'stored',
      'e huge.png': 'stored-no-preview file-too-large',
      'f huge.heic': 'stored-no-preview file-too-large',
      'g.txt': 'stored',
      'h empty.png': 'stored-no-preview file-empty',
    });
    expect(job).toMatchObject({ state: 'done', done: 9, total: 9 });
    expect(job.counts).toEqual({ stored: 6, noPreview: 3, duplicate: 0, failed: 0, cancelled: 0 });
    // Nothing too large ever reached a decoder.
    expect(asked).toHaveLength(4);
    await expectNoLooseFiles(setting);
  });

  it('keeps the file when the lab fails in any way', async () => {
    for (const code of ['unreadable-image', 'decoder-timeout', 'unsupported-preview'] as const) {
      setting = await makeSetting({ lab: refusing(code) });
      await put('a.png', png());
      expect(outcomes((await setting.take()).results)).toEqual({ 'a.png': `stored-no-preview ${code}` });
      if (code !== 'unsupported-preview') await setting.end();
    }
  });

  it('keeps the file even when the lab breaks in a way nobody thought of', async () => {
    // What only reads is asked for by itself then.
    const ask = (request: LabRequest): Promise<unknown> =>
      request.type === 'facts' ? saidAnswer(request) : Promise.reject(new TypeError('fault'));
    setting = await makeSetting({ lab: { ask: ask as Lab['ask'] } });
    await put('a.png', png());
    await put('b.pdf', pdf('/Producer (Found without the lab)'));
    const { results } = await setting.take();
    expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['stored-no-preview', 'unsupported-preview'],
      ['stored-no-preview', 'unsupported-preview'],
    ]);
    const item = await evidenceHandlers(setting.vault.context)['evidence.get']({
      id: results[1]?.itemId ?? '',
    });
    expect(item.facts.map(({ value }) => value)).toContain('Found without the lab');
  });

  it('failed, for what is no file, cannot be read, changed, or went away', async () => {
    setting = await makeSetting({ lab: pretendLab().lab });
    await put('a kept.txt', 'kept');
    await put('b grows.txt', 'grows');
    await put('c changes.txt', 'changes');
    await put('d goes.txt', 'goes');
    await put('e swapped.txt', 'swapped');
    await put('f unreadable.txt', 'unreadable');
    await symlink(join(setting.folder, 'a kept.txt'), join(setting.folder, 'g link.txt'));
    execFileSync('mkfifo', [join(setting.folder, 'h pipe')]);
    const path = (name: string): string => join(setting.folder, name);
    const reader: SourceReader = {
      ...realSources,
      open: async (opened) => {
        const name = opened.toString();
        if (name === path('d goes.txt')) await rm(name);
        if (name === path('e swapped.txt')) {
          await rm(name);
          await symlink(path('a kept.txt'), name);
        }
        if (name === path('f unreadable.txt')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
        const handle = await realSources.open(opened);
        if (name === path('b grows.txt') || name === path('c changes.txt')) {
          const read = handle.read.bind(handle);
          let first = true;
          handle.read = async (...args: Parameters<typeof read>) => {
            if (first && name === path('b grows.txt')) await appendFile(name, ' and grows');
            const result = await read(...args);
            if (first && name === path('c changes.txt')) await utimes(name, 1, 1);
            first = false;
            return result;
          };
        }
        return handle;
      },
    };
    const { job, results } = await setting.take([setting.folder], reader);
    expect(outcomes(results)).toEqual({
      'a kept.txt': 'stored',
      'b grows.txt': 'failed file-changed',
      'c changes.txt': 'failed file-changed',
      'd goes.txt': 'failed file-vanished',
      'e swapped.txt': 'failed not-a-file',
      'f unreadable.txt': 'failed read-failed',
      'g link.txt': 'failed not-a-file',
      'h pipe': 'failed not-a-file',
    });
    expect(job.state).toBe('done');
    expect(await filesOnDisk(setting)).toBe(1);
  });

  it('also when a folder goes away: before it is read, and while its files are', async () => {
    setting = await makeSetting({ lab: pretendLab().lab });
    await put('0.txt', 'first');
    for (const name of ['gone early', 'gone late']) {
      await mkdir(join(setting.folder, name));
      for (const each of ['1.txt', '2.txt'])
        await writeFile(join(setting.folder, name, each), `${name} ${each}`);
    }
    const reader: SourceReader = {
      ...realSources,
      readdir: async (path) => {
        if (path.toString().endsWith('gone early')) await rm(path, { recursive: true });
        return realSources.readdir(path);
      },
      open: async (path) => {
        if (path.toString().includes('gone late'))
          await rm(join(setting.folder, 'gone late'), { recursive: true, force: true });
        return realSources.open(path);
      },
    };
    const { results } = await setting.take([setting.folder, join(setting.folder, 'never there')], reader);
    expect(results.map(({ fileName, reason }) => [fileName.split('/').slice(1).join('/'), reason])).toEqual([
      ['0.txt', null],
      ['gone early', 'folder-vanished'],
      ['gone late/1.txt', 'file-vanished'],
      ['gone late/2.txt', 'file-vanished'],
      ['', 'file-vanished'],
    ]);
  });

  it('with a name that is no text, as from an old archive', async () => {
    setting = await makeSetting();
    const name = Buffer.concat([
      Buffer.from(`${setting.folder}/caf`),
      Buffer.from([0xe9]),
      Buffer.from('.txt'),
    ]);
    await writeFile(name, 'from an old computer');
    expect(outcomes((await setting.take()).results)).toEqual({
      'caf\ufffd.txt': 'stored',
    });
  });
});
