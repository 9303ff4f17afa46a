import { describe, expect, it } from 'vitest';
import { accessDue, acknowledgementDue, keptUntil } from '../../../../shared/domain/casework/retention/due';
import { isForReview, officeDuties } from '../../../../shared/domain/casework/retention/office-duties';
import type { RetentionCase } from '../../../../shared/models/retention';
import { dataComplaintSchema } from '../../../../shared/records/data-complaint';
import { subjectAccessSchema } from '../../../../shared/records/subject-access';

const request = (said: object) => subjectAccessSchema.parse({ on: '2026-11-20', ...said });
const complaint = (said: object) => dataComplaintSchema.parse({ on: '2026-11-02', ...said });

describe('a request for somebody’s own data is answered', () => {
  // UK GDPR Article 12(3); ICO, right of access: the corresponding day of the next month, else its last day; then the next working day.
  it.each([
    ['a month later', { on: '2026-09-03' }, '2026-10-05', 'the 3rd is a Saturday'],
    [
      'on the last day of a shorter month',
      { on: '2027-01-31' },
      '2027-03-01',
      '28 February 2027 is a Sunday',
    ],
    ['on the leap day', { on: '2028-01-30' }, '2028-02-29', 'a Tuesday'],
    [
      'after Christmas and its holidays',
      { on: '2026-11-25' },
      '2026-12-29',
      '25 and 28 December are bank holidays',
    ],
    [
      'two months later still where that was said',
      { on: '2026-09-03', extendedOn: '2026-09-20' },
      '2026-12-03',
      'a Thursday',
    ],
    [
      'later by the days the clock stood still',
      { on: '2026-09-03', pausedOn: '2026-09-07', resumedOn: '2026-09-14' },
      '2026-10-12',
      '3 October and 7 days is a Saturday',
    ],
    ['over the change of the clocks', { on: '2026-09-28' }, '2026-10-28', 'a Wednesday'],
  ])('%s', (_when, said, day, _why) => {
    expect(accessDue(request(said), 'england-and-wales')?.day).toBe(day);
  });

  it('on no day that can be told while the clock stands still', () => {
    expect(accessDue(request({ pausedOn: '2026-11-22' }), 'england-and-wales')).toBeNull();
  });
});

it('a complaint is acknowledged within thirty days, and what is kept ends with the month', () => {
  expect(acknowledgementDue({ on: '2026-11-02' })).toBe('2026-12-02');
  expect(acknowledgementDue({ on: '2028-01-31' })).toBe('2028-03-01');
  expect(keptUntil('2026-08-31', 6)).toBe('2027-02-28');
  expect(keptUntil('2024-02-29', 12)).toBe('2025-02-28');
});

const over: RetentionCase = {
  ...{ caseId: 'c', reference: 'WREN-7', what: 'closed', months: 72, closedOn: '2020-01-01' },
  ...{ until: '2026-01-01', isHeld: false, longer: null },
};

describe('a closed case comes up for review', () => {
  it.each([
    ['on the day its time is over', {}, '2026-01-01', true],
    ['not a day before', {}, '2025-12-31', false],
    ['not while it is held', { isHeld: true }, '2026-11-28', false],
    ['not while nobody said when it was closed', { until: null }, '2026-11-28', false],
    [
      'not while it is kept longer',
      { longer: { reason: 'asked for', until: '2027-01-01' } },
      '2026-11-28',
      false,
    ],
    [
      'not while it is kept until somebody decides otherwise',
      { longer: { reason: 'asked for', until: null } },
      '2026-11-28',
      false,
    ],
    ['again when that is over', { longer: { reason: 'asked for', until: '2026-11-28' } }, '2026-11-28', true],
  ])('%s', (_when, said, today, is) => {
    expect(isForReview({ ...over, ...said }, today)).toBe(is);
  });
});

describe('what of the office is due', () => {
  const duties = (requests: object[], complaints: object[], today = '2026-11-28') =>
    officeDuties(
      {
        requests: requests.map((each, nth) => ({ ...request(each), id: `r${nth}` })),
        complaints: complaints.map((each, nth) => ({ ...complaint(each), id: `k${nth}` })),
        cases: [over],
      },
      today,
    ).map(({ rule, due, tone }) => [rule, due, tone]);

  it('is said until it is met, the earliest first, and names nobody', () => {
    expect(duties([{}], [{}])).toEqual([
      ['retention-review', '2026-01-01', 'red'],
      ['complaint-acknowledge', '2026-12-02', 'amber'],
      ['subject-access', '2026-12-21', 'neutral'],
    ]);
    expect(duties([{ answeredOn: '2026-11-27' }], [{ acknowledgedOn: '2026-11-03' }])).toEqual([
      ['retention-review', '2026-01-01', 'red'],
      ['complaint-answer', null, 'neutral'],
    ]);
    expect(duties([{ outcome: 'withdrawn' }], [{ answeredOn: '2026-11-27' }])).toHaveLength(1);
    const said = officeDuties(
      { requests: [{ ...request({ from: 'Dean' }), id: 'r' }], complaints: [], cases: [] },
      '2026-11-28',
    );
    expect(JSON.stringify(said)).not.toContain('Dean');
  });
});
