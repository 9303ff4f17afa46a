import { afterEach, describe, expect, it } from 'vitest';
import { readBundleItems } from '../../../../electron/services/bundle/sources';
import { makeCopies, readPicturesAgain } from '../../../../electron/services/evidence/bundle-copy/make-all';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { readItem, readOrientation } from '../../../../electron/services/items/item-rows';
import { waitingForReading } from '../../../../electron/services/evidence/read-again/wanted';
import { redactionHandlers } from '../../../../electron/services/redaction/handlers';
import { insertRedaction } from '../../../../electron/services/redaction/rows';
import type { LabRequest } from '../../../../shared/contract/lab';
import { HoldfastError } from '../../../../shared/errors';
import { codeOf } from '../../../helpers/code-of';
import { jpegOf, moving, pngOf, tiffOf } from '../../../helpers/lying-pictures';
import { filesOnDisk, makeSetting, pretendLab } from './setting';
import type { Setting } from './setting';
import { insertFile } from '../../../../electron/services/items/file-rows';

let setting: Setting;
afterEach(() => setting.end());

/** Takes a file in, and makes its rows what an older version would have left of it. */
async function asBefore(name: string, bytes: Buffer, row = ''): Promise<string> {
  await setting.put(name, bytes);
  const [result] = (await setting.take()).results;
  const id = result?.itemId ?? '';
  const { db } = setting.vault.context;
  db.prepare(`UPDATE evidence SET pages = NULL, page_sizes = NULL, pictures = NULL ${row} WHERE id = ?`).run(
    id,
  );
  db.prepare('INSERT INTO pictures_to_read (item_id) VALUES (?)').run(id);
  return id;
}

const open = (id: string) => evidenceHandlers(setting.vault.context)['evidence.get']({ id });
const queued = (id: string): unknown[] =>
  setting.vault.context.db
    .prepare('SELECT page FROM text_queue WHERE item_id = ? ORDER BY page')
    .pluck()
    .all(id);

async function inBackground(): Promise<void> {
  const { context } = setting.vault;
  const { id } = context.jobs.start('copies', null, async (control) => {
    await readPicturesAgain(context, control);
    await makeCopies(context, control);
    return { resultId: null };
  });
  await context.jobs.ended(id);
}

describe('a picture that an older version took in', () => {
  it('gets its pages when it is opened, is read page by page, and what was made of it is made anew', async () => {
    setting = await makeSetting({ lab: pretendLab().lab });
    const id = await asBefore('scan.tif', tiffOf([{ orientation: 1 }, { orientation: 6 }]));
    const files = await filesOnDisk(setting);
    const { db } = setting.vault.context;
    db.prepare(
      `INSERT INTO text_pages (item_id, page, source, text, engine, languages, at)
       VALUES (?, 1, 'ocr', 'lying on its side', 'x', 'eng', '2026-01-01T00:00:00Z')`,
    ).run(id);
    expect(await open(id)).toMatchObject({ pages: 2 });
    expect(readOrientation(setting.vault.context, id, 2)).toBe(6);
    expect(queued(id)).toEqual([1, 2]);
    expect(db.prepare('SELECT count(*) FROM text_pages').pluck().get()).toBe(0);
    expect(await filesOnDisk(setting)).toBe(files);
    expect(waitingForReading(setting.vault.context)).toEqual([]);
  });

  it('is turned again by the job, also where its size does not tell', async () => {
    const { lab, asked } = pretendLab();
    setting = await makeSetting({ lab });
    const id = await asBefore('half-turn.png', pngOf({ orientation: 3 }), ', orientation = 1');
    asked.length = 0;
    await inBackground();
    expect(readOrientation(setting.vault.context, id)).toBe(3);
    expect(asked.filter(({ type }) => type === 'image')[0]).toMatchObject({ orientation: 3 });
    expect(waitingForReading(setting.vault.context)).toEqual([]);
  });

  it('is not drawn again where nothing can have been wrong', async () => {
    const { lab, asked } = pretendLab();
    setting = await makeSetting({ lab });
    const id = await asBefore('photo.jpg', jpegOf({ orientation: 6 }), ', width = 40, height = 60');
    const movingId = await asBefore('moving.gif', moving.gif, ', width = 60, height = 40');
    asked.length = 0;
    await open(id);
    expect(await open(movingId)).toMatchObject({ pictures: 3 });
    expect(asked).toEqual([]);
    expect(waitingForReading(setting.vault.context)).toEqual([]);
  });

  it('waits on while there is no lab, and is there all the same', async () => {
    let isThere = true;
    const refuse = (_request: LabRequest): void => {
      if (!isThere) throw new HoldfastError('unsupported-preview');
    };
    setting = await makeSetting({ lab: pretendLab(refuse).lab });
    const id = await asBefore('scan.tif', tiffOf([{ orientation: 1 }, { orientation: 1 }]));
    isThere = false;
    await open(id);
    expect(waitingForReading(setting.vault.context)).toEqual([id]);
    expect(readItem(setting.vault.context, id).preview).toBe('ready');
    isThere = true;
    expect(await open(id)).toMatchObject({ pages: 2 });
  });

  it('is not printed by a redacted copy whose boxes may lie on the wrong places', async () => {
    setting = await makeSetting({ lab: pretendLab().lab });
    const { context } = setting.vault;
    const id = await asBefore('turned.png', pngOf({ orientation: 6 }), ', width = 60, height = 40');
    const file = await context.files.write([Buffer.from('a copy')]);
    const copy = context.newId();
    context.act({ action: 'redaction.make', subject: id }, () => {
      insertFile(context, file);
      const box = { page: 1, x: 0, y: 0, width: 0.5, height: 0.5, reason: 'child' as const };
      insertRedaction(
        context,
        setting.caseId,
        {
          id: copy,
          itemId: id,
          mime: 'image/png',
          parentSha256: 'a'.repeat(64),
          boxes: [{ ...box, note: '', words: '' }],
          made: {
            operations: ['The original was decoded and turned upright.'],
            turned: false,
            pages: [{ width: 60, height: 40, points: null }],
          },
          checks: [{ id: 'covered', state: 'ok', text: '1 place is covered.' }],
        },
        file,
      );
    });
    await open(id);
    const options = { itemIds: [id], rowsOf: {} } as unknown as Parameters<typeof readBundleItems>[2];
    expect(readBundleItems(context, setting.caseId, options)).toMatchObject([
      { reason: 'redaction-doubtful', pictures: null },
    ]);
    const handlers = redactionHandlers(context);
    expect(await handlers['redaction.list']({ itemId: id })).toMatchObject([
      { checks: [{ id: 'covered', state: 'unknown' }] },
    ]);
    const save = Promise.resolve().then(() =>
      handlers['redaction.save']({ id: copy, target: copy, recipient: null }),
    );
    expect(await codeOf(save)).toBe('redaction-doubtful');
  });
});
