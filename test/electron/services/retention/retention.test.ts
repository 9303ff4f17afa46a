import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { certificateOfErasure } from '../../../../electron/services/retention/certificate';
import { retentionHandlers } from '../../../../electron/services/retention/handlers';
import { codeOf } from '../../../helpers/code-of';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { recordsOf } from '../../../helpers/records-of';
import { makeTestVault, testPassphrase } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
let caseId: string;
beforeEach(async () => {
  made = await makeTestVault({ now: () => new Date('2026-11-28T12:00:00Z') });
  caseId = (await caseHandlers(made.context)['cases.create']({ ...filledCase, status: 'closed' })).id;
});
afterEach(() => made.close());

const retention = () => retentionHandlers(made.context);
const erase = () =>
  eraseHandlers(made.vault)['erase.case']({
    id: caseId,
    reference: filledCase.reference,
    own: testPassphrase,
  });
const closed = (closedOn: string) =>
  made.context.act({ action: 'test', subject: caseId }, () => {
    made.context.records.say('case-details', { caseId, body: { closedOn } });
  });
const rule = (months: number) =>
  recordsOf(made)['records.create']({
    caseId: null,
    kind: 'retention-rule',
    body: { what: 'closed', months, reason: '', decidedBy: '' },
  });

describe('a closed case', () => {
  it('is kept for ever while the office has no rule, and until the longest of its rules otherwise', async () => {
    closed('2020-05-31');
    expect(await retention()['retention.cases']({})).toMatchObject([{ what: null, until: null }]);
    await rule(12);
    await rule(72);
    expect(await retention()['retention.cases']({})).toMatchObject([{ months: 72, until: '2026-05-31' }]);
    expect(await retention()['retention.duties']({})).toMatchObject([
      { rule: 'retention-review', id: caseId },
    ]);
  });

  it('is kept longer by a decision with its reason, which may be decided anew', async () => {
    closed('2020-05-31');
    await rule(12);
    await retention()['retention.keepLonger']({ caseId, reason: 'Appeal', until: null });
    await retention()['retention.keepLonger']({ caseId, reason: 'Retrial', until: '2027-01-01' });
    expect(await retention()['retention.cases']({})).toMatchObject([
      { longer: { reason: 'Retrial', until: '2027-01-01' } },
    ]);
    expect(await retention()['retention.duties']({})).toEqual([]);
  });
});

describe('a legal hold', () => {
  const hold = (body: object) =>
    recordsOf(made)['records.create']({ caseId, kind: 'legal-hold', body: { reason: 'Inquest', ...body } });

  it.each([
    ['that stands', {}],
    ['that ends later', { endedOn: '2026-11-29' }],
    ['that begins later', { from: '2027-01-01' }],
  ])('%s keeps the case, its exhibits and what its records said from being erased', async (_which, body) => {
    const item = await addItem(made.vault, caseId, 1, Buffer.from('a'));
    const held = await hold(body);
    const next = await recordsOf(made)['records.change']({
      id: held.id,
      version: held.version,
      body: { reason: 'Inquest, part 2', ...body },
    });
    expect(await codeOf(erase)).toBe('legal-hold');
    expect(await codeOf(() => eraseHandlers(made.vault)['erase.item']({ id: item, reason: 'x' }))).toBe(
      'legal-hold',
    );
    expect(
      await codeOf(() =>
        eraseHandlers(made.vault)['erase.version']({
          id: held.id,
          version: held.version,
          own: testPassphrase,
        }),
      ),
    ).toBe('legal-hold');
    await recordsOf(made)['records.change']({
      id: held.id,
      version: next.version,
      body: { reason: 'Inquest', endedOn: '2026-11-28' },
    });
    await erase();
    expect(await caseHandlers(made.context)['cases.list']({})).toEqual([]);
  });
});

it('an erasure leaves a certificate with numbers, the day and the person, and nothing of the case', async () => {
  await addItem(made.vault, caseId, 1, Buffer.from('a'));
  await erase();
  const [erasure] = await retention()['retention.erasures']({});
  expect(erasure).toMatchObject({ what: 'case', items: 1, entries: 0 });
  if (erasure === undefined) throw new Error('There is no erasure.');
  const paper = certificateOfErasure(erasure, 'North office');
  expect(paper).toContain('28 Nov 2026');
  expect(paper).toContain('North office');
  for (const word of [filledCase.reference, filledCase.alias]) expect(paper).not.toContain(word);
});

it('who asks for their own data is found in every case, and in which is told by a second question alone', async () => {
  await recordsOf(made)['records.create']({
    caseId,
    kind: 'support-note',
    body: { on: '2026-11-01', text: 'Spoke of Zebedee', by: '' },
  });
  expect(await retention()['retention.find']({ text: 'Zebedee', byCase: false })).toEqual({
    cases: 1,
    found: [],
  });
  expect(await retention()['retention.find']({ text: 'Zebedee', byCase: true })).toEqual({
    cases: 1,
    found: [{ caseId, reference: filledCase.reference, hits: 1, more: false }],
  });
  expect(await retention()['retention.find']({ text: 'Ermintrude', byCase: true })).toEqual({
    cases: 0,
    found: [],
  });
  const acts: unknown = made.context.db
    .prepare("SELECT group_concat(detail) FROM audit WHERE action = 'retention.find'")
    .pluck()
    .get();
  expect(String(acts)).not.toContain('Zebedee');
});
