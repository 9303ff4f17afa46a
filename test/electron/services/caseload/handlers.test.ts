import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { caseloadHandlers } from '../../../../electron/services/caseload/handlers';
import { recordHandlers } from '../../../../electron/services/records/handlers';
import { searchHandlers } from '../../../../electron/services/search/handlers';
import { recordRules } from '../../../../electron/vault-process/record-rules';
import { newCaseSchema } from '../../../../shared/models/case';
import type { CaseRow } from '../../../../shared/models/caseload';
import { codeOf } from '../../../helpers/code-of';
import { useTempFolders } from '../../../helpers/temp-folder';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

const tempFolder = useTempFolders();
let vault: TestVault;
let told: [string, string | null][];
beforeEach(async () => {
  told = [];
  vault = await makeTestVault({
    now: () => new Date('2026-11-28T14:00:00Z'),
    changed: (area, caseId) => told.push([area, caseId]),
  });
});
afterEach(() => vault.close());

const caseload = () => caseloadHandlers(vault.context);
const records = () => recordHandlers(vault.context, recordRules);

async function makeCase(reference: string, alias = 'Rowan'): Promise<string> {
  const made = await caseHandlers(vault.context)['cases.create'](
    newCaseSchema.parse({ reference, alias, exhibitInitials: 'RW', safeContact: { rule: 'Text only' } }),
  );
  return made.id;
}
const write = async (caseId: string, kind: string, body: Record<string, unknown>): Promise<string> =>
  (await records()['records.create']({ caseId, kind, body })).id;
const rowOf = async (id: string): Promise<CaseRow | undefined> =>
  (await caseload()['casework.caseload']({})).find((each) => each.id === id);
const acts = (): unknown[] =>
  vault.context.db
    .prepare("SELECT action, subject, detail FROM audit WHERE action LIKE 'case.%' ORDER BY seq")
    .all();

describe('the caseload', () => {
  it('lists a case by what its details say, and one without details too', async () => {
    const [first, second] = [await makeCase('HF-1'), await makeCase('HF-2', 'وردة'.repeat(20))];
    await write(first, 'case-details', { jurisdiction: 'scotland', owner: 'Asha', referredOn: '2026-11-20' });
    expect(await rowOf(first)).toMatchObject({
      ...{ reference: 'HF-1', status: 'active', safeRule: 'Text only', jurisdiction: 'scotland' },
      ...{ owner: 'Asha', referredOn: '2026-11-20', closedOn: null, latestEntry: null, conflictCount: 0 },
    });
    expect(await rowOf(second)).toMatchObject({ alias: 'وردة'.repeat(20), jurisdiction: null, owner: '' });
  });

  it('reads 500 cases, each with details as long as they may be, without reading what no line shows', async () => {
    for (let index = 0; index < 500; index += 1) {
      const id = await makeCase(`HF-${index}`, 'x'.repeat(80));
      await write(id, 'case-details', { jurisdiction: 'scotland', background: 'word '.repeat(3_000) });
    }
    const rows = await caseload()['casework.caseload']({});
    expect(rows).toHaveLength(500);
    expect(JSON.stringify(rows).length).toBeLessThan(500 * 600);
    expect(rows.every(({ jurisdiction }) => jurisdiction === 'scotland')).toBe(true);
  }, 300_000);
});

describe('where the work on a case stands', () => {
  const closing = {
    status: 'closed',
    on: '2026-11-27',
    reason: 'safe',
    record: 'Standard at the end',
  } as const;

  it('closing says the day, the reason and what was recorded, in one act', async () => {
    const id = await makeCase('HF-1');
    await write(id, 'case-details', { owner: 'Asha', background: 'kept' });
    told = [];
    await caseload()['casework.endCase']({ caseId: id, ...closing });
    expect(await rowOf(id)).toMatchObject({
      ...{ status: 'closed', closedOn: '2026-11-27', closeReason: 'safe', owner: 'Asha' },
    });
    const [details] = await records()['records.list']({ caseId: id, kind: 'case-details' });
    expect(details?.body).toMatchObject({ closeRecord: 'Standard at the end', background: 'kept' });
    expect(acts().at(-1)).toMatchObject({ action: 'case.end', subject: id, detail: '{"status":"closed"}' });
    expect(told).toEqual([
      ['cases', id],
      ['records', id],
    ]);
  });

  it.each(['declined', 'unable_to_contact', 'transferred'] as const)(
    'a case that is %s has a reason too',
    async (status) => {
      const id = await makeCase('HF-1');
      await caseload()['casework.endCase']({ caseId: id, ...closing, status, reason: 'no_contact' });
      expect(await rowOf(id)).toMatchObject({ status, closeReason: 'no_contact' });
    },
  );

  it('opening it again takes the day and the reason away and keeps what was recorded', async () => {
    const id = await makeCase('HF-1');
    await caseload()['casework.endCase']({ caseId: id, ...closing });
    await caseload()['casework.reopenCase']({ caseId: id, status: 'reopened' });
    expect(await rowOf(id)).toMatchObject({ status: 'reopened', closedOn: null, closeReason: null });
    const [details] = await records()['records.list']({ caseId: id, kind: 'case-details' });
    expect(details?.body).toMatchObject({ closeRecord: 'Standard at the end' });
  });

  it('a case that is not there is refused, and nothing is written', async () => {
    const before = acts().length;
    const missing = '0193b5a0-0000-7000-8000-000000000000';
    expect(await codeOf(async () => caseload()['casework.endCase']({ caseId: missing, ...closing }))).toBe(
      'not-found',
    );
    expect(acts()).toHaveLength(before);
  });
});

describe('details of a case, of which there is one record', () => {
  it('are made once, refused a second time, and made again after they were taken out', async () => {
    const caseId = await makeCase('HF-1');
    const id = await write(caseId, 'case-details', { owner: 'Asha' });
    expect(await codeOf(() => write(caseId, 'case-details', { owner: 'Ben' }))).toBe('conflict');
    await records()['records.remove']({ id });
    expect(await rowOf(caseId)).toMatchObject({ owner: '' });
    expect(await write(caseId, 'case-details', { owner: 'Ben' })).toBe(id);
    expect(await rowOf(caseId)).toMatchObject({ owner: 'Ben' });
  });
});

describe('the calendar over the caseload', () => {
  const range = { from: '2026-11-01', until: '2026-12-31' };

  it('holds what has a day in every case that is worked on', async () => {
    const [first, second] = [await makeCase('HF-1'), await makeCase('HF-2', 'Birch')];
    await write(first, 'proceedings', { title: 'A v B', hearings: [{ edtf: '2026-11-30', time: '10:00' }] });
    const task = await write(second, 'task', { title: 'Ring', due: '2026-11-29' });
    const items = await caseload()['casework.calendar'](range);
    expect(items.map(({ sort, day, caseReference }) => [sort, day, caseReference])).toEqual([
      ['hearing', '2026-11-30', 'HF-1'],
      ['task', '2026-11-29', 'HF-2'],
    ]);
    await caseload()['casework.endCase']({
      ...{ caseId: first, status: 'closed', on: '2026-11-28', reason: 'safe', record: '' },
    });
    await records()['records.remove']({ id: task });
    expect(await caseload()['casework.calendar'](range)).toEqual([]);
  });

  it('asks the database for the records of a kind by an index, not by going through all of them', () => {
    const plan = vault.context.db
      .prepare(
        'EXPLAIN QUERY PLAN SELECT id FROM records WHERE kind = ? AND removed = 0 AND case_id IS NOT NULL',
      )
      .all('task');
    expect(JSON.stringify(plan)).toContain('records_kind');
  });

  it('lists tasks that are not done, the first due on top and those without a day last', async () => {
    const id = await makeCase('HF-1');
    await write(id, 'task', { title: 'Some day' });
    await write(id, 'task', { title: 'Later', due: '2026-12-02' });
    await write(id, 'task', { title: 'Afternoon', due: '2026-12-01', time: '14:00', sort: 'appointment' });
    await write(id, 'task', { title: 'Morning', due: '2026-12-01', time: '09:30', owner: 'Asha' });
    await write(id, 'task', { title: 'Done', due: '2026-11-01', doneOn: '2026-11-01' });
    expect((await caseload()['casework.tasks']({})).map(({ title }) => title)).toEqual([
      ...['Morning', 'Afternoon', 'Later', 'Some day'],
    ]);
  });
});

describe('a calendar file', () => {
  /** In every field that a calendar entry might be made of. */
  const planted = ['Quillfeather', 'Brackenmoor', 'Tamsin', 'Osgood'] as const;

  async function fill(): Promise<readonly string[]> {
    const [a, b, c, d] = planted;
    const id = await makeCase(`HF-${a}`, b);
    const made = [
      await write(id, 'task', { title: a, due: '2026-11-29', owner: c, note: d }),
      await write(id, 'task', { title: b, sort: 'appointment', due: '2026-11-29', time: '09:00', note: a }),
      await write(id, 'proceedings', {
        ...{ court: a, title: b, caseNumber: 'ZC26C00123' },
        hearings: [{ edtf: '2026-11-30', time: '10:00', what: c, place: d, judge: a }],
      }),
      await write(id, 'register', {
        kind: 'order',
        name: c,
        until: '2026-12-01',
        order: { returnOn: '2026-12-02' },
      }),
      await write(id, 'plan-action', { approach: 'reduce', text: d, owner: c, due: '2026-12-03' }),
    ];
    return [id, ...made];
  }

  async function save(): Promise<string> {
    const target = join(await tempFolder(), 'out.ics');
    await caseload()['casework.exportCalendar']({ target, from: '2026-11-28', until: '2026-12-31' });
    return readFile(target, 'utf8');
  }

  it('holds no word, number or id of any case', async () => {
    const ids = await fill();
    const text = (await save()).replaceAll('\r\n ', '');
    for (const word of [...planted, 'HF-', 'ZC26C00123', 'hearing', 'bail', 'court', 'order', ...ids]) {
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
      // Nor an id with its hyphens taken out.
      expect(text.toLowerCase()).not.toContain(word.toLowerCase().replaceAll('-', '').padEnd(6, '?'));
    }
    const summaries = text.match(/SUMMARY:.*/gu) ?? [];
    expect(new Set(summaries)).toEqual(
      new Set(['SUMMARY:Holdfast: appointment', 'SUMMARY:Holdfast: 1 thing due']),
    );
    expect(text).toContain('DTSTART:20261130T100000Z');
  });

  it('gives every entry a number of that file alone', async () => {
    await fill();
    const uids = async (): Promise<readonly string[]> => (await save()).match(/UID:.*/gu) ?? [];
    const [first, second] = [await uids(), await uids()];
    expect(first).toHaveLength(6);
    expect(new Set([...first, ...second]).size).toBe(12);
  });

  it('is one act, which says how many entries went out', async () => {
    await fill();
    await save();
    const act = vault.context.db
      .prepare("SELECT subject, case_id, detail FROM audit WHERE action = 'calendar.export'")
      .all();
    expect(act).toEqual([{ subject: null, case_id: null, detail: '{"events":6}' }]);
  });
});

describe('search over every case', () => {
  const find = async (text: string) => searchHandlers(vault.context)['search.everyCase']({ text });

  it('names the cases and how much of what was found, and nothing of what is written there', async () => {
    const [first, second] = [await makeCase('HF-1'), await makeCase('HF-2', 'Birch')];
    const contact = { on: '2026-11-20', summary: 'Met Quillfeather at the mill' };
    const id = await write(first, 'contact', contact);
    await write(first, 'contact', contact);
    await write(second, 'register', { kind: 'person', name: 'Quillfeather', person: { aliases: ['Q'] } });
    const { cases } = await find('quillf');
    expect(
      cases.map(({ reference, hits }) => [reference, hits.map(({ record, count }) => [record, count])]),
    ).toEqual([
      ['HF-1', [['contact', 2]]],
      ['HF-2', [['register', 1]]],
    ]);
    expect(cases[0]?.hits[0]?.id).toBe(id);
    expect(JSON.stringify(cases)).not.toContain('uillfeather');
  });

  it('puts a case on top whose reference or alias was typed', async () => {
    const first = await makeCase('HF-1');
    await makeCase('HF-2', 'Birch');
    await write(first, 'contact', { on: '2026-11-20', summary: 'A birch tree' });
    expect((await find('birch')).cases.map(({ reference }) => reference)).toEqual(['HF-2', 'HF-1']);
    expect((await find('hf-2')).cases.map(({ reference }) => reference)).toEqual(['HF-2']);
  });

  it('says what it cannot look for', async () => {
    await makeCase('HF-1');
    expect(await find('🔪')).toMatchObject({ cases: [], notLookedFor: ['🔪'] });
  });
});
