import { addDays, calendarDay, latestWeekday } from './calendar-days';
import type { Point } from './point';

type Feast = (year: number) => string | null;

/** Easter Sunday of the Western churches (the method of Meeus, Jones and Butcher). */
function easter(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const count = h + l - 7 * m + 114;
  return `${year}-0${Math.floor(count / 31)}-${String((count % 31) + 1).padStart(2, '0')}`;
}

const onDay =
  (month: number, day: number): Feast =>
  (year) =>
    calendarDay(year, month, day);
const fromEaster =
  (days: number): Feast =>
  (year) =>
    addDays(easter(year), days);

/** Days with a name of their own, of which everybody knows the date or can work it out. */
const loose = 'christmas|xmas';
const feasts: readonly (readonly [string, Feast])[] = [
  ['christmas eve', onDay(12, 24)],
  ['christmas day', onDay(12, 25)],
  [loose, onDay(12, 25)],
  ['boxing day', onDay(12, 26)],
  [String.raw`new year[’']?s['’]? eve`, onDay(12, 31)],
  [String.raw`new year[’']?s['’]? day`, onDay(1, 1)],
  [String.raw`valentine[’']?s['’]? day`, onDay(2, 14)],
  ["hallowe[’']?en", onDay(10, 31)],
  ['bonfire night|guy fawkes(?: night| day)?', onDay(11, 5)],
  ['easter monday', fromEaster(1)],
  ['easter sunday|easter day', fromEaster(0)],
  ['good friday', fromEaster(-2)],
  ['maundy thursday', fromEaster(-3)],
  ['palm sunday', fromEaster(-7)],
  ['ash wednesday', fromEaster(-46)],
  ['shrove tuesday|pancake day|pancake tuesday', fromEaster(-47)],
  // The second Sunday of November.
  ['remembrance sunday', (year) => latestWeekday(6, `${year}-11-14`)],
];

const patterns = feasts.map(([names, at]) => ({
  at,
  isLoose: names === loose,
  pattern: new RegExp(
    String.raw`\b(?:${names})\b(?:,?\s+(?:(?:of|in)\s+)?(?:(?<year>(?:19|20)\d{2})(?!\d|s\b)|(?<back>last year|this year)\b))?`,
    'giu',
  ),
}));

/** Days with a name in a text. */
export function feastPoints(
  text: string,
  yearOf: (groups: Readonly<Record<string, string | undefined>>) => number | null,
): Point[] {
  return patterns.flatMap(({ pattern, at, isLoose }) =>
    [...text.matchAll(pattern)].map((found): Point => ({
      start: found.index,
      end: found.index + found[0].length,
      unit: 'day',
      year: yearOf(found.groups ?? {}),
      weekday: null,
      month: Number(at(2024)?.slice(5, 7) ?? 1),
      at,
      isLoose,
    })),
  );
}
