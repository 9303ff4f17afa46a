import { assessmentSchema } from '../../../../../shared/records/assessment';
import { caseDetailsSchema } from '../../../../../shared/records/case-details';
import { caseEventSchema } from '../../../../../shared/records/case-event';
import { consentSchema } from '../../../../../shared/records/consent';
import { planActionSchema } from '../../../../../shared/records/plan-action';
import { policeReportSchema } from '../../../../../shared/records/police-report';
import { policeRequestSchema } from '../../../../../shared/records/police-request';
import { orderBreachSchema } from '../../../../../shared/records/order-breach';
import { registerBodySchema } from '../../../../../shared/models/register';
import { safeContactSchema } from '../../../../../shared/models/case';
import { lawOf } from '../../../../../shared/domain/law/law-of';
import type { Jurisdiction } from '../../../../../shared/models/jurisdiction';
import type { LetterEntry, LetterFacts } from '../../../../../shared/domain/casework/letters/facts';

/** An id by its number. */
export const id = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

function entry(number: number, day: string, title: string, more: Partial<LetterEntry> = {}): LetterEntry {
  const printed = `${Number(day.slice(8))} ${{ '09': 'Sep', '10': 'Oct', '11': 'Nov' }[day.slice(5, 7)] ?? ''} 2026`;
  return {
    ...{ id: id(number), kind: 'incident', title, description: '', quote: '', printedDate: printed },
    ...{ earliest: `${day}T00:00:00`, latest: `${day}T23:59:59`, behaviours: [], effect: '', changes: '' },
    ...{ fear: null, threat: null, reported: null, exhibits: [], named: [], messageText: '' },
    ...more,
  };
}

/** What one made-up case records, in one of the jurisdictions, with what a test changes. */
export function madeFacts(
  more: Partial<LetterFacts> = {},
  jurisdiction: Jurisdiction | null = 'england-and-wales',
): LetterFacts {
  const register = { caseId: id(900), entries: 0 } as const;
  return {
    ...{ reference: 'HF-0147', office: 'Test office', advocate: 'A. Advocate', today: '2026-11-28' },
    details: caseDetailsSchema.parse({
      ...{
        jurisdiction,
        force: 'Northshire Police',
        clientName: 'Rowan Wren',
        relationship: 'former partner',
      },
      ...{ enhancedRights: true },
    }),
    law: lawOf(jurisdiction),
    safeContact: safeContactSchema.parse({
      rule: 'Text first.',
      safeNumbers: '07700 900123',
      codeWord: 'heron',
    }),
    entries: [
      entry(1, '2026-09-03', 'Followed from work', { behaviours: ['a'], fear: true }),
      entry(2, '2026-10-20', 'Twelve calls', {
        behaviours: ['b'],
        exhibits: [{ id: id(800), exhibitRef: 'RW/3', title: 'Calls' }],
      }),
      entry(3, '2026-11-10', 'Waited outside', {
        behaviours: ['b', 'e'],
        threat: 'harm',
        effect: 'No sleep.',
      }),
      entry(4, '2026-11-12', 'Hearing', { kind: 'event' }),
      entry(5, '2026-11-14', 'Flowers left', { unreported: true }),
    ],
    reports: [
      {
        id: id(11),
        ...policeReportSchema.parse({
          ...{ on: '2026-10-21', crimeNumber: '42/1001/26', recordedAs: 'harassment', saidBy: 'PC Long' },
          ...{ entryIds: [id(1), id(2)], advice: 'Change your number.', adviceBy: 'PC Long' },
        }),
      },
      {
        id: id(12),
        ...policeReportSchema.parse({ on: '2026-11-11', recordedAs: 'stalking', entryIds: [id(3)] }),
      },
    ],
    requests: [
      { id: id(21), ...policeRequestSchema.parse({ what: 'search_2b', on: '2026-11-11', of: 'DC Short' }) },
      {
        id: id(22),
        ...policeRequestSchema.parse({
          what: 'spo',
          on: '2026-11-12',
          answer: 'no',
          answeredOn: '2026-11-20',
        }),
      },
    ],
    events: [
      {
        id: id(31),
        ...caseEventSchema.parse({ what: 'warning', on: '2026-10-30', text: 'Words of advice' }),
      },
      { id: id(32), ...caseEventSchema.parse({ what: 'arrest', on: '2026-11-13', toldOn: '2026-11-19' }) },
      { id: id(33), ...caseEventSchema.parse({ what: 'nfa', on: '2026-11-20', letterOn: '2026-11-24' }) },
    ],
    breaches: [
      { id: id(41), ...orderBreachSchema.parse({ entryId: id(3), orderId: id(61), answer: 'breach' }) },
    ],
    assessments: [
      {
        id: id(51),
        ...assessmentSchema.parse({
          ...{ tool: 'S-DASH', on: '2026-11-15', by: 'A. Advocate', result: '9 ticks', judgement: 'High.' },
          factors: [{ text: 'It is getting more frequent', entryIds: [id(2), id(3)] }],
        }),
      },
    ],
    actions: [
      {
        id: id(55),
        ...planActionSchema.parse({
          approach: 'reduce',
          text: 'New locks',
          owner: 'Client',
          due: '2026-11-20',
        }),
      },
    ],
    consents: [],
    places: [],
    people: [
      {
        ...register,
        ...registerBodySchema.parse({
          name: 'Alex Crane',
          person: { role: 'perpetrator', aliases: ['Lex'] },
        }),
        ...{ id: id(62), kind: 'person' },
      },
    ],
    orders: [
      {
        ...register,
        ...registerBodySchema.parse({
          ...{ name: 'Police bail', orderType: 'bail', from: '2026-11-01' },
          order: { stage: 'made', terms: [{ id: 't1', text: 'Not to contact the client' }] },
        }),
        ...{ id: id(61), kind: 'order' },
      },
    ],
    ...more,
  };
}

export const consentOf = (more: object): LetterFacts['consents'][number] => ({
  id: id(71),
  ...consentSchema.parse({ what: 'marac', answer: 'given', on: '2026-11-20', ...more }),
});

/** All that a letter says. */
export const wordsOf = (blocks: readonly { readonly text: string }[]): string =>
  blocks.map(({ text }) => text).join('\n');
