import { expect, it } from 'vitest';
import { monthAround } from '../../../../../shared/domain/casework/calendar/month';

it.each([
  ['2026-11-28', '2026-11-01', '2026-11-30'],
  ['2026-12-31', '2026-12-01', '2026-12-31'],
  ['2027-02-01', '2027-02-01', '2027-02-28'],
  ['2028-02-10', '2028-02-01', '2028-02-29'],
])('the month of %s goes from %s to %s', (day, from, until) => {
  expect(monthAround(day)).toEqual({ from, until });
});
