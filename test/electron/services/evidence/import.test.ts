import { appendFile, mkdir, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { realSources } from '../../../../electron/services/evidence/sources';
import type { SourceReader } from '../../../../electron/services/evidence/sources';
import { verifyAudit } from '../../../../electron/vault/audit';
import { realFs } from '../../../../electron/vault/fs-layer';
import { heic, jpeg, pdf, png, pngText, tiff } from './files';
import { makeSetting, outcomes, pretendLab, refusing } from './setting';
import type { Setting } from './setting';

let setting: Setting;
afterEach(() => setting.end());

const put = (name: string, bytes: Buffer | string): Promise<void> =>
  writeFile(join(setting.folder, name), bytes);

async function filesOnDisk(): Promise<number> {
  const all = await readdir(join(setting.vault.folder, 'evidence'), { recursive: true, withFileTypes: true });
  return all.filter((each) => each.isFile()).length;
}
const rows = (table: 'files' | 'evidence' | 'facts' | 'derivatives' | 'import_results'): number =>
  setting.vault.context.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

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
      '.DS_Store': 'stored-no-preview unsupported-preview',
      'a.png': 'stored',
      'b.jpg': 'stored',
      'c.heic': 'stored',
      'd.pdf': 'stored',
      'e huge.png': 'stored-no-preview file-too-large',
      'f huge.heic': 'stored-no-preview file-too-large',
      'g.txt': 'stored-no-preview unsupported-preview',
      'h empty.png': 'stored-no-preview file-empty',
    });
    expect(job).toMatchObject({ state: 'done', done: 9, total: 9 });
    expect(job.counts).toEqual({ stored: 4, noPreview: 5, duplicate: 0, failed: 0, cancelled: 0 });
    // Nothing too large ever reached a decoder.
    expect(asked).toHaveLength(4);
    expect(rows('files')).toBe(await filesOnDisk());
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
    setting = await makeSetting({ lab: { ask: () => Promise.reject(new TypeError('fault')) } });
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
      'a kept.txt': 'stored-no-preview unsupported-preview',
      'b grows.txt': 'failed file-changed',
      'c changes.txt': 'failed file-changed',
      'd goes.txt': 'failed file-vanished',
      'e swapped.txt': 'failed not-a-file',
      'f unreadable.txt': 'failed read-failed',
      'g link.txt': 'failed not-a-file',
      'h pipe': 'failed not-a-file',
    });
    expect(job.state).toBe('done');
    expect(await filesOnDisk()).toBe(1);
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
      ['0.txt', 'unsupported-preview'],
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
      'caf\ufffd.txt': 'stored-no-preview unsupported-preview',
    });
  });
});

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
    expect(reasons).toEqual([
      ...Array<string>(3).fill('disk-full'),
      ...Array<string>(4).fill('unsupported-preview'),
    ]);
    expect(rows('files')).toBe(await filesOnDisk());
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
    expect(await filesOnDisk()).toBe(0);
    expect(rows('files')).toBe(0);
    expect(outcomes((await setting.take()).results)).toEqual({ 'a.png': 'stored' });
  });
});

describe('the same content again', () => {
  it('is not stored, not decoded, and noted once with its other name', async () => {
    const { lab, asked } = pretendLab();
    setting = await makeSetting({ lab });
    await put('a.png', png());
    await setting.take();
    await put('b.png', png());
    const before = await filesOnDisk();
    for (const round of [1, 2]) {
      const { results } = await setting.take([join(setting.folder, 'b.png')]);
      expect(results, `round ${round}`).toMatchObject([
        { outcome: 'duplicate', exhibitRef: 'RB/1', reason: null },
      ]);
    }
    expect(await filesOnDisk()).toBe(before);
    expect(asked).toHaveLength(1);
    const handlers = evidenceHandlers(setting.vault.context);
    const [item] = await handlers['evidence.list']({
      caseId: setting.caseId,
      search: '',
      filter: 'all',
      sort: 'date',
    });
    const { facts } = await handlers['evidence.get']({ id: item?.id ?? '' });
    expect(facts.filter(({ label }) => label === 'Handed in again').map(({ value }) => value)).toEqual([
      'The same content also came as b.png.',
    ]);
  });

  it('within one import is found too, though files are read ahead', async () => {
    setting = await makeSetting({ lab: pretendLab().lab });
    for (const name of ['1.png', '2.png', '3.png', '4.png']) await put(name, png());
    const { results } = await setting.take();
    expect(results.map(({ outcome, exhibitRef }) => `${outcome} ${exhibitRef ?? ''}`)).toEqual([
      'stored RB/1',
      'duplicate RB/1',
      'duplicate RB/1',
      'duplicate RB/1',
    ]);
    expect(rows('files')).toBe(await filesOnDisk());
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
    expect(rows('files')).toBe(await filesOnDisk());
    expect(rows('import_results')).toBe(12);
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
    expect(await filesOnDisk()).toBe(0);
  });
});

describe('what is kept', () => {
  it('exhibit numbers run in the order of names and are never given twice, not even after an item is gone', async () => {
    setting = await makeSetting();
    for (const name of ['b.txt', 'a.txt', 'c.txt']) await put(name, name);
    const first = await setting.take();
    expect(first.results.map(({ exhibitRef }) => exhibitRef)).toEqual(['RB/1', 'RB/2', 'RB/3']);
    const { db } = setting.vault.context;
    db.prepare('DELETE FROM evidence WHERE exhibit_ref = ?').run('RB/3');
    await put('d.txt', 'd');
    const second = await setting.take([join(setting.folder, 'd.txt')]);
    expect(second.results.map(({ exhibitRef }) => exhibitRef)).toEqual(['RB/4']);
  });

  it('a file that fails uses up no number', async () => {
    setting = await makeSetting();
    await put('a.txt', 'a');
    await symlink('/etc/hostname', join(setting.folder, 'b link'));
    await put('c.txt', 'c');
    expect((await setting.take()).results.map(({ exhibitRef }) => exhibitRef)).toEqual([
      'RB/1',
      null,
      'RB/2',
    ]);
  });

  it('the report of an import is there after a restart', async () => {
    setting = await makeSetting({ lab: pretendLab().lab });
    await put('a.png', png());
    await put('b.png', png());
    await symlink('/etc/hostname', join(setting.folder, 'c'));
    const { job, results } = await setting.take();
    setting.vault = await setting.vault.reopen();
    const report = await evidenceHandlers(setting.vault.context)['jobs.importReport']({ id: job.id });
    expect(report.results).toEqual(results);
    expect(report.job).toMatchObject({
      state: 'done',
      total: 3,
      counts: { stored: 1, duplicate: 1, failed: 1 },
    });
  });

  it('one audit entry for each file that went in or was recognised, and the chain verifies', async () => {
    setting = await makeSetting();
    const before = verifyAudit(setting.vault.context.db).entries;
    await put('a.txt', 'a');
    await put('b.txt', 'a');
    await symlink('/etc/hostname', join(setting.folder, 'c'));
    await setting.take();
    expect(verifyAudit(setting.vault.context.db)).toMatchObject({ ok: true, entries: before + 2 });
  });

  it('derivatives name what they were made from and how', async () => {
    setting = await makeSetting({ lab: pretendLab().lab });
    await put('a.heic', heic(tiff({}), { width: 40, height: 30 }));
    const { results } = await setting.take();
    const made = setting.vault.context.db
      .prepare('SELECT kind, parent_sha256, operations FROM derivatives ORDER BY kind')
      .all();
    expect(made).toMatchObject([
      { kind: 'rendition', parent_sha256: results[0]?.sha256 },
      { kind: 'thumb', parent_sha256: results[0]?.sha256 },
    ]);
  });

  it('what the lab read in a PDF, rather than what a search of its bytes would find', async () => {
    setting = await makeSetting({ lab: pretendLab().lab });
    await put('a.pdf', pdf('/Producer (In the bytes)'));
    const { results } = await setting.take();
    const item = await evidenceHandlers(setting.vault.context)['evidence.get']({
      id: results[0]?.itemId ?? '',
    });
    expect(item.facts.find(({ field }) => field === 'software')?.value).toBe('From the lab');
    expect(item).toMatchObject({ pages: 3, bestDate: { edtf: '2026-03-03', source: 'pdf-info' } });
  });

  it('conflicts, edits and screenshots as the list shows them', async () => {
    setting = await makeSetting({ lab: pretendLab().lab });
    const exif = (date: string): Buffer => tiff({ exif: [[0x9003, date]] });
    await put('Screenshot_20260303-210005_WhatsApp.jpg', jpeg({ exif: exif('2026:03:03 22:00:05') }));
    await put('Screenshot_2024-06-28-21-06-21-191-edit_com.whatsapp.jpg', jpeg());
    await put('z.png', png({ chunks: [pngText('Software', 'GIMP')] }));
    await setting.take();
    const handlers = evidenceHandlers(setting.vault.context);
    const list = (filter: 'conflicts' | 'edited') =>
      handlers['evidence.list']({ caseId: setting.caseId, search: '', filter, sort: 'exhibit' });
    expect((await list('conflicts')).map(({ exhibitRef }) => exhibitRef)).toEqual(['RB/2']);
    expect((await list('edited')).map(({ exhibitRef }) => exhibitRef)).toEqual(['RB/1', 'RB/3']);
  });
});
