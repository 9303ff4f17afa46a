import { describe, expect, it } from 'vitest';
import { dueText, weekdayText } from '../../../renderer/strings/caseload';
import { calendarSortText } from '../../../renderer/strings/calendar';
import { calendarSorts } from '../../../shared/models/caseload';

describe('when something is due', () => {
  it.each([
    [null, 'no day'],
    ['2026-11-26', '2 days late'],
    ['2026-11-27', '1 day late'],
    ['2026-11-28', 'today'],
    ['2026-11-29', 'tomorrow'],
    ['2026-11-30', 'Mon 30 Nov 2026'],
    ['2027-01-01', 'Fri 1 Jan 2027'],
  ])('%s is said as %s', (day, expected) => {
    expect(dueText(day, '2026-11-28')).toBe(expected);
  });

  it('names the weekday of a leap day', () => {
    expect(weekdayText('2028-02-29')).toBe('Tue 29 Feb 2028');
  });

  it('has a word for everything that the calendar lists', () => {
    expect(calendarSorts.every((sort) => calendarSortText[sort] !== '')).toBe(true);
  });
});
