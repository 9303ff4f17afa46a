import file from '../../../resources/law/bank-holidays.json' with { type: 'json' };
import { bankHolidaysSchema } from '../../models/bank-holidays';
import { jurisdictions } from '../../models/jurisdiction';
import type { Jurisdiction } from '../../models/jurisdiction';
import type { TimeLimit } from '../../models/law';
import { addMonths as correspondingDay } from '../dates/add-months';

const { holidays, knownFrom, knownUntil } = bankHolidaysSchema.parse(file);
const daysOff: ReadonlyMap<Jurisdiction, ReadonlySet<string>> = new Map(
  jurisdictions.map((each) => [each, new Set(holidays[each].map(({ day }) => day))]),
);

/** A day that was counted, and whether the bank holidays on the way are known: those of its year, and of whose law it is. */
export interface CountedDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly isCertain: boolean;
}

const dayMs = 86_400_000;
const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** So many days later, or, below nought, earlier: days of the calendar, so that no change of the clocks comes into it. */
export function addDays(day: string, days: number): string {
  const at = new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs);
  return `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1, 2)}-${pad(at.getUTCDate(), 2)}`;
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/**
 * Neither a weekend nor a bank holiday where the case is. Where nobody said where that is, only what is a holiday in all three
 * is one, so that a day that is counted comes rather too early than too late.
 */
export function isWorkingDay(day: string, jurisdiction: Jurisdiction | null): boolean {
  const places = jurisdiction === null ? jurisdictions : [jurisdiction];
  return !isWeekend(day) && !places.every((each) => daysOff.get(each)?.has(day));
}

/** Whether every bank holiday between two days is known. */
function isKnown(one: string, other: string, jurisdiction: Jurisdiction | null): boolean {
  return jurisdiction !== null && [one, other].every((day) => day >= knownFrom && day <= knownUntil);
}

/** The day itself where it is a working day, else the next that is. */
function workingDayFrom(day: string, jurisdiction: Jurisdiction | null): string {
  let at = day;
  while (!isWorkingDay(at, jurisdiction)) at = addDays(at, 1);
  return at;
}

/** The nth working day after a day, or, below nought, before it. The day itself is not counted. */
export function addWorkingDays(day: string, count: number, jurisdiction: Jurisdiction | null): CountedDay {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; left -= 1)
    do at = addDays(at, step);
    while (!isWorkingDay(at, jurisdiction));
  return { day: at, isCertain: isKnown(day, at, jurisdiction) };
}

/**
 * So many calendar months later, as the Information Commissioner counts (UK GDPR Article 12(3)): the corresponding day, else the
 * month's last day; where that is no working day, the next one.
 */
export function addMonths(day: string, months: number, jurisdiction: Jurisdiction | null): CountedDay {
  const corresponding = correspondingDay(day, months);
  const at = workingDayFrom(corresponding, jurisdiction);
  return { day: at, isCertain: isKnown(corresponding, at, jurisdiction) };
}

/** The day that a time limit of the law falls on, counted from a day. */
export function dayOfLimit(limit: TimeLimit, from: string, jurisdiction: Jurisdiction | null): CountedDay {
  const { days, workingDays, months, before, nextWorkingDay } = limit;
  const sign = before === true ? -1 : 1;
  if (workingDays !== undefined) return addWorkingDays(from, sign * workingDays, jurisdiction);
  if (days !== undefined) return { day: addDays(from, sign * days), isCertain: true };
  const inMonths = sign * (months ?? 0);
  return nextWorkingDay === true
    ? addMonths(from, inMonths, jurisdiction)
    : { day: correspondingDay(from, inMonths), isCertain: true };
}
