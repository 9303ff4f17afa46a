import { describe, expect, it } from 'vitest';
import { dutiesOf } from '../../../../../shared/domain/casework/duties/duties';
import type { CaseFacts } from '../../../../../shared/domain/casework/duties/facts';
import type { Duty } from '../../../../../shared/models/duty';
import {
  ask,
  assessment,
  breach,
  details,
  happened,
  idNumber,
  incident,
  order,
  planAction,
  proceedings,
  quietCase,
  report,
  statement,
} from '../../../../helpers/quiet-case';

const today = '2026-11-28';
const listed = (facts: Partial<CaseFacts>, day = today): readonly Duty[] => dutiesOf(quietCase(facts), day);
const rulesOf = (facts: Partial<CaseFacts>, day = today): readonly string[] =>
  listed(facts, day).map(({ rule }) => rule);

/** Each finding of "Living in fear" (HMIC and HMCPSI, 5 July 2017) that a line of what is missing answers. */
describe('what the inspection of 2017 found is listed', () => {
  it('stalking taken for harassment: while acts of s.2A(3) stand beside it, until it is recorded anew', () => {
    const entries = [incident(7, '2026-06-01'), incident(8, '2026-06-02', { behaviours: ['other'] })];
    const as = (recordedAs: 'harassment' | 'stalking') =>
      report(5, {
        on: '2026-06-03',
        crimeNumber: '13/4471/26',
        recordedAs,
        entryIds: [idNumber(7), idNumber(8)],
      });
    const [line] = listed({ entries, reports: [as('harassment')] }).filter(
      ({ room, rule }) => room === 'response' && rule === 'recorded-otherwise',
    );
    expect(line?.text).toBe(
      'record 5 is recorded as harassment; 2 of its entries name acts listed in s.2A(3).',
    );
    expect(line?.source.text).toContain('4,613 stalking against 202,755 harassment');
    expect(line?.standsOn.map(({ kind }) => kind)).toEqual(['police-report', 'entry', 'entry']);
    expect(rulesOf({ entries, reports: [as('stalking')] })).not.toContain('recorded-otherwise');
  });

  it('stalking taken for harassment: an entry without an act, or another report’s, is none beside it', () => {
    const entries = [incident(7, '2026-06-01', { behaviours: [] }), incident(8, '2026-06-02')];
    const reports = [report(5, { on: '2026-06-03', recordedAs: 'harassment', entryIds: [idNumber(7)] })];
    expect(rulesOf({ entries, reports })).not.toContain('recorded-otherwise');
  });

  it('no risk assessment: on the third day of the case, counted from the referral', () => {
    const facts: Partial<CaseFacts> = {
      ...{ assessments: [], planActions: [], openedOn: '2026-11-27' },
      details: details({ jurisdiction: 'england-and-wales', referredOn: '2026-11-23' }),
    };
    expect(rulesOf(facts, '2026-11-25')).toEqual([]);
    expect(listed(facts, '2026-11-26')).toMatchObject([{ rule: 'no-assessment', tag: 'today' }]);
    expect(listed(facts, '2026-11-28')).toMatchObject([{ rule: 'no-assessment', tag: '2 days late' }]);
  });

  it('no risk management plan: while the assessment that stands has no action with owner and date', () => {
    const later = assessment(6, { tool: 'SASH', on: '2098-06-01', reviewOn: '2099-01-01' });
    const assessments = [...quietCase().assessments, later];
    const forEarlier = planAction(7, {
      ...{ approach: 'remove', text: 'Arrest', owner: 'police', due: '2099-01-01' },
      assessmentId: quietCase().assessments[0]?.id ?? null,
    });
    expect(rulesOf({ assessments, planActions: [forEarlier] })).toEqual(['no-plan']);
    const ofIt = planAction(8, {
      approach: 'accept',
      text: 'Watch',
      owner: 'we',
      due: '2099-01-01',
      assessmentId: later.id,
    });
    expect(rulesOf({ assessments, planActions: [forEarlier, ofIt] })).toEqual([]);
  });

  it('stalking questions left out: parts of the assessment that stands', () => {
    const whole = { tool: 'DASH', on: '2098-01-01', reviewOn: '2099-01-01' };
    expect(
      rulesOf({ assessments: [assessment(901, { ...whole, partsNotCompleted: 'Stalking questions' })] }),
    ).toEqual(['parts-not-completed']);
    expect(rulesOf({ assessments: [assessment(901, whole)] })).toEqual([]);
  });

  it('victim care: an update promised in 1 or 5 working days, and no single point of contact', () => {
    const events = [happened(5, { what: 'bail', on: '2026-11-23' })];
    expect(listed({ events })).toMatchObject([{ rule: 'update-owed', tag: '4 days late' }]);
    const reports = [
      report(6, { on: '2026-11-01', crimeNumber: 'x', recordedAs: 'stalking', isDetective: true }),
    ];
    expect(rulesOf({ reports })).toContain('spoc-not-told');
  });

  it('bail conditions: views, conditions, expiry and telling the client; none for somebody under investigation', () => {
    const bail = order(5, { orderType: 'bail', bail: 'pre_charge', returnOn: '2026-11-30' });
    expect(rulesOf({ register: [bail] })).toEqual([
      ...['bail-return', 'bail-views', 'bail-no-conditions', 'bail-client-told'],
    ]);
    const free = order(5, { orderType: 'bail', bail: 'under_investigation' });
    expect(rulesOf({ register: [free] })).toEqual(['no-conditions-at-all']);
  });

  it('breaches: offered while nobody has decided, and recorded as stalking too', () => {
    const register = [
      order(5, {
        ...{ orderType: 'spo', stage: 'made', servedOn: '2026-01-01' },
        ...{ notifiedOn: '2026-01-02', certifiedCopy: true },
      }),
    ];
    const entries = [incident(7, '2026-11-01')];
    const possibleBreaches = [{ entryId: idNumber(7), orderId: idNumber(5), termId: null }];
    expect(rulesOf({ register, entries, possibleBreaches })).toEqual(['breach-undecided']);
    const decided = breach(8, {
      ...{ entryId: idNumber(7), orderId: idNumber(5), answer: 'breach' },
      ...{ reportedOn: '2026-11-02', recordedAsBreach: true },
    });
    const [line, ...more] = listed({ register, entries, possibleBreaches, breaches: [decided] });
    expect(more).toEqual([]);
    expect(line?.text).toContain('whether the police recorded it as stalking too is not recorded');
  });

  it('breaches: one that came after those before were put off is there again', () => {
    const register = [order(5, { orderType: 'other' })];
    const entries = [incident(7, '2026-11-01'), incident(8, '2026-11-02')];
    const of = (nth: number) => ({ entryId: idNumber(nth), orderId: idNumber(5), termId: null });
    const before = listed({ register, entries, possibleBreaches: [of(7)] });
    const after = listed({ register, entries, possibleBreaches: [of(7), of(8)] });
    expect(after[0]?.subject).not.toBe(before[0]?.subject);
  });

  it('search powers unused: recorded as stalking, devices speak, nothing asked; and an ask without an answer after 7 days', () => {
    const reports = [
      report(5, {
        ...{ on: '2026-06-03', crimeNumber: 'x', recordedAs: 'stalking', isDetective: true },
        ...{ spocContactedOn: '2026-06-03', entryIds: [idNumber(7)] },
      }),
    ];
    const entries = [incident(7, '2026-06-01', { channel: 'post', behaviours: ['d'] })];
    expect(rulesOf({ reports, entries })).toContain('search-not-asked');
    const requests = (on: string) => [ask(8, { what: 'search_2b', on })];
    expect(rulesOf({ reports, entries, requests: requests('2026-11-22') })).not.toContain('search-not-asked');
    expect(rulesOf({ reports, entries, requests: requests('2026-11-22') })).not.toContain('ask-unanswered');
    expect(rulesOf({ reports, entries, requests: requests('2026-11-21') })).toContain('ask-unanswered');
  });

  it('information notices in place of investigation: conduct in the 28 days before and after a warning', () => {
    const events = [happened(5, { what: 'warning', on: '2026-06-30' })];
    const days = ['2026-06-01', '2026-06-02', '2026-06-30', '2026-07-28', '2026-07-29'];
    const entries = days.map((day, nth) => incident(10 + nth, day));
    const line = listed({ events, entries }).find(({ rule }) => rule === 'warning-conduct');
    expect(line?.text).toBe(
      'Warning or information notice on 30 Jun 2026: 1 incident in the 28 days before, 1 on the day, 1 in the 28 days after; 3 in no report with a crime number.',
    );
  });

  it('restraining orders not applied for: sentence within 7 days and no ask', () => {
    const on = (edtf: string) => [
      proceedings(5, {
        court: 'Leeds Crown Court',
        courtKind: 'crown',
        hearings: [{ edtf, what: 'Sentencing' }],
      }),
    ];
    expect(rulesOf({ proceedings: on('2026-12-06') })).toEqual(['hearing-soon']);
    expect(rulesOf({ proceedings: on('2026-12-05') })).toEqual(['restraining-not-asked', 'hearing-soon']);
    const asked = [order(6, { orderType: 'restraining', stage: 'asked', askedOn: '2026-11-27' })];
    expect(rulesOf({ proceedings: on('2026-12-05'), register: asked })).toEqual(['hearing-soon']);
  });

  it('victim personal statement: charged and not offered', () => {
    const events = [happened(5, { what: 'charge', on: '2026-11-20', toldOn: '2026-11-20' })];
    expect(rulesOf({ events })).toEqual(['statement-not-offered']);
    expect(rulesOf({ events, statements: [statement(6, { offeredOn: '2026-11-21' })] })).toEqual([]);
  });

  it('not with a detective, no single point of contact: counted over the open reports, in one line each', () => {
    const of = (nth: number, isDetective: boolean | null) =>
      report(nth, { on: '2026-06-03', crimeNumber: 'x', recordedAs: 'stalking', isDetective });
    const lines = listed({ reports: [of(5, null), of(6, false), of(7, true)] });
    const texts = lines.filter(({ rule }) => rule === 'no-detective' || rule === 'spoc-not-told');
    expect(texts.map(({ text }) => text)).toEqual([
      'Whether a detective has it, of 3 open reports: of 1 it is not recorded; 1 not, as recorded.',
      'Of 3 of 3 open reports it is not recorded whether the single point of contact for stalking was told.',
    ]);
  });
});
