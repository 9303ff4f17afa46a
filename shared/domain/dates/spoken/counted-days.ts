import { addDays, lastDayOf, latestWeekday, two } from './calendar-days';
import { dayOfMonth, smallNumber, weekdayNumber } from './names';
import type { Counted } from './qualifiers';
import type { Point } from './point';

/** The day that is counted from another: "two days after", "the Monday before", "the first Saturday in". */
export function countedDay(
  value: string,
  unit: Point['unit'],
  counted: Counted,
  mark: string,
): string | null {
  if (counted.kind === 'nth') return unit === 'month' ? nthOf(value, counted.n, counted.of, mark) : null;
  if (unit !== 'day') return null;
  const way = /before/iu.test(counted.way) ? -1 : 1;
  return counted.kind === 'weekday'
    ? weekdayBeside(value, counted.weekday, way, mark)
    : daysAway(value, counted.n, counted.unit, way, mark);
}

/** "The Monday before", "the Monday after". */
function weekdayBeside(value: string, named: string, way: -1 | 1, mark: string): string {
  const weekday = weekdayNumber(named);
  return `${latestWeekday(weekday, addDays(value, way < 0 ? -1 : 7))}${mark}`;
}

/** "Two days after", "three weeks before". */
function daysAway(value: string, n: string, of: string, way: -1 | 1, mark: string): string | null {
  // "The week before" is seven days or the days of another week.
  if (/^the$/iu.test(n) && !/^day$/iu.test(of)) return null;
  if (/^an?$/iu.test(n) && /s$/iu.test(of)) return null;
  const count = /^(?:the|an?)$/iu.test(n) ? 1 : smallNumber(n);
  const days = { day: 1, week: 7, fortnight: 14 }[of.toLowerCase().replace(/s$/u, '')];
  if (days === undefined || Number.isNaN(count)) return null;
  // "Three weeks after" is a manner of speaking.
  const rough = days > 1 && mark === '' ? '~' : mark;
  return `${addDays(value, way * count * days)}${rough}`;
}

function nthOf(month: string, n: string, of: string, mark: string): string | null {
  const [year = 2000, number = 1] = month.split('-').map(Number);
  const isWeekend = /^weekend$/iu.test(of);
  const weekday = isWeekend ? 5 : weekdayNumber(of);
  const last = `${month}-${two(lastDayOf(year, number))}`;
  const first = latestWeekday(weekday, `${month}-07`);
  const day = /^last$/iu.test(n) ? latestWeekday(weekday, last) : addDays(first, (dayOfMonth(n) - 1) * 7);
  if (day.slice(0, 7) !== month) return null;
  return isWeekend ? `${day}${mark}/${addDays(day, 1)}${mark}` : `${day}${mark}`;
}
