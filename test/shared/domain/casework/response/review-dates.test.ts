import { describe, expect, it } from 'vitest';
import { reviewDates } from '../../../../../shared/domain/casework/response/review-dates';
import { caseEventSchema } from '../../../../../shared/records/case-event';
import type { CaseEvent } from '../../../../../shared/records/case-event';

const event = (change: Partial<CaseEvent>): CaseEvent =>
  caseEventSchema.parse({ what: 'no_charge', on: '2026-11-02', ...change });

describe('the two days of a review (Victims’ Right to Review; secondary pages, provisional)', () => {
  it.each([
    // [letter, ask by: 5 working days, last: 3 months, source]
    ['2026-11-02', '2026-11-09', '2027-02-02', 'a weekend between'],
    ['2026-11-30', '2026-12-07', '2027-02-28', 'no 30 February: its last day (Dodds v Walker [1981] UKHL 2)'],
    ['2023-11-30', '2023-12-07', '2024-02-29', 'the last day of a leap February'],
    ['2026-12-23', '2027-01-04', '2027-03-23', 'Christmas and New Year (gov.uk/bank-holidays)'],
    ['2026-03-27', '2026-04-07', '2026-06-27', 'Good Friday, Easter Monday; months are of the calendar'],
  ])('of a letter of %s: by %s, at the latest %s (%s)', (letterOn, askBy, last) => {
    const dates = reviewDates(event({ letterOn }), 'england-and-wales');
    expect(dates).toMatchObject({ of: 'prosecutor', from: letterOn, isFromLetter: true });
    expect(dates?.askBy).toMatchObject({ day: askBy, isCertain: true, limit: { confirmed: false } });
    expect(dates?.last).toMatchObject({ day: last, limit: { confirmed: false } });
  });

  it('are counted from the day the client was told, else the decision, where no letter is recorded, and are not certain', () => {
    expect(reviewDates(event({ toldOn: '2026-11-04' }), 'england-and-wales')).toMatchObject({
      ...{ from: '2026-11-04', isFromLetter: false },
      askBy: { day: '2026-11-11', isCertain: false },
    });
    expect(reviewDates(event({}), 'england-and-wales')).toMatchObject({ from: '2026-11-02' });
  });

  it('tell a decision of the police from one of the prosecutor, and are none for what is no such decision', () => {
    expect(reviewDates(event({ what: 'nfa' }), 'england-and-wales')?.of).toBe('police');
    expect(reviewDates(event({ what: 'acquittal' }), 'england-and-wales')).toBeNull();
    expect(reviewDates(event({ what: 'sentence' }), 'england-and-wales')).toBeNull();
  });

  it('follow the law of the case: in Scotland one month, and no shorter day', () => {
    expect(reviewDates(event({ letterOn: '2026-11-02' }), 'scotland')).toMatchObject({
      ...{ askBy: null, last: { day: '2026-12-02' } },
    });
    expect(reviewDates(event({ letterOn: '2026-11-02' }), null)?.last?.isCertain).toBe(false);
  });
});
