import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { textHandlers } from '../../../../electron/services/text/handlers';
import { createTextWork } from '../../../../electron/services/text/work';
import type { TextWork } from '../../../../electron/services/text/work';
import type { Job } from '../../../../shared/models/job';
import { HoldfastError } from '../../../../shared/errors';
import { codeOf } from '../../../helpers/code-of';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { pretendTextLab } from './pretend-text-lab';

type Before = Parameters<typeof pretendTextLab>[0];

let vault: TestVault;
let lab: ReturnType<typeof pretendTextLab>;
let work: TextWork;
let caseId: string;
let text: ReturnType<typeof textHandlers>;
let count = 0;
let before: NonNullable<Before> = () => undefined;

beforeEach(async () => {
  count = 0;
  before = () => undefined;
  lab = pretendTextLab((request) => before(request));
  vault = await makeTestVault({ textLab: lab.lab });
  caseId = (await caseHandlers(vault.context)['cases.create'](filledCase)).id;
  start();
});
afterEach(async () => {
  await vault.close();
});

function start(): void {
  work = createTextWork(vault.context);
  text = textHandlers(vault.context, work);
}

/** An item as an import stores it: the pretended lab reads from it what it holds. */
async function item(
  content: string,
  kind: { readonly kind: 'image' | 'pdf'; readonly screenshot?: boolean } = { kind: 'image' },
): Promise<string> {
  count += 1;
  const id = await addItem(vault.vault, caseId, count, Buffer.from(content, 'latin1'));
  vault.context.db
    .prepare(`UPDATE evidence SET kind = ?, mime = ?, preview = 'ready' WHERE id = ?`)
    .run(kind.kind, kind.kind === 'pdf' ? 'application/pdf' : 'image/png', id);
  if (kind.screenshot === true) {
    vault.context.db
      .prepare(
        `INSERT INTO facts (id, item_id, field, source, code, raw, value, rank)
         VALUES (?, ?, 'screenshot', 'xmp', 'xmp.UserComment', '', 'yes', 2)`,
      )
      .run(vault.context.newId(), id);
  }
  return id;
}

/** Queues what has no text, as opening the vault does, and reads until nothing waits. */
async function readAll(): Promise<Job | undefined> {
  start();
  return settle();
}

async function settle(): Promise<Job | undefined> {
  work.wake();
  const running = vault.context.jobs.list().findLast(({ kind }) => kind === 'text');
  return running === undefined ? undefined : vault.context.jobs.ended(running.id);
}

const textOf = async (id: string): Promise<string> =>
  (await text['text.item']({ id, from: 1 })).pages.map((page) => page.text).join('|');
const found = async (search: string): Promise<readonly string[]> =>
  (
    await evidenceHandlers(vault.context)['evidence.list']({ caseId, search, filter: 'all', sort: 'exhibit' })
  ).map(({ exhibitRef }) => exhibitRef);

describe('reading text', () => {
  it('reads screenshots first, then documents, then photographs, and of those the newest first', async () => {
    await item('photo one');
    await item('%PDF one', { kind: 'pdf' });
    await item('shot one', { kind: 'image', screenshot: true });
    await item('photo two');
    await item('shot two', { kind: 'image', screenshot: true });
    const job = await readAll();
    expect(job).toMatchObject({ kind: 'text', state: 'done', done: 7, total: 7 });
    expect(
      lab.asked.map((request) =>
        request.type === 'recognise'
          ? request.page === null
            ? Buffer.from(request.bytes).toString('latin1')
            : `page ${request.page}`
          : request.type,
      ),
    ).toEqual(['shot two', 'shot one', 'pdf-text', 'page 2', 'page 4', 'photo two', 'photo one']);
    expect(lab.rests).toBe(1);
  });

  it('reads what is on the screen before everything else', async () => {
    const photo = await item('the photo in front of me');
    await item('a shot', { kind: 'image', screenshot: true });
    start();
    work.prioritise([photo]);
    await settle();
    expect(Buffer.from(lab.asked[0]?.bytes ?? []).toString()).toBe('the photo in front of me');
  });

  it('takes the text a PDF carries itself and recognises only the pages without any', async () => {
    const id = await item('%PDF', { kind: 'pdf' });
    await readAll();
    const { pages } = await text['text.item']({ id, from: 1 });
    expect(pages.map(({ page, source }) => `${page} ${source}`)).toEqual([
      '1 embedded',
      '2 ocr',
      '3 embedded',
      '4 ocr',
      '5 embedded',
    ]);
  });

  it('does not read the same content twice', async () => {
    const first = await item('the same words');
    await readAll();
    const second = await item('the same words');
    await readAll();
    expect(lab.asked).toHaveLength(1);
    expect([await textOf(first), await textOf(second)]).toEqual(['the same words', 'the same words']);
  });

  it('keeps a page that cannot be read with the reason, goes on, and tries it again when told to', async () => {
    const bad = await item('bad');
    const good = await item('good');
    before = ({ bytes }) => {
      if (Buffer.from(bytes).toString() === 'bad') throw new HoldfastError('decoder-timeout');
    };
    await readAll();
    expect(await textOf(good)).toBe('good');
    expect(await text['text.failures']({})).toMatchObject([
      { itemId: bad, page: 1, reason: 'decoder-timeout' },
    ]);
    expect(await text['text.state']({})).toMatchObject({ waiting: 0, failed: 1 });
    before = () => undefined;
    expect(await text['text.retry']({ id: bad })).toEqual({ pages: 1 });
    await settle();
    expect(await textOf(bad)).toBe('bad');
  });

  it('blames no page where there is no lab, and reads them another day', async () => {
    const id = await item('words');
    before = () => {
      throw new HoldfastError('runtime-unsupported');
    };
    expect(await readAll()).toMatchObject({ state: 'failed', error: 'runtime-unsupported' });
    expect(await text['text.state']({})).toMatchObject({ waiting: 1, failed: 0 });
    before = () => undefined;
    await settle();
    expect(await textOf(id)).toBe('words');
  });

  it('goes on after a restart with the pages that are left', async () => {
    const ids = [await item('one'), await item('two'), await item('three')];
    before = () => {
      if (lab.asked.length === 2) throw new HoldfastError('vault-locked');
    };
    await readAll();
    expect(lab.asked).toHaveLength(2);
    vault = await vault.reopen();
    before = () => undefined;
    await readAll();
    expect(lab.asked).toHaveLength(4);
    expect(await Promise.all(ids.map(textOf))).toEqual(['one', 'two', 'three']);
  });

  it('goes on in the middle of a PDF without reading its first pages again', async () => {
    const id = await item('%PDF', { kind: 'pdf' });
    vault.context.db
      .prepare(
        `INSERT INTO text_pages (item_id, page, source, text, engine, languages, at) VALUES (?, 1, 'embedded', 'kept', 'PDF', '', '')`,
      )
      .run(id);
    vault.context.db
      .prepare(`INSERT INTO text_queue (item_id, page, priority, state) VALUES (?, 0, 20, 'waiting')`)
      .run(id);
    await settle();
    expect(lab.asked[0]).toMatchObject({ type: 'pdf-text', from: 2 });
    expect((await textOf(id)).startsWith('kept|')).toBe(true);
  });

  it('makes way for an import and goes on when it has ended', async () => {
    await item('one');
    const { jobs } = vault.context;
    let finish = (): void => undefined;
    const busy = jobs.start(
      'import',
      caseId,
      () =>
        new Promise((resolve) => {
          finish = () => {
            resolve({ resultId: null });
          };
        }),
    );
    start();
    work.wake();
    await Promise.resolve();
    expect(lab.asked).toHaveLength(0);
    finish();
    await jobs.ended(busy.id);
    await settle();
    expect(lab.asked).toHaveLength(1);
  });

  it('stops when it is told to, finishes nothing after that, and goes on when it is told to', async () => {
    const ids = [await item('one'), await item('two'), await item('three')];
    before = async () => {
      await text['text.pause']({});
    };
    expect(await readAll()).toMatchObject({ state: 'cancelled' });
    expect(await text['text.state']({})).toMatchObject({ paused: true, waiting: 2 });
    work.wake();
    expect(lab.asked).toHaveLength(1);
    before = () => undefined;
    await text['text.resume']({});
    await settle();
    expect(await Promise.all(ids.map(textOf))).toEqual(['one', 'two', 'three']);
  });

  it('reads nothing while it is switched off, also after a restart, and everything when it is switched on', async () => {
    await text['text.setEnabled']({ enabled: false });
    const id = await item('later');
    await readAll();
    vault = await vault.reopen();
    await readAll();
    expect(lab.asked).toHaveLength(0);
    expect(await text['text.state']({})).toMatchObject({ enabled: false, waiting: 1 });
    await text['text.setEnabled']({ enabled: true });
    await settle();
    expect(await textOf(id)).toBe('later');
  });

  it('keeps nothing of an item that was erased while it was being read', async () => {
    const id = await item('gone');
    before = async () => {
      await eraseHandlers(vault.vault)['erase.item']({ id, reason: 'asked for' });
    };
    expect(await readAll()).toMatchObject({ state: 'done' });
    expect(vault.context.db.prepare('SELECT count(*) FROM text_pages').pluck().get()).toBe(0);
  });
});

describe('text that was read', () => {
  it('is found by the beginnings of words, whatever their case and marks, and shown with the place', async () => {
    await item('Meet me outside the café at nine');
    await item('something else');
    await readAll();
    expect(await found('CAFE outs')).toEqual(['WR/1']);
    expect(await found('"outside" OR (')).toEqual([]);
    expect(await found('afe')).toEqual([]);
    const [hit] = await evidenceHandlers(vault.context)['evidence.list']({
      caseId,
      search: 'cafe',
      filter: 'all',
      sort: 'exhibit',
    });
    expect(hit?.found).toMatchObject({ page: 1, corrected: false });
    expect(hit?.found?.snippet.filter((part) => part.found)).toEqual([{ text: 'café', found: true }]);
  });

  it('is searched as it was corrected, and shown as corrected by whom; the machine’s text stays', async () => {
    const id = await item('I saw y0u');
    await readAll();
    const corrected = await text['text.correct']({ id, page: 1, text: 'I saw you', version: 0 });
    expect(corrected.pages[0]).toMatchObject({
      text: 'I saw y0u',
      correction: { version: 1, text: 'I saw you', author: 'Test advocate' },
    });
    expect(await found('you')).toEqual(['WR/1']);
    expect(await found('y0u')).toEqual([]);
    expect(await codeOf(() => text['text.correct']({ id, page: 1, text: 'late', version: 0 }))).toBe(
      'conflict',
    );
  });

  it('stays corrected when it is read again', async () => {
    const id = await item('first');
    await readAll();
    await text['text.correct']({ id, page: 1, text: 'mended', version: 0 });
    await text['text.chooseForItem']({ id, languages: ['eng'] });
    await settle();
    expect(lab.asked).toHaveLength(2);
    expect((await text['text.item']({ id, from: 1 })).pages[0]?.correction?.text).toBe('mended');
    expect(await found('mended')).toEqual(['WR/1']);
  });

  it('is gone from the index when its item is erased', async () => {
    const id = await item('secretword');
    await readAll();
    await eraseHandlers(vault.vault)['erase.item']({ id, reason: 'asked for' });
    expect(vault.context.db.prepare('SELECT count(*) FROM text_index').pluck().get()).toBe(0);
    expect(await found('secretword')).toEqual([]);
  });

  it('becomes a fact about what is shown, with its reason, only when somebody says so', async () => {
    const id = await item('21:05');
    await readAll();
    const facts = async () => (await evidenceHandlers(vault.context)['evidence.get']({ id })).facts;
    expect((await facts()).filter(({ field }) => field === 'shown')).toEqual([]);
    await text['text.useAsShown']({
      id,
      page: 1,
      raw: '21:05',
      edtf: '2026-11-03',
      time: '21:05',
      reason: 'the clock of the phone',
    });
    expect((await facts()).find(({ field }) => field === 'shown')).toMatchObject({
      source: 'ocr',
      raw: '21:05',
      value: '2026-11-03',
      time: '21:05',
      code: 'ocr.Page',
      detail: '1: the clock of the phone',
    });
    expect(
      await codeOf(() =>
        text['text.useAsShown']({ id, page: 1, raw: 'x', edtf: '2026-99-99', time: null, reason: 'r' }),
      ),
    ).toBe('invalid-input');
  });
});

describe('further languages', () => {
  const install = async (name: string, bytes: Buffer): Promise<string> => {
    const path = join(vault.folder, '..', name);
    await writeFile(path, bytes);
    return codeOf(() => text['text.addLanguage']({ source: path }));
  };

  it('are installed from a file, packed or not, under their name, and kept encrypted', async () => {
    await install('pol.traineddata.gz', gzipSync(Buffer.from('trained data')));
    expect((await text['text.state']({})).languages).toEqual([
      { code: 'eng', name: 'English', removable: false },
      { code: 'pol', name: 'Polish', removable: true },
    ]);
    expect(lab.asked).toMatchObject([{ type: 'language', code: 'pol' }]);
    expect(Buffer.from(lab.asked[0]?.bytes ?? []).toString()).toBe('trained data');
  });

  it('are refused when the name says none, the file is empty or unpacks to too much, or Tesseract cannot open it', async () => {
    expect(await install('notes.txt', Buffer.from('x'))).toBe('language-unusable');
    expect(await install('eng.traineddata', Buffer.from('x'))).toBe('language-unusable');
    expect(await install('pol.traineddata', Buffer.alloc(0))).toBe('language-unusable');
    expect(await install('pol.traineddata.gz', gzipSync(Buffer.alloc(70 * 1024 * 1024)))).toBe(
      'language-unusable',
    );
    expect(await install('pol.traineddata.gz', Buffer.from([0x1f, 0x8b, 1, 2, 3]))).toBe('language-unusable');
    before = () => {
      throw new HoldfastError('language-unusable');
    };
    expect(await install('pol.traineddata', Buffer.from('x'))).toBe('language-unusable');
    expect((await text['text.state']({})).languages).toHaveLength(1);
  });

  it('are handed to a new lab when it asks, and the item is read in those chosen for it, else for its case', async () => {
    await install('pol.traineddata', Buffer.from('trained'));
    const own = await item('own');
    const other = await item('other');
    await text['text.chooseForCase']({ id: caseId, languages: ['eng', 'pol'] });
    let known = false;
    before = (request) => {
      if (request.type === 'language') known = true;
      if (request.type === 'recognise' && request.languages.includes('pol') && !known) {
        throw new HoldfastError('language-unusable');
      }
    };
    await text['text.chooseForItem']({ id: own, languages: ['eng'] });
    await readAll();
    expect((await text['text.item']({ id: other, from: 1 })).pages[0]?.languages).toBe('eng+pol');
    expect((await text['text.item']({ id: own, from: 1 })).pages[0]?.languages).toBe('eng');
    expect(await codeOf(() => text['text.chooseForCase']({ id: caseId, languages: ['fra'] }))).toBe(
      'language-unusable',
    );
    await text['text.removeLanguage']({ code: 'pol' });
    expect(await text['text.languagesOfCase']({ id: caseId })).toEqual({ languages: ['eng'] });
  });
});
