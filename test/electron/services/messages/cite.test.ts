import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { chronologyHtml } from '../../../../electron/services/bundle/chronology-html';
import { lawOf } from '../../../../shared/domain/law/law-of';
import { readEntries } from '../../../../electron/services/chronology/entry-rows';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { addItem } from '../../../helpers/filled-vault';
import { newCase } from '../evidence/setting';
import { take, wanted } from './setting';
import type { MessagesSetting } from './setting';
import { everyEntry } from '../../../../shared/models/entry-filter';

let now: MessagesSetting;
afterEach(() => now.setting.end());

const sample = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, '../../../../resources/sample-case/evidence', name));
const chat = [
  '13/10/2026, 21:00 - Dean: one',
  '13/10/2026, 21:05 - Rowan: two',
  '13/10/2026, 23:10 - Dean: THREE Ärger',
  '14/10/2026, 08:00 - Dean: four',
  '14/10/2026, 08:01 - Missed voice call',
  '',
].join('\n');
const bodies = (rows: readonly { readonly body: string }[]): readonly string[] =>
  rows.map(({ body }) => body);

describe('a filter', () => {
  it('finds by sender, kind, day and words, whatever the case of letters, and counts what it finds', async () => {
    now = await take({ 'chat.txt': chat });
    expect(bodies(await now.rows({ sender: 'Rowan' }))).toEqual(['two']);
    expect(bodies(await now.rows({ kind: 'call' }))).toEqual(['Missed voice call']);
    expect(bodies(await now.rows({ from: '2026-10-14' }))).toEqual(['four', 'Missed voice call']);
    expect(bodies(await now.rows({ to: '2026-10-13' }))).toEqual(['one', 'two', 'THREE Ärger']);
    expect(bodies(await now.rows({ text: 'ärger' }))).toEqual(['THREE Ärger']);
    expect(bodies(await now.rows({ text: '%' }))).toEqual([]);
    expect(await now.summary()).toMatchObject({
      rows: 5,
      message: 4,
      call: 1,
      missed: 1,
      days: 2,
      first: '2026-10-13T21:00:00',
      last: '2026-10-14T08:01:00',
      senderCount: 3,
      senders: [
        { sender: 'Dean', count: 3, first: '2026-10-13T21:00:00', last: '2026-10-14T08:00:00' },
        { sender: '', count: 1 },
        { sender: 'Rowan', count: 1 },
      ],
    });
    expect(await now.summary({ sender: 'Dean', to: '2026-10-13' })).toMatchObject({ rows: 2, days: 1 });
  });

  it('over several exports gives their rows in the order of time, and knows where a day begins', async () => {
    const calls = `<calls count="1"><call number="-1" duration="0" date="${Date.UTC(2026, 9, 13, 20, 30)}" type="3"/></calls>`;
    now = await take({ 'chat.txt': chat, 'calls.xml': calls });
    expect((await now.rows()).map(({ kind, local }) => `${kind} ${local?.slice(5, 16) ?? ''}`)).toEqual([
      'message 10-13T21:00',
      'message 10-13T21:05',
      'call 10-13T21:30',
      'message 10-13T23:10',
      'message 10-14T08:00',
      'call 10-14T08:01',
    ]);
    const find = (day: string) =>
      now.messages['messages.find']({ caseId: now.setting.caseId, filter: wanted(), day });
    expect(await find('2026-10-14')).toEqual({ offset: 4 });
    expect(await find('2020-01-01')).toEqual({ offset: 0 });
    expect(await find('2030-01-01')).toEqual({ offset: 5 });
    const alone = wanted({ itemId: now.item('chat.txt').id });
    const findIn = (day: string) =>
      now.messages['messages.find']({ caseId: now.setting.caseId, filter: alone, day });
    expect(await findIn('2026-10-14')).toEqual({ offset: 3 });
    expect(await findIn('2030-01-01')).toEqual({ offset: 4 });
  });

  it('never finds rows of another case', async () => {
    now = await take({ 'chat.txt': chat });
    const { context } = now.setting.vault;
    const other = await caseHandlers(context)['cases.create']({ ...newCase, reference: 'T-2' });
    const input = {
      caseId: other.id,
      filter: wanted({ itemId: now.item('chat.txt').id }),
      offset: 0,
      limit: 100,
    };
    expect(await now.messages['messages.list'](input)).toEqual({ rows: [], total: 0 });
  });
});

describe('a draft', () => {
  it('has the dates of its rows, where they come from, whose they are as shown, and no number of its own', async () => {
    now = await take({ 'chat.txt': chat });
    const { id: itemId } = now.item('chat.txt');
    await now.messages['messages.chooseOwner']({ itemId, owner: 'Rowan' });
    const keys = await now.keys({ sender: 'Dean', to: '2026-10-13' });
    const draft = await now.messages['messages.draft']({ keys });
    expect(draft).toMatchObject({
      edtf: '2026-10-13',
      time: { from: '21:00', to: '23:10', precision: 'minute' },
      dateSource: 'the times in RB/1, taken as UK time',
      title: 'Messages from “Dean”',
      description: 'The client says these came from whoever is saved in the phone as “Dean”.',
      quote: '21:00 Dean: one\n23:10 Dean: THREE Ärger',
      channel: 'whatsapp',
      behaviours: [],
      evidenceIds: [itemId],
      messageKeys: keys,
    });
    expect(`${draft.title}${draft.description}`).not.toMatch(/\d/);
    const both = await now.messages['messages.draft']({ keys: await now.keys() });
    expect(both).toMatchObject({
      edtf: '2026-10-13/2026-10-14',
      time: null,
      title: 'Calls and messages with “Dean”',
    });
  });

  it('of withheld calls says so', async () => {
    now = await take({ 'calls.xml': await sample('calls-20261101083000.xml') });
    const keys = await now.keys({ kind: 'call', sender: '', from: '2026-10-13', to: '2026-10-13' });
    const draft = await now.messages['messages.draft']({ keys });
    expect(draft).toMatchObject({
      channel: 'call',
      title: 'Calls from a number that is not shown',
      dateSource: 'the times in RB/1',
      quote: '',
    });
  });
});

describe('an entry that stands on messages', () => {
  it('says how many there are by counting them: none is typed', async () => {
    now = await take({ 'calls.xml': await sample('calls-20261101083000.xml') });
    const keys = await now.keys({ kind: 'call', sender: '', from: '2026-10-13', to: '2026-10-13' });
    expect(keys.length).toBeGreaterThan(40);
    const draft = await now.messages['messages.draft']({ keys });
    const entry = await now.chronology['chronology.create']({ ...draft, caseId: now.setting.caseId });
    expect(entry.messageCount).toBe(keys.length);
    expect(entry.messageText).toMatch(
      new RegExp(`^${keys.length} calls \\(\\d+ missed\\), 21:\\d\\d to 23:\\d\\d, from RB/1$`),
    );
    expect(await now.messages['messages.tally']({ keys })).toEqual({
      count: keys.length,
      text: entry.messageText,
    });
    const fewer = await now.chronology['chronology.update']({
      ...entry,
      messageKeys: keys.slice(0, 1),
    });
    expect(fewer.messageText).toMatch(/^1 call/);
    const {
      rows: [listed],
    } = await now.chronology['chronology.page']({
      caseId: now.setting.caseId,
      filter: everyEntry,
      order: 'oldest',
      offset: 0,
      limit: 9,
    });
    expect(listed?.messageKeys).toEqual(keys.slice(0, 1));
    const versions = now.setting.vault.context.db
      .prepare(
        "SELECT json_array_length(body, '$.messageKeys') FROM record_versions WHERE kind = 'entry' ORDER BY id",
      )
      .pluck()
      .all();
    expect(versions).toEqual([keys.length, 1]);
  });

  it('counts the same message in two exports once, and the same words twice in a minute twice', async () => {
    const twice = '13/10/2026, 21:00 - Dean: pick up\n13/10/2026, 21:00 - Dean: pick up\n';
    now = await take({ 'a.txt': twice });
    await now.add({ 'b.txt': `${twice}13/10/2026, 21:02 - Dean: now\n` });
    const keys = await now.keys();
    expect(keys).toHaveLength(5);
    expect(await now.messages['messages.tally']({ keys })).toEqual({
      count: 3,
      text: '3 messages, 21:00 to 21:02, from RB/1 and RB/2',
    });
  });

  it('takes more rows, never one twice, with the exports they are in', async () => {
    now = await take({ 'chat.txt': chat });
    await now.add({ 'more.txt': chat.replaceAll('/10/', '/11/') });
    const first = await now.keys({ itemId: now.item('chat.txt').id });
    const entry = await now.chronology['chronology.create']({
      ...(await now.messages['messages.draft']({ keys: first.slice(0, 2) })),
      caseId: now.setting.caseId,
    });
    const more = await now.keys({ itemId: now.item('more.txt').id });
    const keys = [...first.slice(1, 3), ...more.slice(0, 1)];
    const added = await now.messages['messages.addToEntry']({
      entryId: entry.id,
      version: entry.version,
      keys,
    });
    expect(added.messageKeys).toHaveLength(4);
    expect(added.exhibits.map(({ exhibitRef }) => exhibitRef)).toEqual(['RB/1', 'RB/2']);
    expect((await now.rows({ entryId: entry.id })).map(({ citedBy }) => citedBy)).toEqual([1, 1, 1, 1]);
    expect(() =>
      now.messages['messages.addToEntry']({ entryId: entry.id, version: entry.version, keys }),
    ).toThrow('conflict');
    await now.chronology['chronology.remove']({ id: entry.id });
    expect((await now.rows()).every(({ citedBy }) => citedBy === 0)).toBe(true);
  });

  it('can be made of each row, all or none', async () => {
    now = await take({ 'chat.txt': chat });
    const keys = await now.keys({ sender: 'Dean' });
    const entries = await now.messages['messages.entryEach']({ keys });
    expect(entries.map(({ edtf, quote, title }) => [edtf, quote, title])).toEqual([
      ['2026-10-13', 'one', 'Message under the name “Dean”'],
      ['2026-10-13', 'THREE Ärger', 'Message under the name “Dean”'],
      ['2026-10-14', 'four', 'Message under the name “Dean”'],
    ]);
    const acts = now.setting.vault.context.db
      .prepare("SELECT count(*) FROM audit WHERE action LIKE 'entry.%'")
      .pluck();
    expect(acts.get()).toBe(1);
    const last = { itemId: keys[0]?.itemId ?? '', position: 99 };
    expect(() => now.messages['messages.entryEach']({ keys: [...keys, last] })).toThrow('invalid-input');
    expect(
      (await now.chronology['chronology.summary']({ caseId: now.setting.caseId, filter: everyEntry })).total,
    ).toBe(3);
  });

  it('stands on rows of its own case alone, each once, and on rows that exist', async () => {
    now = await take({ 'chat.txt': chat });
    const { vault, caseId } = now.setting;
    const other = await caseHandlers(vault.context)['cases.create']({ ...newCase, reference: 'T-2' });
    const keys = await now.keys();
    const [key] = keys;
    if (key === undefined) throw new Error('no rows');
    const draft = await now.messages['messages.draft']({ keys });
    const create = (messageKeys: typeof keys, owner = caseId) =>
      now.chronology['chronology.create']({ ...draft, evidenceIds: [], messageKeys, caseId: owner });
    expect(() => create(keys, other.id)).toThrow('invalid-input');
    expect(() => create([key, key])).toThrow('invalid-input');
    expect(() => create([{ ...key, position: 1000 }])).toThrow('invalid-input');
    const foreign = await addItem(vault.vault, other.id, 9, Buffer.from('x'));
    expect(() => now.messages['messages.draft']({ keys: [key, { itemId: foreign, position: 0 }] })).toThrow(
      'invalid-input',
    );
  });
});

it('the chronology of a bundle prints what was counted, and nothing for other entries', async () => {
  now = await take({ 'calls.xml': await sample('calls-20261101083000.xml') });
  const { caseId, vault } = now.setting;
  const keys = await now.keys({ from: '2026-10-13', to: '2026-10-13' });
  const draft = await now.messages['messages.draft']({ keys });
  await now.chronology['chronology.create']({ ...draft, caseId });
  await now.chronology['chronology.create']({ ...draft, title: 'Other', messageKeys: [], caseId });
  const html = chronologyHtml(readEntries(vault.context, { caseId }), new Set(), null, lawOf(null)).join('');
  expect(html.match(/Evidence: \d+ calls[^<]*/g)).toEqual([
    expect.stringMatching(new RegExp(`^Evidence: ${keys.length} calls .*, from RB/1\\.$`)),
  ]);
});
