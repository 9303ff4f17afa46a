import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { verifyAudit } from '../../../../electron/vault/audit';
import { heic, jpeg, pdf, png, pngText, tiff } from './files';
import { expectNoLooseFiles, filesOnDisk, makeSetting, pretendLab } from './setting';
import type { Setting } from './setting';

let setting: Setting;
afterEach(() => setting.end());

const put = (name: string, bytes: Buffer | string): Promise<void> => setting.put(name, bytes);

describe('the same content again', () => {
  it('is not stored, not decoded, and noted once with its other name', async () => {
    const { lab, asked } = pretendLab();
    setting = await makeSetting({ lab });
    await put('a.png', png());
    await setting.take();
    await put('b.png', png());
    const before = await filesOnDisk(setting);
    for (const round of [1, 2]) {
      const { results } = await setting.take([join(setting.folder, 'b.png')]);
      expect(results, `round ${round}`).toMatchObject([
        { outcome: 'duplicate', exhibitRef: 'RB/1', reason: null },
      ]);
    }
    expect(await filesOnDisk(setting)).toBe(before);
    expect(asked).toHaveLength(1);
    const handlers = evidenceHandlers(setting.vault.context);
    const [item] = await handlers['evidence.list']({
      caseId: setting.caseId,
      search: '',
      filter: 'all',
      sort: 'date',
    });
    const { facts } = await handlers['evidence.get']({ id: item?.id ?? '' });
    expect(facts.filter(({ code }) => code === 'file-name.Again').map(({ value }) => value)).toEqual([
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
    await expectNoLooseFiles(setting);
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
    await put('a.bin', Buffer.from([0, 1]));
    await put('b.bin', Buffer.from([0, 1]));
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
