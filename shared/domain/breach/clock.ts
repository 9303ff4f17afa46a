import type { BreachBody } from '../../models/breach';
import { afterRules } from '../receipt/after-rules';

const hour = 3_600_000;

/**
 * Where the time to tell the ICO stands. `not-asked`: a person has found that a risk is unlikely, so that it need not be told; the reason
 * is kept.
 */
export interface BreachClock {
  readonly is: 'running' | 'late' | 'told-in-time' | 'told-late' | 'not-asked';
  /** When the time is up: an instant. */
  readonly due: string;
  /** Whole hours: left while it runs, over it when it is late, else that it took to tell. */
  readonly hours: number;
}

/**
 * Hours run through nights, weekends and holidays, from when somebody here first knew of it (UK GDPR, article 33(1)). An hour is an hour,
 * also on the days when the clocks change. `now`: an instant.
 */
export function breachClock(
  { foundAt, toldIcoAt, risk }: Pick<BreachBody, 'foundAt' | 'toldIcoAt' | 'risk'>,
  now: string,
  hoursAllowed: number = afterRules.breach.hours,
): BreachClock {
  const found = Date.parse(foundAt);
  const due = found + hoursAllowed * hour;
  const at = { due: new Date(due).toISOString() };
  if (toldIcoAt !== null) {
    const told = Date.parse(toldIcoAt);
    const hours = Math.max(0, Math.floor((told - found) / hour));
    return { ...at, is: told <= due ? 'told-in-time' : 'told-late', hours };
  }
  const left = due - Date.parse(now);
  if (risk === 'unlikely') return { ...at, is: 'not-asked', hours: Math.max(0, Math.floor(left / hour)) };
  return left >= 0
    ? { ...at, is: 'running', hours: Math.floor(left / hour) }
    : { ...at, is: 'late', hours: Math.floor(-left / hour) };
}

/** Whether somebody has to do something: the hours run, or are over, and the ICO was not told. */
export function isUrgent({ is }: BreachClock): boolean {
  return is === 'running' || is === 'late';
}

/** What of a breach cannot be, or is missing, by its field. `now`: an instant. */
export function breachProblem(
  { foundAt, toldIcoAt, toldClientAt, risk, riskWhy }: Omit<BreachBody, 'what'>,
  now: string,
): 'found-later' | 'ico-before' | 'client-before' | 'why' | null {
  if (Date.parse(foundAt) > Date.parse(now)) return 'found-later';
  const isBefore = (told: string | null): boolean => told !== null && Date.parse(told) < Date.parse(foundAt);
  if (isBefore(toldIcoAt)) return 'ico-before';
  if (isBefore(toldClientAt)) return 'client-before';
  return risk === 'unlikely' && riskWhy.trim() === '' ? 'why' : null;
}
