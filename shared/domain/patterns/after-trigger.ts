import { flag } from '../chronology-row';
import type { NarrowRow } from '../chronology-row';
import { dayNumber } from './calendar';

/** Weeks looked at before and after an event. */
export const weeksAround = 8;

export interface WeekFromTrigger {
  /** 0 is the seven days that begin with the day of the event; -1 the seven before. */
  readonly week: number;
  readonly count: number;
}

/**
 * Incidents in each of the weeks before and after an event. Only incidents of which it is certain that they lie in one of
 * those weeks; `unsure` counts those of which it is not.
 */
export function aroundTrigger(
  rows: Iterable<NarrowRow>,
  trigger: Pick<NarrowRow, 'earliest' | 'latest'>,
): { readonly weeks: readonly WeekFromTrigger[]; readonly unsure: number } {
  const counts = new Map<number, number>();
  let unsure = 0;
  // Counted from the first day the event may have been: conduct on later days may still be before it, and is so only then.
  const begin = dayNumber(trigger.earliest);
  const weekOf = (stamp: string): number => Math.floor((dayNumber(stamp) - begin) / 7);
  for (const row of rows) {
    if ((row.flags & flag.event) !== 0) continue;
    const [first, last] = [weekOf(row.earliest), weekOf(row.latest)];
    if (last < -weeksAround || first >= weeksAround) continue;
    if (first === last) counts.set(first, (counts.get(first) ?? 0) + 1);
    else unsure += 1;
  }
  return {
    weeks: Array.from({ length: weeksAround * 2 }, (_, index) => {
      const week = index - weeksAround;
      return { week, count: counts.get(week) ?? 0 };
    }),
    unsure,
  };
}
