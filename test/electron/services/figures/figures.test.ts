import { afterEach, beforeEach, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { figuresCsv } from '../../../../electron/services/figures/export-figures';
import { figuresHtml } from '../../../../electron/services/figures/figures-html';
import { figuresHandlers } from '../../../../electron/services/figures/handlers';
import { readFiguresCases } from '../../../../electron/services/figures/read-cases';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { figuresReport } from '../../../../shared/domain/figures/report';
import type { FiguresChoice, FiguresReport } from '../../../../shared/models/figures';
import { registerBodySchema } from '../../../../shared/models/register';
import { caseworkKinds } from '../../../../shared/records/casework';
import { filledCase } from '../../../helpers/filled-vault';
import { recordsOf } from '../../../helpers/records-of';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
beforeEach(async () => {
  made = await makeTestVault({ now: () => new Date('2026-11-28T12:00:00Z') });
});
afterEach(() => made.close());

const choice: FiguresChoice = {
  ...{ last: '2026-Q4', quarters: 2, isAnonymised: false, threshold: 5, showZero: true },
};
const rowOf = ({ tables }: FiguresReport, id: string, label = 'All') =>
  tables.find((each) => each.id === id)?.rows.find(({ labels }) => labels[0] === label)?.cells;

async function aCase(reference: string, details: object): Promise<string> {
  const { id } = await caseHandlers(made.context)['cases.create']({ ...filledCase, reference });
  made.context.act({ action: 'test', subject: id }, () => {
    made.context.records.say('case-details', { caseId: id, body: details });
  });
  return id;
}
const write = (caseId: string, kind: string, body: Record<string, unknown>) =>
  recordsOf(made)['records.create']({ caseId, kind, body });
const incident = async (caseId: string, edtf: string): Promise<string> =>
  (
    await chronologyHandlers(made.context)['chronology.create']({
      caseId,
      ...nothingMore,
      edtf,
      time: null,
      title: 'Planted',
    })
  ).id;

it('counts what is recorded of a case through every table', async () => {
  const id = await aCase('ONE', {
    ...{ referredOn: '2026-10-01', referralRoute: 'police', domesticAbuse: true, force: 'Kent Police' },
    ...{ jurisdiction: 'england-and-wales', closedOn: '2026-11-20', closeReason: 'safe' },
  });
  const [stalking, reported] = [await incident(id, '2026-10-05'), await incident(id, '2026-08-05')];
  await incident(id, '2026-09/2026-10');
  await incident(id, '2026-01-05');
  await write(id, 'police-report', { on: '2026-10-06', recordedAs: 'stalking', entryIds: [stalking] });
  await write(id, 'police-report', { on: '2026-10-07', recordedAs: 'not_recorded', entryIds: [reported] });
  await write(id, 'case-event', { what: 'charge', on: '2026-10-20' });
  await write(id, 'assessment', { tool: 'DASH', on: '2026-10-04' });
  await write(id, 'plan-action', { approach: 'reduce', text: 'Locks' });
  await write(id, 'register', {
    kind: 'order',
    ...registerBodySchema.parse({
      name: 'SPO',
      orderType: 'spo',
      order: { stage: 'asked', askedOn: '2026-10-09' },
    }),
  });
  const report = await figuresHandlers(made.context)['figures.report'](choice);
  // Disclosed, reported, recorded as a crime, as stalking; the one of January lies before the period.
  expect(rowOf(report, 'incidents-quarter')).toEqual([3, 2, 1, 1]);
  expect(rowOf(report, 'incidents-quarter', 'In one quarter or another: the date is not certain')).toEqual([
    1, 0, 0, 0,
  ]);
  expect(rowOf(report, 'incidents-force', 'Kent')).toEqual([3, 2, 1, 1]);
  // Cases, reported, charged, prosecuted, convicted.
  expect(rowOf(report, 'response-abuse', 'Related to domestic abuse')).toEqual([1, 1, 1, 0, 0]);
  // Within three days of the referral.
  expect(rowOf(report, 'assessed-quarter')).toEqual([1, 1, 0, 0]);
  expect(report.medianDays).toBe(3);
  expect(rowOf(report, 'plan-quarter')).toEqual([1, 1, 0]);
  expect(rowOf(report, 'route-quarter')?.slice(0, 3)).toEqual([1, 0, 1]);
  expect(rowOf(report, 'closed-quarter')?.slice(0, 2)).toEqual([1, 1]);
  expect(rowOf(report, 'orders-type', 'Stalking protection order')).toEqual([1, 1, 0, 0]);
});

it('puts on a page for somebody else no word that anybody wrote, whatever field it was written in', async () => {
  for (let nth = 0; nth < 8; nth += 1) {
    const planted = `Plantedword${nth}`;
    const id = await aCase(`REF-${planted}`, {
      ...Object.fromEntries(
        [
          'referredBy',
          'relationship',
          'force',
          'clientName',
          'address',
          'phone',
          'email',
          'language',
          'needs',
          'background',
          'closeRecord',
        ].map((field) => [field, planted]),
      ),
      ...{ dateOfBirth: '1987-06-05', referredOn: '2026-10-01' },
    });
    await incident(id, '2026-10-05');
    await write(id, 'police-report', {
      on: '2026-10-06',
      force: planted,
      offence: planted,
      advice: planted,
      crimeNumber: planted,
    });
    await write(id, 'assessment', { tool: planted, on: '2026-10-04', by: planted, judgement: planted });
    await write(id, 'register', {
      kind: 'order',
      ...registerBodySchema.parse({
        name: planted,
        orderType: 'other',
        notes: planted,
        order: { stage: 'made', madeOn: '2026-10-09', court: planted },
      }),
    });
  }
  expect(caseworkKinds.length).toBeGreaterThan(0);
  const report = figuresReport(readFiguresCases(made.context), { ...choice, isAnonymised: true });
  for (const page of [
    figuresHtml(report, '2026-11-28'),
    figuresCsv(report, '2026-11-28'),
    JSON.stringify(report),
  ]) {
    expect(page).not.toMatch(/planted/iu);
    expect(page).not.toContain('1987');
    expect(page).not.toContain('5 Jun');
    expect(page).not.toContain(filledCase.alias);
  }
});
