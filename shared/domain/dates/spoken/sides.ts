import { addDays, lastDayOf, two } from './calendar-days';
import type { Qualifier } from './qualifiers';
import type { Point } from './point';

/** The first and the last of what a date with its "early", "about" and the like may mean; equal where it is one date. */
export function sidesOf(
  value: string,
  unit: Point['unit'],
  { third, mark }: Pick<Qualifier, 'third' | 'mark'>,
): { readonly from: string; readonly to: string } | null {
  if (third === null) {
    if (!value.includes('/')) return { from: `${value}${mark}`, to: `${value}${mark}` };
    const [from = '', to = ''] = value.split('/');
    return { from: `${from}${mark}`, to: `${to}${mark}` };
  }
  if (unit === 'day') return null;
  const [first, last] = third;
  if (unit === 'season') return { from: monthOfSeason(value, first), to: monthOfSeason(value, last) };
  if (unit === 'year') {
    const months = [
      ['01', '04'],
      ['05', '08'],
      ['09', '12'],
    ];
    return { from: `${value}-${months[first]?.[0] ?? '01'}~`, to: `${value}-${months[last]?.[1] ?? '12'}~` };
  }
  // The first ten days, the next ten, and the rest; their ends stay approximate.
  const [year = 2000, month = 1] = value.split('-').map(Number);
  const days = [
    [1, 10],
    [11, 20],
    [21, lastDayOf(year, month)],
  ];
  return { from: `${value}-${two(days[first]?.[0] ?? 1)}~`, to: `${value}-${two(days[last]?.[1] ?? 28)}~` };
}

/** "Late summer" is about its last month; winter begins in December. */
function monthOfSeason(value: string, third: 0 | 1 | 2): string {
  const [year = 2000, season = 21] = value.split('-').map(Number);
  const count = year * 12 + 2 + (season - 21) * 3 + third;
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}~`;
}

/** The day, month or year next to one: 1 after it, -1 before it. */
export function stepOf(value: string, unit: Point['unit'], step: 1 | -1): string {
  if (unit === 'day') return addDays(value, step);
  if (unit === 'year') return String(Number(value) + step);
  const [year = 2000, month = 1] = value.split('-').map(Number);
  const count = year * 12 + month - 1 + step;
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}`;
}
