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
import { kindOf } from '../../../../shared/records/all';
import { registerKind } from '../../../../shared/records/register';
import { caseworkKinds } from '../../../../shared/records/casework';
import { filledCase } from '../../../helpers/filled-vault';
import { recordsOf } from '../../../helpers/records-of';
import { anyBody } from '../../../helpers/any-body';
import { planter, wordsIn } from '../../../helpers/planted-words';
import { seeded } from '../../../helpers/seeded';
import type { Seeded } from '../../../helpers/seeded';
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
const incident = async (caseId: string, edtf: string, title = 'He rang'): Promise<string> =>
  (
    await chronologyHandlers(made.context)['chronology.create']({
      caseId,
      ...nothingMore,
      edtf,
      time: null,
      title,
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

/** Every kind of the casework, and what stands in the register, with a word in every field that takes one. */
function writeEverything(caseId: string, entryId: string, word: () => string, random: Seeded): void {
  const { context } = made;
  const kinds = [...caseworkKinds.filter(({ ofOffice }) => ofOffice !== true), registerKind].map(
    ({ kind }) => kind,
  );
  const newId = () => context.newId();
  const stuff = {
    ...{ random, word, newId, producerId: newId() },
    items: [newId(), newId(), newId()].sort(),
    recordsOf: () => [entryId],
  };
  context.act({ action: 'test', subject: caseId }, () => {
    for (const kind of kinds) {
      const body = anyBody(kind, stuff);
      if (kindOf(kind)?.onlyOneAbout == null) context.records.create(kind, { id: newId(), caseId, body });
      else context.records.say(kind, { caseId, body });
    }
  });
}

it('puts on a page for somebody else no word, birthday or address that anybody wrote, whatever field it was written in', async () => {
  const random = seeded(28);
  const word = planter(random);
  for (let nth = 0; nth < 8; nth += 1) {
    const id = await aCase(word(), {
      dateOfBirth: '1987-06-05',
      force: word(),
      address: word(),
      referredOn: '2026-10-01',
    });
    writeEverything(id, await incident(id, '2026-10-05', word()), word, random);
    if (nth % 2 === 0)
      made.context.act({ action: 'test', subject: id }, () => {
        made.context.records.say('case-details', {
          caseId: id,
          body: { dateOfBirth: '1987-06-05', force: word(), clientName: word(), referredOn: '2026-10-01' },
        });
      });
  }
  const cases = readFiguresCases(made.context);
  expect(wordsIn(cases.map(({ details }) => details.force)).size).toBeGreaterThan(0);
  for (const isAnonymised of [true, false]) {
    const report = figuresReport(cases, { ...choice, isAnonymised });
    for (const page of [
      figuresHtml(report, '2026-11-28'),
      figuresCsv(report, '2026-11-28'),
      JSON.stringify(report),
    ]) {
      expect([...wordsIn(page)]).toEqual([]);
      expect(page).not.toContain('1987');
      expect(page).not.toContain(filledCase.alias);
    }
  }
});
