import { describe, expect, test } from 'vitest';
import { lastAssessment, reviewTriggers } from '../../../../shared/domain/casework/risk/review-triggers';
import type { ReviewFacts } from '../../../../shared/domain/casework/risk/review-triggers';

const today = '2026-11-28';
const none: ReviewFacts = {
  assessments: [{ id: 'a', body: { on: '2026-11-01', reviewOn: null } }],
  ...{ entries: [], breaches: [], possible: [], events: [], hearings: [] },
};
const entry = (edtf: string, more: Partial<ReviewFacts['entries'][number]['body']> = {}) => ({
  id: 'e',
  body: { edtf, kind: 'incident' as const, threat: null, fear: null, firstTime: null, ...more },
});
const kinds = (facts: Partial<ReviewFacts>): readonly string[] =>
  reviewTriggers({ ...none, ...facts }, today).map(({ kind, on }) => `${kind} ${on}`);

// College of Policing, stalking and harassment practice: reassess on change; domain.md 4.3.
describe('what makes a review of the risk necessary', () => {
  test.each<readonly [string, Partial<ReviewFacts>, readonly string[]]>([
    ['nothing new', {}, []],
    [
      'no assessment yet: the first one is due, and nothing to review',
      { assessments: [], entries: [entry('2026-11-20')] },
      [],
    ],
    [
      'the day that was set for it',
      { assessments: [{ id: 'a', body: { on: '2026-11-01', reviewOn: '2026-11-28' } }] },
      ['due 2026-11-28'],
    ],
    ['a day to come', { assessments: [{ id: 'a', body: { on: '2026-11-01', reviewOn: '2026-11-29' } }] }, []],
    ['a new act', { entries: [entry('2026-11-02')] }, ['act 2026-11-02']],
    ['an act of the same day was known', { entries: [entry('2026-11-01')] }, []],
    ['an act that may lie before', { entries: [entry('2026-10-20/2026-11-10')] }, []],
    ['an event is no act', { entries: [entry('2026-11-02', { kind: 'event' })] }, []],
    ['a threat', { entries: [entry('2026-11-02', { threat: 'harm' })] }, ['escalation 2026-11-02']],
    [
      'conduct that is new, as the client says',
      { entries: [entry('2026-11-02', { firstTime: true })] },
      ['escalation 2026-11-02'],
    ],
    ['fear of violence', { entries: [entry('2026-11-02', { fear: true })] }, ['escalation 2026-11-02']],
    [
      'a breach that was decided',
      { entries: [entry('2026-11-02')], breaches: [{ id: 'b', body: { answer: 'breach', entryId: 'e' } }] },
      ['act 2026-11-02', 'breach 2026-11-02'],
    ],
    [
      'what is no breach',
      {
        entries: [entry('2026-11-02')],
        breaches: [{ id: 'b', body: { answer: 'not_breach', entryId: 'e' } }],
      },
      ['act 2026-11-02'],
    ],
    [
      'what may be one, once for each entry',
      {
        entries: [entry('2026-11-02')],
        possible: [
          { entryId: 'e', orderId: 'o' },
          { entryId: 'e', orderId: 'p' },
        ],
      },
      ['act 2026-11-02', 'possible_breach 2026-11-02'],
    ],
    [
      'a release',
      { events: [{ id: 'r', body: { what: 'release', on: '2026-11-20' } }] },
      ['release 2026-11-20'],
    ],
    [
      'a release in a week',
      { events: [{ id: 'r', body: { what: 'release', on: '2026-12-05' } }] },
      ['release 2026-12-05'],
    ],
    ['a release later than that', { events: [{ id: 'r', body: { what: 'release', on: '2026-12-06' } }] }, []],
    ['an arrest', { events: [{ id: 'r', body: { what: 'arrest', on: '2026-11-20' } }] }, []],
    ['a hearing', { hearings: [{ id: 'h', edtf: '2026-12-01' }] }, ['hearing 2026-12-01']],
    ['a hearing before the assessment', { hearings: [{ id: 'h', edtf: '2026-10-01' }] }, []],
  ])('%s', (_name, facts, expected) => {
    expect(kinds(facts)).toEqual(expected);
  });

  test('a new assessment answers all of them', () => {
    const assessments = [
      { id: 'b', body: { on: '2026-11-28', reviewOn: null } },
      { id: 'a', body: { on: '2026-11-01', reviewOn: '2026-11-20' } },
    ];
    expect(kinds({ assessments, entries: [entry('2026-11-20')] })).toEqual([]);
    expect(lastAssessment(assessments)?.id).toBe('b');
  });
});
