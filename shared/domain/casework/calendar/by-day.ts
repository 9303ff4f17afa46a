import type { CalendarItem } from '../../../models/caseload';
import type { Duty } from '../../../models/duty';
import { standing } from '../caseload/first';

/** A duty on its day, as the calendar lists it. */
function itemOf(duty: Duty, day: string, aliasOf: (caseId: string) => string): CalendarItem {
  const { caseId, caseReference, text, room, record } = duty;
  return {
    ...{ id: caseId, sort: 'duty', caseId, caseReference, caseAlias: aliasOf(caseId) },
    ...{ day, time: null, about: null, text, room, record },
  };
}

/**
 * What is due beside what has a day of its own. A duty that only says of a record what that record says itself, on the same day,
 * is not listed twice.
 */
export function withDuties(
  items: readonly CalendarItem[],
  duties: readonly Duty[],
  { from, until, today }: { readonly from: string; readonly until: string; readonly today: string },
  aliasOf: (caseId: string) => string,
): readonly CalendarItem[] {
  const placed = new Set(items.map(({ id, day }) => `${id} ${day}`));
  const added = standing(duties, today).flatMap((duty): CalendarItem[] => {
    const { due, standsOn, record } = duty;
    if (due === null || due < from || due > until) return [];
    const about = [...standsOn.map(({ id }) => id), ...(record === null ? [] : [record])];
    return about.some((id) => placed.has(`${id} ${due}`)) ? [] : [itemOf(duty, due, aliasOf)];
  });
  return [...items, ...added];
}

export interface CalendarDay {
  readonly day: string;
  readonly items: readonly CalendarItem[];
}

/** The days on which there is anything, in order; on each what has a time by its time, then the rest by case. */
export function byDay(items: readonly CalendarItem[]): readonly CalendarDay[] {
  const days = new Map<string, CalendarItem[]>();
  for (const item of items) days.set(item.day, [...(days.get(item.day) ?? []), item]);
  const late = '99:99';
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, all]) => ({
      day,
      items: all.sort((a, b) => {
        const [first, second] = [a.time ?? late, b.time ?? late];
        if (first !== second) return first < second ? -1 : 1;
        return a.caseReference.localeCompare(b.caseReference, 'en-GB', { numeric: true });
      }),
    }));
}
