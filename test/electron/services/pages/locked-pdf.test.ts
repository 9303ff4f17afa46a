import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { continuityHandlers } from '../../../../electron/services/continuity/handlers';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { readItem, readOriginal } from '../../../../electron/services/items/item-rows';
import { readShown } from '../../../../electron/services/items/shown-as';
import { pagesHandlers } from '../../../../electron/services/pages/handlers';
import { recordHandlers } from '../../../../electron/services/records/handlers';
import { readQueued } from '../../../../electron/services/text/read-page';
import { recordRules } from '../../../../electron/vault-process/record-rules';
import { recordIdAbout } from '../../../../electron/vault/records/record-id';
import { codeOf } from '../../../helpers/code-of';
import { fixturePdf, useDecoderOfPackage } from '../../../helpers/pdfium';
import { pdfLab } from '../../../helpers/pdf-lab';
import { filesOnDisk, makeSetting, outcomes } from '../evidence/setting';
import type { Setting } from '../evidence/setting';

beforeAll(useDecoderOfPackage);

const password = 'Blue Door 7';
let setting: Setting;
let made: ReturnType<typeof pdfLab>;
beforeEach(async () => {
  made = pdfLab();
  setting = await makeSetting({ lab: made.lab, textLab: made.textLab });
});
afterEach(() => setting.end());

const pages = () => pagesHandlers(setting.vault.context);

async function take(name: string): Promise<string> {
  await setting.put(name.split('/').at(-1) ?? name, fixturePdf(name));
  const { results } = await setting.take();
  return results[0]?.itemId ?? '';
}

/** Why it did not open. */
function tried(id: string, word: string): Promise<string> {
  return codeOf(Promise.resolve(pages()['pages.open']({ id, password: word })));
}

/** All that stands in the vault but the versions of records, as text. */
function allButRecords(): string {
  const { db } = setting.vault.context;
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'record_versions'")
    .pluck()
    .all() as string[];
  return tables.map((table) => JSON.stringify(db.prepare(`SELECT * FROM "${table}"`).all())).join('\n');
}

describe('a PDF that asks for its password', () => {
  it('is kept as it came, and says that it is locked', async () => {
    await setting.put('letter.pdf', fixturePdf('locked/aes-256.pdf'));
    const { results } = await setting.take();
    expect(outcomes(results)).toEqual({ 'letter.pdf': 'stored-no-preview encrypted-file' });
    const id = results[0]?.itemId ?? '';
    expect(await pages()['pages.state']({ id })).toMatchObject({ locked: 'password', opened: null });
  });

  it.each([
    ['rc4-40', password],
    ['aes-128-accents', 'Blaue Tür é'],
    ['aes-256', password],
    ['aes-256-accents', 'Tür € ключ'],
  ])('is shown, read and dated once the right one was typed: %s', async (name, word) => {
    const id = await take(`locked/${name}.pdf`);
    const { context } = setting.vault;
    const original = readOriginal(context, id);
    await pages()['pages.open']({ id, password: word });
    expect(readItem(context, id)).toMatchObject({ preview: 'ready', previewReason: null, pages: 2 });
    expect(await pages()['pages.state']({ id })).toMatchObject({
      locked: 'no',
      opened: { by: 'Test advocate' },
    });
    const { facts } = await evidenceHandlers(context)['evidence.get']({ id });
    expect(facts).toContainEqual(
      expect.objectContaining({ code: 'pdf.Title', raw: 'Letter of the landlord' }),
    );
    expect(facts).toContainEqual(expect.objectContaining({ code: 'pdf.CreationDate', value: '2026-03-01' }));
    const queued = { item_id: id, case_id: setting.caseId, page: 0, priority: 1 };
    await readQueued(context, { ...queued, kind: 'pdf', mime: 'application/pdf' });
    const text = context.db
      .prepare('SELECT text FROM text_pages WHERE item_id = ? ORDER BY page')
      .pluck()
      .all(id);
    expect(text).toEqual([
      'Dear Ms Ward, the lock was changed on Monday.',
      'The second page names the locksmith.',
    ]);
    // The file itself is what it was.
    expect(readOriginal(context, id)).toEqual(original);
    expect(await context.files.readAll(original)).toEqual(fixturePdf(`locked/${name}.pdf`));
    expect(readShown(context, id).id).not.toBe(original.id);
  });

  it('says so for a wrong one, keeps nothing of it, and can be tried again', async () => {
    const id = await take('locked/aes-128.pdf');
    for (const wrong of ['blue door 7', 'Blue Door 7 ', 'x'])
      expect(await tried(id, wrong)).toBe('wrong-file-password');
    expect(await pages()['pages.state']({ id })).toMatchObject({ locked: 'password', opened: null });
    expect(setting.vault.context.records.versions(recordIdAbout('pdf-password', id))).toEqual([]);
    await pages()['pages.open']({ id, password });
    expect(await pages()['pages.state']({ id })).toMatchObject({ locked: 'no' });
  });

  it('tells its password nowhere: in no act, fact or list, and in no history', async () => {
    const id = await take('locked/aes-256.pdf');
    await pages()['pages.open']({ id, password });
    expect(allButRecords()).not.toContain(password);
    const { context } = setting.vault;
    const records = recordHandlers(context, recordRules);
    const recordId = recordIdAbout('pdf-password', id);
    const history = await records['records.history']({ id: recordId });
    const list = await records['records.list']({ caseId: setting.caseId, kind: 'pdf-password' });
    expect(history.versions[0]?.lines).toContainEqual(
      expect.objectContaining({ text: 'kept, and not shown' }),
    );
    expect(JSON.stringify([history, list])).not.toContain(password);
    const timeline = await continuityHandlers(context)['continuity.timeline']({ itemId: id });
    expect(JSON.stringify(timeline)).toContain('"opened"');
  });

  it('is opened again by what is kept, after a restore and in another office', async () => {
    const id = await take('locked/rc4-128.pdf');
    await pages()['pages.open']({ id, password });
    const { context } = setting.vault;
    // What no package carries.
    const shown = readShown(context, id);
    context.db.prepare('DELETE FROM shown_files').run();
    context.db.prepare('DELETE FROM files WHERE id = ?').run(shown.id);
    await context.files.remove(shown.id);
    expect(await pages()['pages.state']({ id })).toMatchObject({ locked: 'no' });
    expect(readShown(context, id).id).not.toBe(readOriginal(context, id).id);
  });

  it('is locked again where the password is taken back, and leaves no open copy behind', async () => {
    const id = await take('locked/rc4-128.pdf');
    const files = await filesOnDisk(setting);
    await pages()['pages.open']({ id, password });
    const { context } = setting.vault;
    context.act({ action: 'test', subject: id }, () =>
      context.records.remove(recordIdAbout('pdf-password', id)),
    );
    expect(await pages()['pages.state']({ id })).toMatchObject({ locked: 'password', opened: null });
    expect(readItem(context, id)).toMatchObject({ preview: 'failed', previewReason: 'encrypted-file' });
    expect(await filesOnDisk(setting)).toBe(files);
  });

  it('goes with all that was made of it when it is erased', async () => {
    const id = await take('locked/aes-256.pdf');
    await pages()['pages.open']({ id, password });
    await eraseHandlers(setting.vault.vault)['erase.item']({ id, reason: 'Sent by mistake' });
    expect(await filesOnDisk(setting)).toBe(0);
    expect(allButRecords()).not.toContain(password);
    expect(setting.vault.context.records.versions(recordIdAbout('pdf-password', id))).toEqual([]);
  });
});

it('a PDF that only its owner has a password for opens as ever', async () => {
  const id = await take('locked/owner-only.pdf');
  expect(await pages()['pages.state']({ id })).toMatchObject({ locked: 'no', opened: null });
  expect(readShown(setting.vault.context, id)).toEqual(readOriginal(setting.vault.context, id));
  expect(await tried(id, password)).toBe('invalid-input');
});

it('a PDF that is locked to a certificate says that no password opens it', async () => {
  const id = await take('locked/certificate.pdf');
  expect(await pages()['pages.state']({ id })).toMatchObject({ locked: 'certificate' });
  expect(await tried(id, password)).toBe('invalid-input');
});
