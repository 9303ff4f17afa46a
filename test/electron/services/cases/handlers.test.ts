import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { verifyAudit } from '../../../../electron/vault/audit';
import { vaultMethods } from '../../../../shared/contract/vault-methods';
import { newCaseSchema } from '../../../../shared/models/case';
import type { NewCase } from '../../../../shared/models/case';
import { newEntrySchema } from '../../../../shared/models/chronology';
import { codeOf } from '../../../helpers/code-of';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { nothingMore } from '../../../../shared/domain/entry-content';

let vault: TestVault;
let clock: number;
let told: [string, string | null][];
beforeEach(async () => {
  clock = Date.UTC(2026, 10, 24, 9);
  told = [];
  vault = await makeTestVault({
    now: () => new Date(clock),
    changed: (area, caseId) => told.push([area, caseId]),
  });
});
afterEach(() => vault.close());

const cases = () => caseHandlers(vault.context);
const missing = '0193b5a0-0000-7000-8000-000000000000';
const wren: NewCase = newCaseSchema.parse({
  reference: 'N-14',
  alias: 'Wren',
  exhibitInitials: 'RW',
  safeContact: { rule: 'Text only, never call', textOk: true, codeWord: 'blue' },
});
const acts = (): unknown[] =>
  vault.context.db.prepare("SELECT action, subject FROM audit WHERE action LIKE 'case.%' ORDER BY seq").all();

async function addEntry(caseId: string, edtf: string, time: string | null = null): Promise<string> {
  const entry = newEntrySchema.parse({
    ...nothingMore,
    edtf,
    time: time === null ? null : { from: time, to: null, precision: 'about' },
    title: 'A call',
    description: '',
    quote: '',
    behaviours: [],
    channel: null,
    place: '',
    dateSource: '',
    reported: null,
    evidenceIds: [],
    messageKeys: [],
  });
  return (await chronologyHandlers(vault.context)['chronology.create']({ ...entry, caseId })).id;
}

describe('a case', () => {
  it('is there after a restart with all that was typed', async () => {
    const made = await cases()['cases.create'](wren);
    expect(made).toMatchObject({ ...wren, status: 'active', createdAt: '2026-11-24T09:00:00.000Z' });
    vault = await vault.reopen();
    expect(await cases()['cases.get']({ id: made.id })).toEqual({
      ...made,
      evidenceCount: 0,
      entryCount: 0,
      bundleCount: 0,
      conflictCount: 0,
      latestEntry: null,
    });
  });

  it('answers in the form the contract promises', async () => {
    const made = await cases()['cases.create'](wren);
    await addEntry(made.id, '2026-11-03');
    expect(() => vaultMethods['cases.create'].output.parse(made)).not.toThrow();
    expect(() => vaultMethods['cases.list'].output.parse(cases()['cases.list']({}))).not.toThrow();
  });

  it('has a reference of its own: a second one is a conflict and changes nothing', async () => {
    const made = await cases()['cases.create'](wren);
    const other = await cases()['cases.create']({ ...wren, reference: 'N-15', alias: 'Finch' });
    expect(await codeOf(() => cases()['cases.create']({ ...wren, alias: 'Other' }))).toBe('conflict');
    expect(await codeOf(() => cases()['cases.update']({ ...wren, id: other.id }))).toBe('conflict');
    const list = await cases()['cases.list']({});
    expect(list.map(({ reference, alias }) => [reference, alias]).sort()).toEqual([
      ['N-14', 'Wren'],
      ['N-15', 'Finch'],
    ]);
    expect(acts()).toEqual([
      { action: 'case.create', subject: made.id },
      { action: 'case.create', subject: other.id },
    ]);
  });

  it('is changed as a whole, keeps when it was made, and says who did it', async () => {
    const made = await cases()['cases.create'](wren);
    clock += 60_000;
    const change: NewCase = { ...wren, alias: 'W.', status: 'on_hold', exhibitInitials: 'WR' };
    const changed = await cases()['cases.update']({ ...change, id: made.id });
    expect(changed).toEqual({ ...made, ...change, updatedAt: '2026-11-24T09:01:00.000Z' });
    expect(await cases()['cases.get']({ id: made.id })).toMatchObject(changed);
    expect(acts()).toEqual([
      { action: 'case.create', subject: made.id },
      { action: 'case.update', subject: made.id },
      { action: 'case.view', subject: made.id },
    ]);
    expect(verifyAudit(vault.context.db).ok).toBe(true);
  });

  it('may keep its own reference when it is changed', async () => {
    const made = await cases()['cases.create'](wren);
    expect(await codeOf(() => cases()['cases.update']({ ...wren, id: made.id }))).toBe('no error');
  });

  it('that is not there is not found, and no act is written down', async () => {
    expect(await codeOf(() => cases()['cases.get']({ id: missing }))).toBe('not-found');
    expect(await codeOf(() => cases()['cases.update']({ ...wren, id: missing }))).toBe('not-found');
    expect(acts()).toEqual([]);
  });

  it('tells the screens of every change and of nothing else', async () => {
    const made = await cases()['cases.create'](wren);
    await cases()['cases.update']({ ...wren, id: made.id });
    await codeOf(() => cases()['cases.create'](wren));
    await cases()['cases.list']({});
    expect(told).toEqual([
      ['cases', made.id],
      ['cases', made.id],
    ]);
  });

  it('puts nothing of the client into the audit log', async () => {
    const made = await cases()['cases.create'](wren);
    await cases()['cases.update']({ ...wren, alias: 'Wrenna', id: made.id });
    const log = JSON.stringify(vault.context.db.prepare('SELECT * FROM audit').all());
    expect(log).not.toMatch(/Wren|N-14|blue|Text only/);
  });

  it('keeps odd text as it was typed', async () => {
    const alias = `Zoë'); DROP TABLE cases;-- \u202Eש😀`;
    const made = await cases()['cases.create']({ ...wren, alias });
    expect((await cases()['cases.get']({ id: made.id })).alias).toBe(alias);
  });
});

describe('the caseload', () => {
  it('is empty at first, then shows the case that was worked on last on top', async () => {
    expect(await cases()['cases.list']({})).toEqual([]);
    const first = await cases()['cases.create'](wren);
    clock += 1000;
    await cases()['cases.create']({ ...wren, reference: 'N-15', alias: 'Finch' });
    clock += 1000;
    await cases()['cases.update']({ ...wren, id: first.id });
    expect((await cases()['cases.list']({})).map(({ alias }) => alias)).toEqual(['Wren', 'Finch']);
  });

  it('counts the entries of each case apart and prints the date of the newest', async () => {
    const first = await cases()['cases.create'](wren);
    const second = await cases()['cases.create']({ ...wren, reference: 'N-15', alias: 'Finch' });
    await addEntry(first.id, '2026-11-03~', '21:00');
    await addEntry(first.id, '2026-10-01');
    await addEntry(second.id, '2025-05');
    const removed = await addEntry(second.id, '2026-01-01');
    await chronologyHandlers(vault.context)['chronology.remove']({ id: removed });
    const byAlias = new Map((await cases()['cases.list']({})).map((row) => [row.alias, row]));
    expect(byAlias.get('Wren')).toMatchObject({
      entryCount: 2,
      latestEntry: 'on or about 3 Nov 2026, about 21:00',
    });
    expect(byAlias.get('Finch')).toMatchObject({ entryCount: 1, latestEntry: 'sometime in May 2025' });
  });
});
