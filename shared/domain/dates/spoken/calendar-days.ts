import { dayFrom, dayNumber, weekdayOf } from '../../patterns/calendar';

export function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `YYYY-MM-DD`, or null for a day that the calendar does not have. */
export function calendarDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  return day <= lastDayOf(year, month) ? `${year}-${two(month)}-${two(day)}` : null;
}

export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function addDays(day: string, days: number): string {
  return dayFrom(dayNumber(day) + days);
}

/** The latest day on or before `today` that is this weekday (0 Monday to 6 Sunday). */
export function latestWeekday(weekday: number, today: string): string {
  return addDays(today, -((weekdayOf(today) - weekday + 7) % 7));
}

/** `YYYY-MM` some months before the month of a day. */
export function monthBefore(today: string, months: number): string {
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months;
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}`;
}
