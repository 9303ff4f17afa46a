import { describe, expect, it } from 'vitest';
import { updateDue, updateStands } from '../../../../../shared/domain/casework/response/update-due';

const due = (on: string, enhanced: boolean | null, what: 'arrest' | 'warning' = 'arrest') =>
  updateDue({ what, on }, enhanced, 'england-and-wales');

describe('the day by which the client is told (Victims’ Code 2021, right 6)', () => {
  it.each([
    // [event, with enhanced rights, day, source of the days between]
    ['2026-11-23', true, '2026-11-24', 'Monday to Tuesday'],
    ['2026-11-27', true, '2026-11-30', 'Friday: a weekend is no working day'],
    ['2026-11-28', true, '2026-11-30', 'Saturday'],
    ['2026-11-23', false, '2026-11-30', 'five working days with a weekend between'],
    ['2026-11-26', false, '2026-12-03', 'over the end of a month'],
    ['2026-12-24', true, '2026-12-29', 'Boxing Day falls on a Saturday: substitute on Monday 28 December'],
    [
      '2026-12-24',
      false,
      '2027-01-05',
      'Christmas, its substitute day, New Year’s Day (gov.uk/bank-holidays)',
    ],
    ['2026-04-02', true, '2026-04-07', 'Good Friday and Easter Monday 2026 (gov.uk/bank-holidays)'],
    ['2024-02-28', true, '2024-02-29', 'a leap day is a day'],
    ['2026-03-27', true, '2026-03-30', 'the clocks change on Sunday 29 March 2026'],
    ['2026-08-28', true, '2026-09-01', 'summer bank holiday of 31 August 2026 (gov.uk/bank-holidays)'],
  ])('of an event of %s, enhanced %s: %s (%s)', (on, enhanced, day) => {
    expect(due(on, enhanced)).toMatchObject({ day, isCertain: true, ifEnhanced: null });
  });

  it('is that of 5 days, with the earlier one beside it, where nobody recorded whether there are enhanced rights', () => {
    expect(due('2026-11-23', null)).toMatchObject({
      ...{ day: '2026-11-30', isCertain: false },
      ifEnhanced: { day: '2026-11-24', isCertain: true, limit: { workingDays: 1 } },
    });
  });

  it('is not certain where nobody said whose law applies, nor past the bank holidays that are known', () => {
    expect(updateDue({ what: 'bail', on: '2026-11-23' }, true, null)).toMatchObject({ isCertain: false });
    expect(due('2039-06-01', true)).toMatchObject({ isCertain: false });
  });

  it('is none for what no news is owed of, and none where the law of the case lays down no number of days', () => {
    expect(due('2026-11-23', true, 'warning')).toBeNull();
    expect(updateDue({ what: 'arrest', on: '2026-11-23' }, true, 'scotland')).toBeNull();
    expect(updateDue({ what: 'arrest', on: '2026-11-23' }, true, 'northern-ireland')).toBeNull();
  });
});

describe('where an update stands', () => {
  it.each([
    ['2026-11-24', '2026-11-28', 'told'],
    ['2026-11-20', '2026-11-28', 'told'],
    ['2026-11-25', '2026-11-28', 'told-later'],
    [null, '2026-11-24', 'due'],
    [null, '2026-11-25', 'not-recorded'],
  ])('told on %s, seen on %s: %s', (toldOn, today, stands) => {
    expect(updateStands({ toldOn }, { day: '2026-11-24' }, today)).toBe(stands);
  });
});
