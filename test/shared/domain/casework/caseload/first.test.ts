import { describe, expect, it } from 'vitest';
import { dutyTime, firstDue, whatFirst } from '../../../../../shared/domain/casework/caseload/first';
import type { DutyTime } from '../../../../../shared/domain/casework/caseload/first';
import type { Duty } from '../../../../../shared/models/duty';

const today = '2026-11-28';
const duty = (caseReference: string, due: string | null, putOff: Duty['putOff'] = null): Duty => ({
  ...{
    rule: 'task-due',
    subject: caseReference,
    caseId: caseReference,
    caseReference,
    text: 'A task is due',
  },
  ...{ tag: 'due', tone: 'amber', due, isCertain: true, standsOn: [], room: 'contacts', record: null },
  source: { text: 'Own rule', asAt: '2026-11-28', confirmed: true },
  putOff,
});

describe('what is to be done first', () => {
  it.each<[string | null, DutyTime]>([
    ['2026-11-27', 'overdue'],
    ['2026-11-28', 'soon'],
    ['2026-11-29', 'soon'],
    ['2026-11-30', 'week'],
    ['2026-12-05', 'week'],
    ['2026-12-06', 'later'],
    [null, 'no-day'],
  ])('%s is %s', (due, expected) => {
    expect(dutyTime(due, today)).toBe(expected);
  });

  it.each<[string, string, DutyTime]>([
    // 29 Feb 2028 exists, and the clocks going back on 25 Oct 2026 make no day longer.
    ['2028-02-29', '2028-02-28', 'soon'],
    ['2026-10-26', '2026-10-25', 'soon'],
    ['2027-01-01', '2026-12-31', 'soon'],
  ])('%s seen from %s is %s', (due, from, expected) => {
    expect(dutyTime(due, from)).toBe(expected);
  });

  it('lists the longest due on top, and groups that are empty not at all', () => {
    const groups = whatFirst(
      [
        duty('HF-10', '2026-11-20'),
        duty('HF-2', '2026-11-20'),
        duty('HF-1', null),
        duty('HF-3', '2026-11-01'),
      ],
      today,
    );
    expect(groups.map(({ time, duties }) => [time, duties.map((each) => each.caseReference)])).toEqual([
      ['overdue', ['HF-3', 'HF-2', 'HF-10']],
      ['no-day', ['HF-1']],
    ]);
  });

  it('leaves out what was put off, until its day has come', () => {
    const putOff = (until: string | null) => ({ id: 'put-off', reason: 'Client is away', until });
    const all = [
      duty('HF-1', '2026-11-20', putOff(null)),
      duty('HF-2', '2026-11-21', putOff('2026-11-29')),
      duty('HF-3', '2026-11-22', putOff('2026-11-28')),
    ];
    expect([...firstDue(all, today)]).toEqual([['HF-3', '2026-11-22']]);
    expect(whatFirst(all, today)).toHaveLength(1);
  });
});
