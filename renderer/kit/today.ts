import { ukDay } from '../../shared/domain/dates/standing';

/** This instant, by the clock of the computer. It may be wrong or set back: spans of time are measured by `performance.now`. */
export function nowIso(): string {
  return new Date().toISOString();
}

/** The day it is in the UK, YYYY-MM-DD: deadlines and entries are dated by it, whatever zone this computer is set to. */
export const today = (): string => ukDay(new Date());
