import { describe, expect, it } from 'vitest';
import { minutesSpent, newestFirst } from '../../../../../shared/domain/casework/contacts/log';
import {
  consentStanding,
  inOrder,
  taskStanding,
} from '../../../../../shared/domain/casework/contacts/standing';

const contact = (id: string, on: string, more: object = {}) => ({
  id,
  createdAt: `2026-11-28T10:0${id}:00Z`,
  body: { on, time: null, corrects: null, minutes: null, ...more },
});

/** Locked after save, corrections append (domain facts 5.1). */
describe('a log of contacts', () => {
  it('has the newest first, by day, then time, then when it was written', () => {
    const log = newestFirst([
      contact('1', '2026-11-03'),
      contact('2', '2026-11-04', { time: '09:00' }),
      contact('3', '2026-11-04', { time: '21:05' }),
      contact('4', '2026-11-03'),
    ]);
    expect(log.map(({ shown }) => shown.id)).toEqual(['3', '2', '4', '1']);
  });

  it('shows what was corrected and what corrects it, and counts the time of the correction alone', () => {
    const log = newestFirst([
      contact('1', '2026-11-03', { minutes: 45 }),
      contact('2', '2026-11-03', { minutes: 15, corrects: '1' }),
      contact('3', '2026-11-03', { minutes: 20 }),
      contact('4', '2026-11-03'),
    ]);
    expect(log.find(({ shown }) => shown.id === '1')?.correctedBy).toEqual(['2']);
    expect(minutesSpent(log)).toEqual({ minutes: 35, unsaid: 1 });
  });
});

/** A consent has its date, its end, and may be withdrawn or overridden with a reason (domain facts 5.2). */
describe('a consent', () => {
  it.each([
    ['given', null, '2026-11-28', 'given'],
    ['given', '2026-12-27', '2026-11-28', 'given'],
    ['given', '2026-12-26', '2026-11-28', 'ends-soon'],
    ['given', '2026-11-28', '2026-11-28', 'ends-soon'],
    ['given', '2026-11-27', '2026-11-28', 'expired'],
    ['given', '2028-02-29', '2028-03-01', 'expired'],
    ['refused', '2026-11-27', '2026-11-28', 'refused'],
    ['withdrawn', '2027-11-27', '2026-11-28', 'withdrawn'],
    ['overridden', null, '2026-11-28', 'overridden'],
    ['not_asked', null, '2026-11-28', 'not_asked'],
  ] as const)('%s until %s is, on %s, %s', (answer, until, today, standing) => {
    expect(consentStanding({ answer, until }, today)).toBe(standing);
  });
});

describe('a task or review', () => {
  it.each([
    ['2026-11-27', null, '2026-11-28', { is: 'late', days: 1 }],
    ['2026-11-28', null, '2026-11-28', { is: 'today', days: 0 }],
    ['2026-12-05', null, '2026-11-28', { is: 'ahead', days: 7 }],
    // Across the clock change of 25 October 2026, a leap day and the end of a year.
    ['2026-10-24', null, '2026-10-26', { is: 'late', days: 2 }],
    ['2028-02-28', null, '2028-03-01', { is: 'late', days: 2 }],
    ['2026-12-31', null, '2027-01-01', { is: 'late', days: 1 }],
    [null, null, '2026-11-28', { is: 'open' }],
    ['2026-11-01', '2026-11-20', '2026-11-28', { is: 'done' }],
  ] as const)('due %s and done %s is, on %s, %o', (due, doneOn, today, standing) => {
    expect(taskStanding({ due, doneOn }, today)).toEqual(standing);
  });

  it('is listed by its day, without a day at the end, and what is done apart, the latest first', () => {
    const task = (due: string | null, doneOn: string | null) => ({ body: { due, doneOn } });
    const { open, done } = inOrder([
      task(null, null),
      task('2026-12-05', null),
      task('2026-11-01', null),
      task(null, '2026-10-01'),
      task(null, '2026-11-01'),
    ]);
    expect(open.map(({ body }) => body.due)).toEqual(['2026-11-01', '2026-12-05', null]);
    expect(done.map(({ body }) => body.doneOn)).toEqual(['2026-11-01', '2026-10-01']);
  });
});
