import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDuties } from '../../../../electron/services/casework/duties';
import { dutyHandlers } from '../../../../electron/services/casework/duty-handlers';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { newEntrySchema } from '../../../../shared/models/chronology';
import { dutySchema } from '../../../../shared/models/duty';
import type { Duty } from '../../../../shared/models/duty';
import { filledCase } from '../../../helpers/filled-vault';
import { recordsOf } from '../../../helpers/records-of';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
let now = new Date('2026-11-23T10:00:00Z');
beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00Z');
  made = await makeTestVault({ now: () => now });
});
afterEach(() => made.close());

const newCase = async (reference: string, status: 'active' | 'closed' = 'active'): Promise<string> =>
  (await caseHandlers(made.context)['cases.create']({ ...filledCase, reference, status })).id;
const write = (caseId: string, kind: string, body: Record<string, unknown>) =>
  recordsOf(made)['records.create']({ caseId, kind, body });
const lines = async (caseId: string | null): Promise<readonly Duty[]> =>
  dutyHandlers(made.context)['casework.duties']({ caseId });
const rules = async (caseId: string): Promise<readonly string[]> =>
  (await lines(caseId)).map(({ rule }) => rule);

describe('what is missing of a case', () => {
  it('is read out of its records, and goes away with the record that meets it', async () => {
    const caseId = await newCase('HF-0001');
    const on = (day: string) => readDuties(made.context, caseId, day).map(({ rule }) => rule);
    expect(on('2026-11-25')).not.toContain('no-assessment');
    expect(on('2026-11-26')).toContain('no-assessment');
    const assessment = await write(caseId, 'assessment', { tool: 'S-DASH', on: '2026-11-23' });
    expect(on('2026-11-26')).not.toContain('no-assessment');
    expect(on('2026-11-26')).toContain('no-plan');
    await recordsOf(made)['records.remove']({ id: assessment.id });
    expect(on('2026-11-26')).toContain('no-assessment');
  });

  it('is told for the day it is in the UK, an hour before midnight and an hour after', async () => {
    const caseId = await newCase('HF-0001');
    now = new Date('2026-11-25T23:30:00Z');
    expect(await rules(caseId)).not.toContain('no-assessment');
    now = new Date('2026-11-26T00:30:00Z');
    expect(await rules(caseId)).toContain('no-assessment');
  });

  it('names the entries that a line stands on by their titles', async () => {
    const caseId = await newCase('HF-0001');
    await write(caseId, 'assessment', { tool: 'S-DASH', on: '2026-11-01' });
    const entry = await chronologyHandlers(made.context)['chronology.create']({
      caseId,
      ...newEntrySchema.parse({
        ...{ edtf: '2026-11-20', time: null, title: 'Waited by the car', threat: 'harm', description: '' },
        ...{ quote: '', behaviours: ['e'], channel: null, place: '', dateSource: '', reported: null },
        evidenceIds: [],
      }),
    });
    const all = await lines(caseId);
    for (const rule of ['review-after-act', 'review-after-escalation', 'summary-limit']) {
      const line = all.find((each) => each.rule === rule);
      if (rule !== 'summary-limit')
        expect(line?.standsOn).toContainEqual({ id: entry.id, kind: 'entry', title: 'Waited by the car' });
    }
    expect(all.map((each) => dutySchema.safeParse(each).success)).not.toContain(false);
  });

  it('has what was put off with its reason, once for each line, until the day that was named', async () => {
    const [caseId, other] = [await newCase('HF-0001'), await newCase('HF-0002')];
    const off = { rule: 'no-conflict-check', subject: '', reason: 'Asked the manager.', until: '2026-11-25' };
    await write(caseId, 'put-off', off);
    // Each case has a record of its own for the same line.
    await write(other, 'put-off', { ...off, reason: 'Done on paper.' });
    const at = async (id: string) =>
      (await lines(id)).find(({ rule }) => rule === 'no-conflict-check')?.putOff;
    expect(await at(caseId)).toMatchObject({ reason: 'Asked the manager.', until: '2026-11-25' });
    expect(await at(other)).toMatchObject({ reason: 'Done on paper.' });
    now = new Date('2026-11-25T10:00:00Z');
    expect(await at(caseId)).toBeNull();
  });

  it('offers an entry that may be against a term, until somebody decides', async () => {
    const caseId = await newCase('HF-0001');
    const stalker = await write(caseId, 'register', {
      ...{ kind: 'person', name: 'The neighbour' },
      person: { role: 'perpetrator' },
    });
    const order = await write(caseId, 'register', {
      ...{ kind: 'order', name: 'Interim order', orderType: 'interim_spo', from: '2026-10-01' },
      order: {
        ...{ stage: 'made', madeOn: '2026-10-01', servedOn: '2026-10-01', bindsIds: [stalker.id] },
        terms: [{ id: 't1', text: 'Not to contact the client directly or indirectly.' }],
      },
    });
    const said = { time: null, description: '', quote: '', place: '', dateSource: '', reported: null };
    const call = {
      ...said,
      channel: 'call',
      behaviours: ['b'],
      evidenceIds: [],
      links: [{ id: stalker.id, role: 'actor' }],
    };
    const create = (edtf: string) =>
      chronologyHandlers(made.context)['chronology.create']({
        caseId,
        ...newEntrySchema.parse({ ...call, edtf, title: 'Called her phone' }),
      });
    await create('2026-09-30');
    const entry = await create('2026-11-20');
    const at = async () => (await lines(caseId)).find(({ rule }) => rule === 'breach-undecided');
    expect(await at()).toMatchObject({
      text: '1 entry may breach Interim order; nobody has decided yet.',
      standsOn: [
        { id: order.id, kind: 'register' },
        { id: entry.id, kind: 'entry', title: 'Called her phone' },
      ],
    });
    await write(caseId, 'order-breach', {
      entryId: entry.id,
      orderId: order.id,
      termId: 't1',
      answer: 'not_breach',
    });
    expect(await at()).toBeUndefined();
  });

  it('reads orders from the register, and a letter by what it is alone', async () => {
    const caseId = await newCase('HF-0001');
    const order = await write(caseId, 'register', {
      ...{ kind: 'order', name: 'Bail to 27 Nov', orderType: 'bail' },
      order: { bail: 'pre_charge', returnOn: '2026-11-27' },
    });
    await write(caseId, 'letter', { sort: 'marac', title: 'Referral', blocks: [] });
    const all = await lines(caseId);
    expect(all.find(({ rule }) => rule === 'bail-return')).toMatchObject({
      ...{ subject: order.id, tag: 'in 4 days', due: '2026-11-27' },
      standsOn: [{ id: order.id, kind: 'register', title: 'Bail to 27 Nov' }],
    });
    expect(all.find(({ rule }) => rule === 'consent-marac')?.standsOn).toMatchObject([{ title: 'Referral' }]);
  });
});

describe('what is missing over the caseload', () => {
  it('is of the cases that somebody works on, what is late first', async () => {
    const [first, second, closed] = [
      await newCase('HF-0001'),
      await newCase('HF-0002'),
      await newCase('HF-0003', 'closed'),
    ];
    await write(first, 'task', { title: 'Later', due: '2026-11-24' });
    await write(second, 'task', { title: 'Late', due: '2026-11-20' });
    await write(closed, 'task', { title: 'Never', due: '2026-11-20' });
    const tasks = (await lines(null)).filter(({ rule }) => rule === 'task-due');
    expect(tasks.map(({ caseReference, tag }) => [caseReference, tag])).toEqual([
      ['HF-0002', '3 days late'],
      ['HF-0001', 'tomorrow'],
    ]);
    expect(await rules(closed)).toEqual(['closing-without-record']);
  });

  it('says of each case what that case says by itself', async () => {
    const ids = [await newCase('HF-0001'), await newCase('HF-0002')];
    for (const id of ids) {
      await write(id, 'case-event', { what: 'arrest', on: '2026-11-20' });
      await write(id, 'police-report', { on: '2026-11-01' });
    }
    const all = await lines(null);
    for (const id of ids) expect(all.filter(({ caseId }) => caseId === id)).toEqual(await lines(id));
  });
});
