import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storePage } from '../../../electron/services/text/page-rows';
import { createTextWork } from '../../../electron/services/text/work';
import { gatedMethods, ungatedMethods } from '../../../electron/vault-process/leaving-gate';
import { openHandlers } from '../../../electron/vault-process/open-handlers';
import type { OpenHandlers } from '../../../electron/vault-process/open-handlers';
import { vaultMethods } from '../../../shared/contract/vault-methods';
import type { VaultCallInput, VaultMethodName } from '../../../shared/contract/vault-methods';
import { nothingMore } from '../../../shared/domain/entry-content';
import { viewFor } from '../../../shared/domain/export/audiences';
import type { LeavingCheck, LeavingRequest } from '../../../shared/models/leaving-gate';
import { codeOf } from '../../helpers/code-of';
import { fillVault } from '../../helpers/filled-vault';
import type { Filled } from '../../helpers/filled-vault';
import { useTempFolders } from '../../helpers/temp-folder';
import { makeTestVault } from '../../helpers/test-vault';
import type { TestVault } from '../../helpers/test-vault';

const tempFolder = useTempFolders();
let made: TestVault;
let filled: Filled;
let handlers: OpenHandlers;
let folder: string;
let item: string;

beforeEach(async () => {
  folder = await tempFolder();
  made = await makeTestVault({ typeset: () => Promise.resolve(Buffer.from('%PDF-1.7')) });
  filled = await fillVault(made.vault);
  handlers = openHandlers(made.vault, made.vault.deps.jobs, createTextWork(made.context));
  [item = ''] = filled.items;
});
afterEach(() => made.close());

async function ask<N extends VaultMethodName & keyof OpenHandlers>(
  name: N,
  input: VaultCallInput<N>,
): Promise<Awaited<ReturnType<OpenHandlers[N]>>> {
  const handler = handlers[name] as (given: unknown) => ReturnType<OpenHandlers[N]>;
  return await handler(vaultMethods[name].input.parse(input));
}
const check = (request: LeavingRequest): Promise<LeavingCheck> => ask('leaving.check', { request });
const codes = async (request: LeavingRequest): Promise<readonly string[]> =>
  (await check(request)).decide.map(({ code }) => code);
const copyOf = (itemId: string): LeavingRequest => ({
  ...{ output: 'copy', caseId: filled.caseId, itemId, form: 'original', redactionId: null, recipient: null },
});
const paperOf = (itemId: string): LeavingRequest => ({
  ...{ output: 'papers', caseId: filled.caseId, paper: 'schedule', itemIds: [itemId], withPlace: false },
});
const out = (): string => join(folder, 'out');
const saveCopy = () => ask('evidence.saveCopy', { id: item, form: 'original', path: out() });
/** Words as they were read off a page of the exhibit. */
const readOff = (...texts: readonly string[]): void => {
  storePage(made.context, item, 3, {
    ...{ source: 'ocr', width: 100, height: 100, engine: 'test', languages: 'eng' },
    words: texts.map((text) => ({ text, x: 0, y: 0, w: 9, h: 9, confidence: 90, line: 0 })),
  });
};
const classify = (itemIds = [...filled.items]) =>
  ask('leaving.classify', { caseId: filled.caseId, itemIds, itemClass: 'own' });
const protect = (text: string, what = 'words') =>
  ask('records.create', {
    caseId: filled.caseId,
    kind: 'protected',
    body: { what, text, whose: '', place: null },
  });

describe('the gate', () => {
  it('stands before every method that writes something of a case outside the vault', () => {
    const writes = Object.entries(vaultMethods).flatMap(([name, { input }]) => {
      const fields = 'shape' in input ? Object.keys(input.shape) : [];
      return fields.some((field) => field === 'path' || field === 'target') ? [name] : [];
    });
    // These read what somebody chose.
    const reads = ['paths.keep', 'transfer.inspectFile', 'transfer.import'];
    const known = [...Object.keys(gatedMethods), ...Object.keys(ungatedMethods), ...reads];
    expect(writes.filter((name) => !known.includes(name))).toEqual([]);
    expect(Object.keys(gatedMethods).every((name) => writes.includes(name))).toBe(true);
  });

  it('lets nothing out that nobody has decided on, writes no file, and says so with a code', async () => {
    expect(await codeOf(saveCopy)).toBe('leaving-undecided');
    const lock = { type: 'passphrase', passphrase: 'a long passphrase for the stick' } as const;
    const send = () => ask('transfer.export', { caseId: filled.caseId, path: out(), lock, purpose: 'copy' });
    expect(await codeOf(send)).toBe('leaving-undecided');
    expect(existsSync(out())).toBe(false);
    await classify();
    expect((await saveCopy()).bytes).toBe(0);
    expect(await readFile(out())).toHaveLength(0);
    expect((await send()).kind).toBe('transfer-out');
  });

  it('asks once what an exhibit is, writes it down as an act, and finds it in the versions', async () => {
    expect(await codes(copyOf(item))).toEqual(['class-unknown']);
    await classify([item]);
    expect(await codes(copyOf(item))).toEqual([]);
    const { versions } = await ask('records.history', { id: await exhibitRecord() });
    expect(versions[0]?.lines.map(({ label, text }) => `${label}: ${text}`)).toContain(
      'What it is: The client’s own',
    );
    const acts = made.context.db
      .prepare("SELECT detail FROM audit WHERE action = 'leaving.classify'")
      .pluck()
      .all();
    expect(acts).toEqual(['{"exhibits":1,"class":"own"}']);
  });

  const exhibitRecord = async (): Promise<string> =>
    (await ask('records.list', { caseId: filled.caseId, kind: 'exhibit' }))[0]?.id ?? '';

  it('lets a paper of a family court go to the police by the permission that is recorded, and to nobody else by it', async () => {
    const { caseId } = filled;
    await ask('leaving.classify', { caseId, itemIds: [item], itemClass: 'family-court' });
    const to = (recipient: 'police' | 'marac'): LeavingRequest =>
      ({ ...copyOf(item), recipient }) as LeavingRequest;
    expect(await codes(copyOf(item))).toEqual(['recipient']);
    expect(await codes(to('police'))).toEqual(['permission']);
    await ask('leaving.permit', {
      ...{ caseId, itemIds: [item] },
      permission: { recipient: 'police', what: 'court-permission', givenBy: 'HHJ Moss', on: '2026-11-02' },
    });
    expect(await codes(to('police'))).toEqual([]);
    expect(await codes(to('marac'))).toEqual(['permission']);
  });

  it('finds a protected word in titles, names, pages read and corrected, and in every shown field of an entry', async () => {
    const { caseId } = filled;
    await classify();
    await protect('Juniper');
    await ask('evidence.update', { id: item, title: 'JUNIPER at the door' });
    expect(await codes(paperOf(item))).toContain('protected-words');
    await ask('evidence.update', { id: item, title: 'At the door' });
    const places = async () =>
      (await check(copyOf(item))).decide
        .filter(({ code }) => code === 'protected-words')
        .flatMap(({ places }) => places);
    expect(await places()).toEqual([]);
    readOff('To', 'juniper,');
    expect(await places()).toEqual(['page 3']);
    const view = { ...viewFor('police'), fields: ['title', 'place'] as ('title' | 'place')[] };
    const about = { output: 'chronology', caseId, withCharts: false } as const;
    const chronology: LeavingRequest = { ...about, view, format: 'csv' };
    const entry = { ...nothingMore, title: 'He came', edtf: '2026-03-04', time: null, evidenceIds: [] };
    await ask('chronology.create', { ...entry, caseId, comment: 'juniper' });
    expect(await codes(chronology)).toEqual([]);
    await ask('chronology.create', { ...entry, caseId, place: 'Juniper Lane' });
    expect((await check(chronology)).decide.map(({ record, places }) => [record?.title, places])).toEqual([
      ['He came', ['Place']],
    ]);
    const covered = { ...view, covering: [{ words: 'Juniper', instead: '' }] };
    expect(await codes({ ...chronology, view: covered })).toEqual([]);
    // The full ones hold the comment, too.
    expect(await codes({ ...chronology, view: covered, format: 'json-full' })).toHaveLength(2);
  });

  it('finds a protected word in a title that only the charts of a chronology print', async () => {
    const { caseId } = filled;
    await protect('Juniper');
    const entry = { ...nothingMore, edtf: '2026-03-04', time: null, evidenceIds: [] };
    await ask('chronology.create', { ...entry, caseId, title: 'Juniper at the door' });
    const view = { ...viewFor('police'), fields: ['place' as const] };
    const drawn = (withCharts: boolean) =>
      codes({ output: 'chronology', caseId, view, format: 'pdf', withCharts });
    expect(await drawn(false)).toEqual([]);
    expect(await drawn(true)).toEqual(['protected-words']);
  });

  it('knows the case’s own safe numbers and code word without their being written on the list', async () => {
    const { caseId } = filled;
    await classify();
    const { id: _id, createdAt: _c, updatedAt: _u, ...owner } = await ask('cases.get', { id: caseId });
    const safeContact = {
      ...owner.safeContact,
      safeNumbers: 'day: 07700 900127, night 07700 900128',
      codeWord: 'overdue',
    };
    await ask('cases.update', { ...owner, safeContact, id: caseId });
    await ask('evidence.update', { id: item, title: 'Bill for +44 7700 900128, overdue' });
    const { decide } = await check(paperOf(item));
    expect(
      decide.filter(({ code }) => code === 'protected-words').map(({ protectedText }) => protectedText),
    ).toEqual(['07700 900128', 'overdue']);
  });

  it('lets it go once somebody said why, and asks again when the line is another', async () => {
    const { caseId } = filled;
    await classify();
    await protect('Juniper');
    readOff('Juniper');
    expect(await codeOf(saveCopy)).toBe('leaving-undecided');
    const [point] = (await check(copyOf(item))).decide.filter(({ stops }) => stops);
    await ask('leaving.answer', {
      caseId,
      why: 'It is her dog.',
      answer: {
        ...{ recipient: null, code: 'protected-words', itemId: item, recordId: null },
        protectedId: point?.protectedId ?? '',
      },
    });
    expect((await saveCopy()).bytes).toBe(0);
    await protect('juniper');
    expect(await codeOf(saveCopy)).toBe('leaving-undecided');
  });

  it('refuses exhibits of another case', async () => {
    const other = await fillVault(made.vault, 'FV-2');
    const request: LeavingRequest = { ...copyOf(item), caseId: other.caseId };
    expect(await codeOf(() => check(request))).toBe('invalid-input');
    expect(
      await codeOf(() =>
        ask('leaving.classify', { caseId: other.caseId, itemIds: [item], itemClass: 'own' }),
      ),
    ).toBe('invalid-input');
  });

  it('takes no permission without a date, and neither permission nor answer about an exhibit of another case', async () => {
    const other = await fillVault(made.vault, 'FV-3');
    const given = { recipient: 'police', what: 'court-permission', givenBy: 'HHJ Moss', note: '' } as const;
    const permit = (caseId: string, on: string) =>
      ask('leaving.permit', { caseId, itemIds: [item], permission: { ...given, on } });
    expect(await codeOf(() => permit(filled.caseId, 'soon'))).toBe('invalid-input');
    expect(await codeOf(() => permit(other.caseId, '2026-11-02'))).toBe('invalid-input');
    const create = (kind: string, body: object) =>
      ask('records.create', { caseId: other.caseId, kind, body: { ...body } });
    expect(await codeOf(() => create('permission', { ...given, on: '2026-11-02', itemId: item }))).toBe(
      'invalid-input',
    );
    const answer = { recipient: null, code: 'protected-words', itemId: item, recordId: null };
    expect(await codeOf(() => create('leaving-answer', { ...answer, protectedId: 'x', why: 'y' }))).toBe(
      'invalid-input',
    );
    expect(await ask('records.list', { caseId: filled.caseId, kind: 'permission' })).toEqual([]);
  });

  it('says what does not go: comments of the advocate, and the list itself', async () => {
    const { caseId } = filled;
    await protect('Juniper');
    const entry = { ...nothingMore, title: 'He came', edtf: '2026-03-04', time: null, evidenceIds: [] };
    await ask('chronology.create', { ...entry, caseId, comment: 'ours alone' });
    const about = { output: 'chronology', caseId, withCharts: false } as const;
    const request: LeavingRequest = { ...about, view: viewFor('police'), format: 'pdf' };
    expect((await check(request)).held).toEqual([
      { code: 'comments', count: 1 },
      { code: 'protected-list', count: 1 },
    ]);
  });
});
