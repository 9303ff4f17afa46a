import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { insertFile } from '../../../../electron/services/items/file-rows';
import { insertRedaction } from '../../../../electron/services/redaction/rows';
import { verifyAudit } from '../../../../electron/vault/audit';
import { evidenceDetailSchema } from '../../../../shared/models/evidence';
import { heic, jpeg, pdf, png, tiff } from './files';
import { makeSetting, picture, pretendLab } from './setting';
import type { Setting } from './setting';

let setting: Setting;
afterEach(() => setting.end());

const handlers = () => evidenceHandlers(setting.vault.context);
const list = (
  more: {
    readonly search?: string;
    readonly filter?: 'all' | 'undated' | 'uncited' | 'no-preview' | 'conflicts';
    readonly sort?: 'date' | 'exhibit';
  } = {},
) =>
  handlers()['evidence.list']({ caseId: setting.caseId, search: '', filter: 'all', sort: 'date', ...more });
/** One pixel. */
const gif = (): Buffer => Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const names = async (...args: Parameters<typeof list>) =>
  (await list(...args)).map(({ fileName }) => fileName);

async function withFiles(
  files: Readonly<Record<string, Buffer | string>>,
  lab = pretendLab(),
): Promise<typeof lab> {
  setting = await makeSetting({ lab: lab.lab });
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(setting.folder, name), bytes);
  await setting.take();
  return lab;
}
async function idOf(name: string): Promise<string> {
  return (await list()).find(({ fileName }) => fileName === name)?.id ?? '';
}

describe('the list of a case', () => {
  it('runs from the oldest to the newest, by what clocks in the UK showed', async () => {
    await withFiles({
      // 21:30 UTC is 22:30 on that summer evening.
      'PXL_20260703_213000123.jpg': jpeg(),
      'Screenshot_20260703-220000.png': png({ shade: 1 }),
      'Screenshot_20260703-230000.png': png({ shade: 2 }),
      'IMG-20260703-WA0001.jpg': jpeg({ width: 30 }),
    });
    expect(await names()).toEqual([
      'IMG-20260703-WA0001.jpg',
      'Screenshot_20260703-220000.png',
      'PXL_20260703_213000123.jpg',
      'Screenshot_20260703-230000.png',
    ]);
    expect((await list({ sort: 'exhibit' })).map(({ exhibitRef }) => exhibitRef)).toEqual([
      'RB/1',
      'RB/2',
      'RB/3',
      'RB/4',
    ]);
  });

  it('finds words in title, file name and reference, whatever their case', async () => {
    await withFiles({ 'Screenshot_20260703-220000_WhatsApp.png': png(), 'other.txt': 'x' });
    expect(await names({ search: ' whatsapp ' })).toEqual(['Screenshot_20260703-220000_WhatsApp.png']);
    expect(await names({ search: 'rb/2' })).toEqual(['other.txt']);
    expect(await names({ search: '%' })).toEqual([]);
  });

  it('shows what still needs a person: undated, without a preview, cited nowhere', async () => {
    await withFiles({ 'Screenshot_20260703-220000.png': png(), 'note.bin': Buffer.from([0, 1, 2]) });
    expect(await names({ filter: 'undated' })).toEqual(['note.bin']);
    expect(await names({ filter: 'no-preview' })).toEqual(['note.bin']);
    const chronology = chronologyHandlers(setting.vault.context);
    const shot = await idOf('Screenshot_20260703-220000.png');
    const draft = await chronology['chronology.draftFromEvidence']({ itemIds: [shot] });
    const entry = await chronology['chronology.create']({
      ...draft,
      caseId: setting.caseId,
      title: 'A message',
    });
    expect(await names({ filter: 'uncited' })).toEqual(['note.bin']);
    expect((await handlers()['evidence.get']({ id: shot })).entries).toMatchObject([
      { id: entry.id, title: 'A message' },
    ]);
    await chronology['chronology.remove']({ id: entry.id });
    expect(await names({ filter: 'uncited' })).toHaveLength(2);
    expect((await handlers()['evidence.get']({ id: shot })).entries).toEqual([]);
  });
});

describe('one item', () => {
  it('knows its neighbours and its place', async () => {
    await withFiles({
      'Screenshot_20260701-100000.png': png({ shade: 1 }),
      'Screenshot_20260702-100000.png': png({ shade: 2 }),
      'Screenshot_20260703-100000.png': png({ shade: 3 }),
    });
    const [first, second, third] = (await list()).map(({ id }) => id);
    const middle = await handlers()['evidence.get']({ id: second ?? '' });
    expect(middle).toMatchObject({ previousId: first, nextId: third, position: 2, total: 3 });
    expect(await handlers()['evidence.get']({ id: first ?? '' })).toMatchObject({
      previousId: null,
      position: 1,
    });
    expect(evidenceDetailSchema.safeParse(middle).success).toBe(true);
  });

  it('takes a new title, in an act of its own', async () => {
    await withFiles({ 'a.png': png() });
    const id = await idOf('a.png');
    const before = verifyAudit(setting.vault.context.db).entries;
    expect(await handlers()['evidence.update']({ id, title: 'The note on the door' })).toMatchObject({
      title: 'The note on the door',
    });
    expect(verifyAudit(setting.vault.context.db)).toMatchObject({ ok: true, entries: before + 1 });
  });

  it('with a name as long as a disk allows can still be opened', async () => {
    const name = `Screenshot_20260703-220000_${'a'.repeat(220)}.png`;
    await withFiles({ [name]: png() });
    const item = await handlers()['evidence.get']({ id: await idOf(name) });
    expect(evidenceDetailSchema.safeParse(item).success).toBe(true);
  });
});

describe('choosing a date', () => {
  const conflicting = () =>
    withFiles({
      'Screenshot_20260303-210005.jpg': jpeg({ exif: tiff({ exif: [[0x9003, '2026:03:04 09:00:00']] }) }),
    });

  it('of one of the facts ends the conflict and keeps the reason and every fact', async () => {
    await conflicting();
    const id = await idOf('Screenshot_20260303-210005.jpg');
    const before = await handlers()['evidence.get']({ id });
    expect(before).toMatchObject({ dateConflict: true, bestDate: { edtf: '2026-03-04', chosen: false } });
    const fact = before.facts.find(({ field, source }) => field === 'captured' && source === 'file-name');
    const after = await handlers()['evidence.chooseDate']({
      id,
      choice: { factId: fact?.id ?? '' },
      reason: 'Her phone shows it.',
    });
    expect(after).toMatchObject({
      dateConflict: false,
      dateReason: 'Her phone shows it.',
      bestDate: { edtf: '2026-03-03', time: '21:00:05', source: 'file-name', chosen: true },
    });
    expect(after.facts).toEqual(before.facts);
  });

  it('typed adds a fact that says so, also for a date that is not exact', async () => {
    await conflicting();
    const id = await idOf('Screenshot_20260303-210005.jpg');
    const after = await handlers()['evidence.chooseDate']({
      id,
      choice: { edtf: '2026-03~', time: null },
      reason: 'About then.',
    });
    expect(after.bestDate).toMatchObject({ edtf: '2026-03~', source: 'typed', chosen: true });
    expect(after.facts.filter(({ source }) => source === 'typed')).toHaveLength(1);
  });

  it('refuses dates that are none and facts of another item or kind, and changes nothing', async () => {
    await conflicting();
    const id = await idOf('Screenshot_20260303-210005.jpg');
    const before = await handlers()['evidence.get']({ id });
    const device = before.facts.find(({ field }) => field === 'screenshot');
    for (const choice of [
      { edtf: '2026-02-30', time: null },
      { edtf: '2026-03-03', time: '25:00' },
      { edtf: 'yesterday', time: null },
      { factId: device?.id ?? '' },
      { factId: setting.caseId },
    ]) {
      await expect(async () =>
        handlers()['evidence.chooseDate']({ id, choice, reason: 'r' }),
      ).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:invalid-input|not-found)$/) as unknown,
      });
    }
    expect(await handlers()['evidence.get']({ id })).toEqual(before);
    expect(verifyAudit(setting.vault.context.db).ok).toBe(true);
  });
});

describe('pictures for the screens', () => {
  it('are drawn by the lab from a picture that is quickly decoded, else the copy that it made, else a drawn page', async () => {
    const { asked } = await withFiles({
      'a.png': png(),
      'b.heic': heic(tiff({}), { width: 4, height: 4 }),
      'c.pdf': pdf(''),
    });
    const media = handlers()['media.read'];
    const preview = async (name: string) => media({ type: 'preview', id: await idOf(name) });
    expect(await preview('a.png')).toMatchObject({ mime: 'image/png', bytes: new Uint8Array([9]) });
    expect(await preview('b.heic')).toMatchObject({ mime: 'image/png', bytes: new Uint8Array([9]) });
    expect(await preview('c.pdf')).toMatchObject({ mime: 'image/png', bytes: new Uint8Array([1]) });
    expect(asked.at(-1)).toMatchObject({ type: 'pdf-page', page: 1 });
    expect(await media({ type: 'thumb', id: await idOf('c.pdf') })).toMatchObject({ mime: 'image/webp' });
  });

  it('are never what a stranger encoded, whatever is asked for of whatever kind', async () => {
    const given = {
      'a.png': png(),
      'b.jpg': jpeg(),
      'c.gif': gif(),
      'd.heic': heic(tiff({}), { width: 4, height: 4 }),
    };
    await withFiles(given);
    const media = handlers()['media.read'];
    for (const [name, original] of Object.entries(given)) {
      const id = await idOf(name);
      const shown = [
        await media({ type: 'thumb', id }),
        await media({ type: 'preview', id }),
        await media({ type: 'page', id, page: 1 }),
      ];
      for (const { bytes } of shown) expect(Buffer.from(bytes).equals(original), name).toBe(false);
      expect(shown.map(({ bytes }) => bytes.length)).toEqual([picture.bytes.length, 1, 1]);
    }
  });

  it('show a large picture smaller at first, and the whole of it when it is looked at closely', async () => {
    const { asked } = await withFiles({ 'a.jpg': jpeg() });
    const id = await idOf('a.jpg');
    setting.vault.context.db.prepare('UPDATE evidence SET width = 4000, height = 3000').run();
    const media = handlers()['media.read'];
    await media({ type: 'preview', id });
    await media({ type: 'page', id, page: 1 });
    const drawn = asked.flatMap((request) => (request.type === 'image' ? [request.rendition] : [])).slice(-2);
    expect(drawn).toEqual([
      { maxWidth: 2134, maxHeight: 1600, format: 'jpeg' },
      { maxWidth: 6000, maxHeight: 6000, format: 'jpeg' },
    ]);
  });

  it('of a redacted copy are drawn too: another office may have made it', async () => {
    const { asked } = await withFiles({ 'a.png': png() });
    const { context } = setting.vault;
    const copy = png({ shade: 9 });
    const file = await context.files.write([copy]);
    const itemId = await idOf('a.png');
    const id = context.newId();
    context.act({ action: 'redaction.make', subject: itemId }, () => {
      insertFile(context, file);
      const made = { operations: [], turned: true, pages: [{ width: 7, height: 5, points: null }] };
      const about = { ...{ id, itemId, mime: 'image/png' as const, parentSha256: 'a'.repeat(64) }, made };
      const boxes = [
        { page: 1, x: 0, y: 0, width: 0.5, height: 0.5, reason: 'other' as const, note: 'Name', words: '' },
      ];
      insertRedaction(context, setting.caseId, { ...about, boxes, checks: [] }, file);
    });
    const { bytes } = await handlers()['media.read']({ type: 'redacted', id, page: 1 });
    expect(bytes).toEqual(new Uint8Array([9]));
    expect(asked.at(-1)).toMatchObject({ type: 'image', orientation: 1, mime: 'image/png' });
  });

  it('are in memory of their own, so that nothing beside them travels along', async () => {
    await withFiles({ 'a.png': png() });
    const { bytes } = await handlers()['media.read']({ type: 'thumb', id: await idOf('a.png') });
    expect(bytes.buffer.byteLength).toBe(bytes.byteLength);
  });

  it('are drawn once for a page that is asked for again, also by two at the same time', async () => {
    const { asked } = await withFiles({ 'c.pdf': pdf('') });
    const media = handlers()['media.read'];
    const id = await idOf('c.pdf');
    const before = asked.length;
    await Promise.all([1, 2, 2, 1].map(async (page) => media({ type: 'page', id, page })));
    await media({ type: 'page', id, page: 2 });
    expect(asked.length - before).toBe(2);
  });

  it('that could not be drawn are tried again the next time', async () => {
    let broken = true;
    const lab = pretendLab((request) => {
      if (request.type === 'pdf-page' && broken) throw new Error('broken');
    });
    await withFiles({ 'c.pdf': pdf('') }, lab);
    const id = await idOf('c.pdf');
    const media = handlers()['media.read'];
    await expect(media({ type: 'page', id, page: 1 })).rejects.toThrow();
    broken = false;
    expect(await media({ type: 'page', id, page: 1 })).toMatchObject({ mime: 'image/png' });
  });

  it('are refused for what has none', async () => {
    await withFiles({ 'a.txt': 'x' });
    const id = await idOf('a.txt');
    const media = handlers()['media.read'];
    await expect(media({ type: 'thumb', id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(media({ type: 'preview', id })).rejects.toMatchObject({ code: 'unsupported-preview' });
    await expect(media({ type: 'page', id, page: 1 })).rejects.toMatchObject({ code: 'unsupported-preview' });
    await expect(media({ type: 'thumb', id: setting.caseId })).rejects.toMatchObject({ code: 'not-found' });
  });
});
