import type { ResponseEntry } from '../../../models/response';
import type { CaseEvent } from '../../../records/case-event';
import { addDays } from '../working-days';

/** Days before and after a warning that are looked at ("Living in fear", 2017: information notices in place of investigation). */
export const daysAroundWarning = 28;

/** Incidents around a warning, in the order of the chronology. What followed it in time, and no more: it does not say why. */
export interface AroundWarning<T> {
  /** First and last day that are looked at. */
  readonly from: string;
  readonly to: string;
  readonly before: readonly T[];
  /** On the day itself, where the clock does not tell which came first. */
  readonly sameDay: readonly T[];
  readonly after: readonly T[];
  /** Their dates are too wide to say whether they lie in it, or on which side. */
  readonly unsure: readonly T[];
}

type Dated = Pick<ResponseEntry, 'kind' | 'earliest' | 'latest'>;
type Side = 'before' | 'sameDay' | 'after' | 'unsure' | null;

/** Incidents in the 28 days before a warning, on its day, and in the 28 days after it. */
export function aroundWarning<T extends Dated>(
  { on, time }: Pick<CaseEvent, 'on' | 'time'>,
  entries: readonly T[],
): AroundWarning<T> {
  const [from, to] = [addDays(on, -daysAroundWarning), addDays(on, daysAroundWarning)];
  const at = time === null ? null : `${on}T${time.slice(0, 5)}`;
  const sideOf = ({ kind, earliest, latest }: Dated): Side => {
    const [first, last] = [earliest.slice(0, 10), latest.slice(0, 10)];
    if (kind !== 'incident' || last < from || first > to) return null;
    if (first < from || last > to) return 'unsure';
    if (last < on || (at !== null && latest.slice(0, 16) < at)) return 'before';
    if (first > on || (at !== null && earliest.slice(0, 16) > at)) return 'after';
    return first === on && last === on ? 'sameDay' : 'unsure';
  };
  const lying = (side: Side): readonly T[] => entries.filter((entry) => sideOf(entry) === side);
  return {
    ...{ from, to, before: lying('before'), sameDay: lying('sameDay') },
    ...{ after: lying('after'), unsure: lying('unsure') },
  };
}
