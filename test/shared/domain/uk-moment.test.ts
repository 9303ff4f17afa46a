import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printUkMoment, ukClockOf } from '../../../shared/domain/dates/uk-moment';

describe('an instant on a UK clock', () => {
  it.each([
    ['2026-11-03T21:05:00.000Z', '3 Nov 2026, 21:05 GMT'],
    ['2026-07-03T21:05:00.000Z', '3 Jul 2026, 22:05 BST'],
    ['2026-07-03T23:30:00.000Z', '4 Jul 2026, 00:30 BST'],
    // 29 March: at 01:00 the clock shows 02:00.
    ['2026-03-29T00:59:59.000Z', '29 Mar 2026, 00:59 GMT'],
    ['2026-03-29T01:00:00.000Z', '29 Mar 2026, 02:00 BST'],
    // 25 October: 01:30 comes twice.
    ['2026-10-25T00:30:00.000Z', '25 Oct 2026, 01:30 BST'],
    ['2026-10-25T01:30:00.000Z', '25 Oct 2026, 01:30 GMT'],
  ])('%s reads %s', (instant, words) => {
    expect(printUkMoment(instant)).toBe(words);
  });

  it('is what the calendar of London says, whenever that is', () => {
    const london = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1998-01-01'), max: new Date('2037-12-31'), noInvalidDate: true }),
        (date) => {
          expect(ukClockOf(date.toISOString()).local).toBe(london.format(date).replace(' ', 'T'));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
