import { describe, expect, it } from 'vitest';
import { dutiesOf } from '../../../../../shared/domain/casework/duties/duties';
import type { CaseFacts } from '../../../../../shared/domain/casework/duties/facts';
import { dutyRules } from '../../../../../shared/domain/casework/duties/rules';
import type { RuleId } from '../../../../../shared/domain/casework/duties/rules';
import type { Jurisdiction } from '../../../../../shared/models/jurisdiction';
import {
  ask,
  assessment,
  details,
  happened,
  incident,
  order,
  proceedings,
  quietCase,
  task,
} from '../../../../helpers/quiet-case';

const lineOf = (facts: Partial<CaseFacts>, today: string, rule: RuleId) =>
  dutiesOf(quietCase(facts), today).find((duty) => duty.rule === rule);

describe('an update to the client', () => {
  const owed = (
    on: string,
    enhancedRights: boolean | null,
    jurisdiction: Jurisdiction | null = 'england-and-wales',
  ): Partial<CaseFacts> => ({
    details: details({ jurisdiction, enhancedRights }),
    events: [happened(5, { what: 'arrest', on })],
  });

  // Victims' Code 2021, right 6: 1 working day with enhanced rights, else 5. Bank holidays: gov.uk/bank-holidays.
  it.each([
    ['after a Monday', '2026-11-23', true, '2026-11-24'],
    ['after a Friday', '2026-11-27', true, '2026-11-30'],
    ['after a Saturday', '2026-11-28', true, '2026-11-30'],
    ['after a Sunday', '2026-11-29', true, '2026-11-30'],
    ['over Christmas, with Boxing Day moved to the Monday', '2026-12-24', true, '2026-12-29'],
    ['over Easter', '2026-04-02', true, '2026-04-07'],
    ['over the early May holiday', '2026-05-01', true, '2026-05-05'],
    ['over New Year', '2026-12-31', true, '2027-01-04'],
    ['over the night in which the clocks go back', '2026-10-23', true, '2026-10-26'],
    ['over the night in which the clocks go forward', '2026-03-27', true, '2026-03-30'],
    ['to a 29 February that is a working day', '2024-02-28', true, '2024-02-29'],
    ['five working days, over one weekend', '2026-11-23', false, '2026-11-30'],
    ['five working days, from a Friday over the end of a month', '2026-07-31', false, '2026-08-07'],
    ['five working days, over Christmas', '2026-12-23', false, '2027-01-04'],
    ['five working days, over a 29 February', '2024-02-26', false, '2024-03-04'],
  ] as const)('is due %s', (_name, on, enhanced, due) => {
    expect(lineOf(owed(on, enhanced), on, 'update-owed')).toMatchObject({ due, isCertain: true });
  });

  it('is two days late two days after the day it was due, however the weekend lies', () => {
    const { tag, tone, text } = lineOf(owed('2026-11-23', true), '2026-11-26', 'update-owed') ?? {};
    expect({ tag, tone }).toEqual({ tag: '2 days late', tone: 'red' });
    expect(text).toBe(
      'Arrest on 23 Nov 2026: that the client was told is not recorded. Owed within 1 working day, with enhanced rights: by 24 Nov 2026.',
    );
  });

  it('names both days while nobody has said whether the client has enhanced rights, and is late for certain after the second', () => {
    const at = (today: string) => lineOf(owed('2026-11-23', null), today, 'update-owed');
    expect(at('2026-11-24')).toMatchObject({ due: '2026-11-24', isCertain: false, tag: 'today' });
    expect(at('2026-11-24')?.text).toContain(
      'by 24 Nov 2026 with enhanced rights, by 30 Nov 2026 without; which is not recorded',
    );
    expect(at('2026-11-25')).toMatchObject({ due: '2026-11-30', tag: 'late if enhanced', tone: 'amber' });
    expect(at('2026-12-01')).toMatchObject({ due: '2026-11-30', tag: '1 day late', isCertain: true });
  });

  it('is not certain where nobody said which law applies, and past the bank holidays that are known', () => {
    expect(lineOf(owed('2026-11-23', true, null), '2026-11-26', 'update-owed')).toMatchObject({
      ...{ isCertain: false, tag: 'perhaps late', tone: 'amber' },
    });
    expect(lineOf(owed('2060-11-22', true), '2060-11-22', 'update-owed')?.isCertain).toBe(false);
  });

  it('has no number of days in Scotland and Northern Ireland, and says so', () => {
    for (const place of ['scotland', 'northern-ireland'] as const) {
      const line = lineOf(owed('2026-11-23', true, place), '2026-12-23', 'update-owed-elsewhere');
      expect(line).toMatchObject({ due: null, tag: 'update not recorded' });
      expect(line?.source.confirmed).toBe(false);
    }
  });
});

describe('a review of a decision', () => {
  const decided = (letterOn: string, jurisdiction: Jurisdiction): Partial<CaseFacts> => ({
    details: details({ jurisdiction }),
    events: [happened(5, { what: 'no_charge', on: letterOn, letterOn, toldOn: letterOn })],
  });

  // 5 working days and 3 months in England and Wales, 3 months in Northern Ireland, 1 month in Scotland: all provisional.
  it.each([
    ['2026-11-30', 'england-and-wales', '2027-02-28'],
    ['2027-11-30', 'england-and-wales', '2028-02-29'],
    ['2026-08-31', 'england-and-wales', '2026-11-30'],
    ['2026-08-31', 'northern-ireland', '2026-11-30'],
    ['2027-01-31', 'scotland', '2027-02-28'],
    ['2028-01-31', 'scotland', '2028-02-29'],
  ] as const)('of a letter of %s in %s is asked for by %s at the latest', (letterOn, place, due) => {
    const line = lineOf(decided(letterOn, place), letterOn, 'review-last-day');
    expect(line).toMatchObject({ due });
    expect(line?.source.confirmed).toBe(false);
  });

  it('is normally asked for within five working days, which bank holidays and weekends are not', () => {
    const line = lineOf(decided('2026-12-23', 'england-and-wales'), '2026-12-23', 'review-ask-by');
    expect(line).toMatchObject({ due: '2027-01-04' });
    expect(lineOf(decided('2026-12-23', 'scotland'), '2026-12-23', 'review-ask-by')).toBeUndefined();
  });
});

describe('the time to begin a case under s.2 or s.2A', () => {
  // Magistrates' Courts Act 1980 s.127; DPP v Baker [2004] EWHC 2782 (Admin): six months from the latest incident.
  it.each([
    ['2026-11-03', '2027-05-03'],
    ['2026-08-31', '2027-02-28'],
    ['2027-08-31', '2028-02-29'],
    ['2026-04-25', '2026-10-25'],
  ])('ends, after an incident of %s, on %s', (day, due) => {
    const entries = [incident(4, '2025-01-01'), incident(5, day)];
    const line = lineOf({ entries }, due, 'summary-limit');
    expect(line).toMatchObject({ due, tag: 'today', subject: entries[1]?.id });
    expect(line?.standsOn).toEqual([{ id: entries[1]?.id, kind: 'entry', title: 'entry 5' }]);
  });

  it('is counted from the first day that an uncertain date allows, and is not certain then', () => {
    const entries = [incident(5, '2026-06-01', { latest: '2026-06-30' })];
    expect(lineOf({ entries }, '2026-11-20', 'summary-limit')).toMatchObject({
      ...{ due: '2026-12-01', isCertain: false },
    });
  });

  it('takes no event for an incident, and nothing of which nobody knows when it was', () => {
    const entries = [
      incident(4, '2026-01-10'),
      incident(5, '2026-06-01', { kind: 'event' }),
      incident(6, '0000-01-01', { latest: '9999-12-31' }),
    ];
    expect(lineOf({ entries }, '2026-07-10', 'summary-limit')).toMatchObject({ due: '2026-07-10' });
  });
});

describe('what ends on a day', () => {
  it('counts down in words, and changes its colour with the last week', () => {
    const register = [
      order(5, {
        ...{ orderType: 'spo', until: '2026-12-31', stage: 'made', madeOn: '2026-01-05' },
        ...{ servedOn: '2026-01-05', notifiedOn: '2026-01-06', certifiedCopy: true },
      }),
    ];
    const at = (today: string) => {
      const { tag, tone } = lineOf({ register }, today, 'order-ends') ?? {};
      return [tag, tone];
    };
    expect(at('2026-12-03')).toEqual(['in 28 days', 'neutral']);
    expect(at('2026-12-24')).toEqual(['in 7 days', 'amber']);
    expect(at('2026-12-30')).toEqual(['tomorrow', 'amber']);
    expect(at('2026-12-31')).toEqual(['today', 'amber']);
    expect(at('2027-01-01')).toEqual(['ended', 'red']);
  });

  it('of an uncertain day is there from the first that it allows, and has ended after the last', () => {
    const register = [
      order(5, {
        ...{ orderType: 'non_molestation', until: '2026-06', stage: 'made' },
        ...{ servedOn: '2026-01-05', certifiedCopy: true },
      }),
    ];
    expect(lineOf({ register }, '2026-05-04', 'order-ends')).toMatchObject({
      ...{ due: '2026-06-01', isCertain: false },
    });
    expect(lineOf({ register }, '2026-06-30', 'order-ends')?.tag).toBe('may have ended');
    expect(lineOf({ register }, '2026-07-01', 'order-ends')?.text).toContain('ended sometime in June 2026');
  });

  it('of bail is met by what became of it on that day or later, once that has happened', () => {
    const facts: Partial<CaseFacts> = {
      register: [
        order(5, {
          ...{ orderType: 'bail', bail: 'pre_charge', returnOn: '2026-11-27', viewsAsked: true },
          ...{ clientToldOn: '2026-11-01', terms: [{ id: 't1', text: 'No contact' }] },
        }),
      ],
    };
    expect(lineOf(facts, '2026-11-28', 'bail-return')).toMatchObject({ tag: 'return date passed' });
    const extended = happened(6, { what: 'bail_changed', on: '2026-11-27', toldOn: '2026-11-27' });
    const charged = happened(6, { what: 'charge', on: '2026-11-26', toldOn: '2026-11-27' });
    expect(lineOf({ ...facts, events: [extended] }, '2026-11-28', 'bail-return')).toBeUndefined();
    expect(lineOf({ ...facts, events: [charged] }, '2026-11-28', 'bail-return')).toBeDefined();
  });
});

describe('a trigger of uncertain date', () => {
  it('is counted where its days touch those since the assessment, and says that it is uncertain', () => {
    const assessments = [assessment(5, { tool: 'S-DASH', on: '2026-06-10', reviewOn: '2099-01-01' })];
    const entries = [incident(7, '2026-06-01', { latest: '2026-06-30' })];
    const line = lineOf({ assessments, entries }, '2026-06-12', 'review-after-act');
    expect(line?.text).toBe(
      '1 incident, some perhaps before, since the assessment of 10 Jun 2026: a review is necessary.',
    );
    const before = [incident(7, '2026-06-01', { latest: '2026-06-10' })];
    expect(lineOf({ assessments, entries: before }, '2026-06-12', 'review-after-act')).toBeUndefined();
  });
});

describe('the list', () => {
  it('has what is late first, then what is due by its day, then what has no day', () => {
    const facts = quietCase({
      tasks: [
        task(5, { title: 'Due next', due: '2026-11-30' }),
        task(6, { title: 'Late', due: '2026-11-20' }),
        task(7, { title: 'Later still', due: '2026-11-10' }),
      ],
      requests: [ask(8, { what: 'arrest', on: '2026-11-01' })],
      proceedings: [proceedings(9, { court: 'Leeds', hearings: [{ edtf: '2026-11-29' }] })],
    });
    expect(dutiesOf(facts, '2026-11-28').map(({ rule, tag }) => [rule, tag])).toEqual([
      ['task-due', '18 days late'],
      ['task-due', '8 days late'],
      ['hearing-soon', 'tomorrow'],
      ['task-due', 'in 2 days'],
      ['ask-unanswered', 'asked, not answered'],
    ]);
  });

  it('asks of a case that is closed only about the closing', () => {
    const closed = quietCase({ status: 'closed', conflictChecks: [], assessments: [] });
    expect(dutiesOf(closed, '2026-11-28').map(({ rule }) => rule)).toEqual(['closing-without-record']);
  });

  it('follows a number that is changed in the data, without a change of code', () => {
    const later = { ...dutyRules, 'no-contact': { ...dutyRules['no-contact'], afterDays: 60 } };
    const facts = quietCase({ contacts: [], openedOn: '2026-10-01' });
    const shown = (rules: typeof dutyRules, today: string) =>
      dutiesOf(facts, today, rules).some(({ rule }) => rule === 'no-contact');
    expect([shown(dutyRules, '2026-10-29'), shown(later, '2026-10-29')]).toEqual([true, false]);
    expect(shown(later, '2026-11-30')).toBe(true);
  });
});
