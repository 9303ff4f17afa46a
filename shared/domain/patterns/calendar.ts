const dayMs = 86_400_000;
/** Monday, 5 January 1970. */
const firstMonday = 4 * dayMs;

/** Days since 1970 of a calendar day, YYYY-MM-DD; no time zone is in it. */
export function dayNumber(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / dayMs;
}

/** YYYY-MM-DD of a number of days since 1970. */
export function dayFrom(number: number): string {
  // eslint-disable-next-line no-restricted-syntax -- a count of days, and no instant
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** The Monday of the week a day is in, YYYY-MM-DD. */
export function mondayOf(day: string): string {
  const first = firstMonday / dayMs;
  const number = dayNumber(day);
  return dayFrom(number - ((((number - first) % 7) + 7) % 7));
}

/** 0 Monday to 6 Sunday. */
export function weekdayOf(day: string): number {
  return (((dayNumber(day) - firstMonday / dayMs) % 7) + 7) % 7;
}

export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
export const shortWeekdays: readonly string[] = weekdayNames.map((name) => name.slice(0, 3));

/** `21:00 to 22:00` of an hour of the day, 0 to 23. */
export function hourText(hour: number): string {
  const clock = (each: number): string => `${String(each % 24).padStart(2, '0')}:00`;
  return `${clock(hour)} to ${clock(hour + 1)}`;
}
