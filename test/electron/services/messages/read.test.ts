import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { saveMessageRows } from '../../../../electron/services/messages/save-rows';
import { resumeReading } from '../../../../electron/services/evidence/inside/read-jobs';
import { zipOf } from '../../../helpers/zip';
import { png } from '../evidence/files';
import { take } from './setting';
import type { MessagesSetting } from './setting';

let now: MessagesSetting;
afterEach(() => now.setting.end());

const sample = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, '../../../../resources/sample-case/evidence', name));
const bodies = (rows: readonly { readonly body: string }[]): readonly string[] =>
  rows.map(({ body }) => body);
const open = '03/04/2026, 10:00 - Dean: one\n04/05/2026, 10:00 - Rowan: two\n';
const count = (table: string): unknown =>
  now.setting.vault.context.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

describe('an export that is taken in', () => {
  it('is read by itself, every line in a row, with what was counted', async () => {
    now = await take({ 'WhatsApp Chat with Dean.txt': await sample('WhatsApp Chat with Dean.txt') });
    const source = await now.source('WhatsApp Chat with Dean.txt');
    expect(source).toMatchObject({
      state: 'read',
      kind: 'messages',
      notes: { format: 'whatsapp', order: 'dmy', lines: 31 },
      counts: { message: 26, call: 2, system: 1, unread: 0, review: 0 },
      first: '2026-01-02T09:12:00',
      last: '2026-03-29T02:03:00',
      owner: null,
    });
    const rows = await now.rows();
    expect(rows).toHaveLength(29);
    expect(rows[1]).toMatchObject({
      sender: 'Dean',
      body: 'happy new year',
      direction: 'unknown',
      exhibitRef: 'RB/1',
      position: 1,
    });
  });

  it('is titled by what it is, and says that it is text that can be edited', async () => {
    now = await take({ 'WhatsApp Chat with Dean.txt': open });
    expect(now.item('WhatsApp Chat with Dean.txt').title).toBe('WhatsApp chat');
    const notes = now.setting.vault.context.db
      .prepare("SELECT value FROM facts WHERE field = 'note'")
      .pluck()
      .all() as string[];
    expect(notes.some((note) => note.includes('can be edited'))).toBe(true);
  });

  it('of a hundred thousand lines is read in pages that are quick to reach', async () => {
    const lines = Array.from(
      { length: 100_000 },
      (_, at) => `${String((at % 28) + 1).padStart(2, '0')}/02/2026, 10:00 - Dean: number ${at}\n`,
    );
    now = await take({ 'chat.txt': lines.join('') });
    expect((await now.source('chat.txt')).counts.message).toBe(100_000);
    const page = await now.rows({}, { offset: 99_990, limit: 100 });
    expect(bodies(page)).toEqual(Array.from({ length: 10 }, (_, at) => `number ${99_990 + at}`));
    expect(await now.rows({ text: 'NUMBER 77777' })).toHaveLength(1);
  });
});

describe('whose phone it was', () => {
  it('is for a person to say; then it is known what went out, and the answer can be taken back', async () => {
    now = await take({ 'chat.txt': '13/04/2026, 10:00 - Dean: one\n13/04/2026, 10:01 - Rowan: two\n' });
    const { id: itemId } = now.item('chat.txt');
    expect((await now.messages['messages.chooseOwner']({ itemId, owner: 'Rowan' })).owner).toBe('Rowan');
    expect((await now.rows()).map(({ direction }) => direction)).toEqual(['in', 'out']);
    expect(bodies(await now.rows({ direction: 'out' }))).toEqual(['two']);
    await now.messages['messages.chooseOwner']({ itemId, owner: null });
    expect((await now.rows()).map(({ direction }) => direction)).toEqual(['unknown', 'unknown']);
    expect(() => now.messages['messages.chooseOwner']({ itemId, owner: 'Nobody' })).toThrow('invalid-input');
  });
});

describe('the order of day and month', () => {
  it('is asked, answered and read anew, and can be answered again', async () => {
    now = await take({ 'chat.txt': open });
    const { id: itemId } = now.item('chat.txt');
    expect(await now.source('chat.txt')).toMatchObject({ state: 'needs-order', counts: { message: 0 } });
    expect(now.item('chat.txt').reading).toBe('done');
    expect((await now.done(now.messages['messages.chooseOrder']({ itemId, order: 'dmy' }))).state).toBe(
      'done',
    );
    expect(await now.source('chat.txt')).toMatchObject({ state: 'read', notes: { orderFrom: 'person' } });
    expect((await now.rows()).map(({ local }) => local?.slice(0, 10))).toEqual(['2026-04-03', '2026-05-04']);
    await now.done(now.messages['messages.chooseOrder']({ itemId, order: 'mdy' }));
    expect((await now.rows()).map(({ local }) => local?.slice(0, 10))).toEqual(['2026-03-04', '2026-04-05']);
    expect(
      now.setting.vault.context.db
        .prepare("SELECT count(*) FROM audit WHERE action = 'messages.answer'")
        .pluck()
        .get(),
    ).toBe(2);
  });
});

describe('the columns of a table', () => {
  const bill = 'Date,Time,Number,Duration\n13/03/2026,10:00,07700 900123,60\nTotal,,,60\n';

  it('are said by a person, kept by name, and offered again for a table with the same heading', async () => {
    now = await take({
      'march.csv': bill,
      'other.csv': 'When,Who,Text,x\n13/03/2026,Dean,hello,1\n14/03/2026,Dean,bye,1\n',
    });
    const source = await now.source('march.csv');
    expect(source).toMatchObject({ state: 'needs-columns', kind: 'table' });
    const mapping = source.notes?.table?.guess;
    if (mapping === undefined) throw new Error('no guess');
    const { itemId } = source;
    await now.done(
      now.messages['messages.mapColumns']({ itemId, mapping, order: null, saveAs: 'My network' }),
    );
    expect(await now.source('march.csv')).toMatchObject({
      state: 'read',
      counts: { call: 1, system: 1, unread: 1, review: 1 },
      answers: { mapping },
    });
    expect(bodies(await now.rows({ review: true }))).toEqual(['']);
    await now.add({ 'april.csv': bill.replaceAll('/03/', '/04/') });
    const again = await now.source('april.csv');
    const [first] = await now.messages['messages.mappings']({ itemId: again.itemId });
    expect(first).toMatchObject({ name: 'My network', fits: true, mapping });
    const other = await now.source('other.csv');
    expect((await now.messages['messages.mappings']({ itemId: other.itemId }))[0]?.fits).toBe(false);
    if (first !== undefined) await now.messages['messages.forgetMapping']({ id: first.id });
    expect(await now.messages['messages.mappings']({ itemId })).toEqual([]);
  });
});

describe('what came with a message', () => {
  it('is found beside the chat in the same archive, and a name that two have is nobody’s', async () => {
    const chat =
      '13/04/2026, 10:00 - Dean: IMG-20260413-WA0001.jpg (file attached)\n13/04/2026, 10:01 - Dean: IMG-20260413-WA0002.jpg (file attached)\n';
    now = await take({
      'chat.zip': await zipOf([
        { name: '_chat.txt', bytes: chat },
        { name: 'IMG-20260413-WA0001.jpg', bytes: png() },
        { name: 'a/IMG-20260413-WA0002.jpg', bytes: png({ width: 2 }) },
        { name: 'b/IMG-20260413-WA0002.jpg', bytes: png({ width: 3 }) },
      ]),
    });
    const rows = await now.rows();
    expect(rows.map(({ media }) => media.map(({ itemId }) => itemId))).toEqual([
      [now.item('IMG-20260413-WA0001.jpg').id],
      [],
    ]);
  });

  it('is found when it comes in later, beside a chat that was no part of an archive', async () => {
    now = await take({
      'chat.txt':
        '13/04/2026, 10:00 - Dean: IMG-20260413-WA0001.jpg (file attached)\n13/04/2026, 10:01 - Dean: see\n',
    });
    expect((await now.rows())[0]?.media).toEqual([]);
    await now.add({ 'IMG-20260413-WA0001.jpg': png() });
    expect((await now.rows())[0]?.media).toMatchObject([{ exhibitRef: 'RB/2' }]);
  });

  it('is taken out of a picture message, all of its parts', async () => {
    const part = (name: string, width: number): string =>
      `<part seq="0" ct="image/png" cl="${name}" data="${png({ width }).toString('base64')}"/>`;
    now = await take({
      'sms.xml': `<?xml version="1.0"?><smses count="1"><mms date="1780118400000" msg_box="1" address="07700900341"><parts>${part('a.png', 2)}${part('b.png', 3)}</parts></mms></smses>`,
    });
    expect((await now.rows())[0]?.media.map(({ itemId }) => itemId)).toEqual([
      now.item('a.png').id,
      now.item('b.png').id,
    ]);
  });
});

describe('the same row in two exports', () => {
  const chat =
    '13/04/2026, 10:00 - Dean: pick up\n13/04/2026, 10:00 - Dean: pick up\n13/04/2026, 10:02 - Dean: now\n';
  const marks = async (name: string): Promise<readonly (string | null)[]> =>
    (await now.rows({ itemId: now.item(name).id })).map(({ repeats }) => repeats);

  it('is kept and marked; the same word twice in a minute of one chat is no repeat', async () => {
    now = await take({ 'a.txt': chat });
    expect(await marks('a.txt')).toEqual([null, null, null]);
    await now.add({ 'b.txt': `${chat.replace('now', 'later')}13/04/2026, 10:00 - Dean: pick up\n` });
    expect(await marks('b.txt')).toEqual(['RB/1', 'RB/1', null, null]);
    expect(await now.source('b.txt')).toMatchObject({ repeated: 2, counts: { message: 4 } });
    expect((await now.rows()).length).toBe(7);
  });

  it('is marked within one file where that gives the very instant', async () => {
    const call = '<call number="07700900341" duration="0" date="1780118400000" type="3"/>';
    now = await take({ 'calls.xml': `<calls count="2">${call}\n${call}</calls>` });
    expect(await marks('calls.xml')).toEqual([null, 'RB/1']);
  });

  it('is no repeat any more when the other export is erased', async () => {
    now = await take({ 'a.txt': chat });
    await now.add({ 'b.txt': `${chat}13/04/2026, 11:00 - Dean: more\n` });
    now.setting.vault.context.db.prepare('DELETE FROM evidence WHERE id = ?').run(now.item('a.txt').id);
    expect(await marks('b.txt')).toEqual([null, null, null, null]);
  });
});

describe('a reading that is interrupted', () => {
  it('begins anew when the vault is opened again, and leaves no row twice', async () => {
    now = await take({ 'chat.txt': '13/04/2026, 10:00 - Dean: one\n13/04/2026, 10:01 - Dean: two\n' });
    const { context } = now.setting.vault;
    const { id } = now.item('chat.txt');
    context.db.prepare("UPDATE evidence SET reading = 'waiting' WHERE id = ?").run(id);
    context.db.prepare("UPDATE messages SET body = 'half' WHERE position = 1").run();
    const row = { ...(await now.rows())[1] };
    context.db.prepare('UPDATE messages SET position = 7 WHERE position = 1').run();
    expect(row.body).toBe('half');
    await Promise.all(resumeReading(context).map((job) => context.jobs.ended(job.id)));
    expect(bodies(await now.rows())).toEqual(['one', 'two']);
    expect(count('messages')).toBe(2);
  });

  it('refuses rows that leave out a line', async () => {
    now = await take({ 'chat.txt': '13/04/2026, 10:00 - Dean: one\n13/04/2026, 10:00 - Dean: two\n' });
    const { id } = now.item('chat.txt');
    const [view] = await now.rows();
    if (view === undefined) throw new Error('no row');
    const {
      itemId: _i,
      position: _p,
      format: _f,
      exhibitRef: _e,
      media: _m,
      repeats: _r,
      citedBy: _c,
      ...row
    } = view;
    const second = { ...row, firstLine: 3, lastLine: 3 };
    expect(() => {
      saveMessageRows(now.setting.vault.context, id, 0, [row, second]);
    }).toThrow('unreadable-file');
  });

  it('keeps the rows that entries stand on in their places when it is read anew', async () => {
    now = await take({ 'chat.txt': open });
    const { id: itemId } = now.item('chat.txt');
    await now.done(now.messages['messages.chooseOrder']({ itemId, order: 'dmy' }));
    const [entry] = await now.messages['messages.entryEach']({ keys: [{ itemId, position: 1 }] });
    await now.done(now.messages['messages.chooseOrder']({ itemId, order: 'mdy' }));
    expect(bodies(await now.rows({ entryId: entry?.id ?? null }))).toEqual(['two']);
  });
});
