import type { Jurisdiction } from '../../../models/jurisdiction';
import type { CaseEvent } from '../../../records/case-event';
import { addDays } from './build-kit';

/** A month or three later: the same day, or the last of a shorter month. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return addDays(
    `${String(year + Math.floor((month - 1 + months) / 12)).padStart(4, '0')}-${String(((month - 1 + months) % 12) + 1).padStart(2, '0')}-01`,
    Math.min(date, last) - 1,
  );
}

/** By when a review is to be asked for. Provisional: none of it is confirmed (resources/letters/rules.json, `review`). */
export function reviewDays(
  jurisdiction: Jurisdiction,
  { letterOn, toldOn, on }: Pick<CaseEvent, 'letterOn' | 'toldOn' | 'on'>,
): readonly { readonly what: string; readonly day: string | null }[] {
  const from = letterOn ?? toldOn ?? on;
  switch (jurisdiction) {
    case 'england-and-wales':
      return [{ what: 'Considered until', day: addMonths(from, 3) }];
    case 'scotland':
      return [{ what: 'To be asked for by', day: addMonths(from, 1) }];
    case 'northern-ireland':
      return [{ what: 'To be asked for by', day: null }];
  }
}
