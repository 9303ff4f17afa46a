import { calendarDay, two } from './calendar-days';
import { overlaps } from './cover';
import { feastPoints } from './feasts';
import { dayOfMonth, monthNumber, months, ordinals, weekdayNumber, weekdays } from './names';
import type { Span } from './reading';
import type { Point } from './point';

const day = String.raw`(?:(?<!\d|[\d][/.:-]|[£$€-])\d{1,2}(?:st|nd|rd|th)?|${ordinals})`;
/** One that follows another: `3-7`. */
const nextDay = String.raw`(?:\d{1,2}(?!\d|[.:]\d)(?:st|nd|rd|th)?|${ordinals})`;
const lead = String.raw`(?:\b(?<weekday>${weekdays})\b[,.]?\s+(?:on\s+)?)?(?:\b(?:the|this)\s+)?`;
const month = String.raw`(?<!\bdydd\s)(?<!\p{L})(?<month>${months})(?!\p{L})\.?`;
/** A year that follows: in full, cut short, or counted from this one. A clock time of four digits is none. */
const year = String.raw`(?:(?:,?\s*(?:of\s+|in\s+)?|[/.-])(?:(?<year>(?:19|20)\d{2})(?!\d|[:.-]\d|s\b|\s?(?:h|hrs?|hours?)\b)|['’‘](?<cut>\d{2})(?!\d)|(?<short>\d{2})(?!\d|[:.]\d|\s?[ap]\.?m\b|\s*(?:h|hrs?|hours?|minutes?|mins?|o['’]?clock|past|to|days?|weeks?|months?|years?|ish)\b)|(?<back>last year|this year|the year before last)\b))?`;
const joined = String.raw`\s*(?:,|,?\s*\band\b|&|,?\s*\bor\b|\bto\b|\buntil\b|\btill\b|\bthrough\b|-|–|—|/)\s*`;

const dayFirst = new RegExp(
  String.raw`${lead}(?<day>${day})[\s.-]*(?:day\s+)?(?:\b(?:of|o)\s+)?${month}${year}`,
  'giu',
);
const dayMonthNumber = new RegExp(
  String.raw`${lead}(?<day>${day})\s+of\s+the\s+(?<number>\d{1,2}(?:st|nd|rd|th)|${ordinals})\b${year}`,
  'giu',
);
const monthFirst = new RegExp(
  String.raw`${lead}${month}[\s-]+(?:the\s+)?(?<day>\d{1,2}(?:st|nd|rd|th)?|${ordinals})\b(?!\d|[:.]\d|\s?[ap]\.?m\b|\s*(?:o['’]?clock|hrs?|hours?)\b)${year}`,
  'giu',
);
const monthOnly = new RegExp(String.raw`(?:\bthe\s+)?${month}${year}`, 'giu');
/** Several days of one month: `3, 4 and 5 March`, `Monday 4th or Tuesday 5th March`. */
export const sharedDays = new RegExp(
  String.raw`${lead}(?<!\bat\s)(?<days>${day}(?:${joined}(?:(?:${weekdays})\s+)?(?:the\s+)?${nextDay})+)\s*(?:day\s+)?(?:\bof\s+)?${month}${year}`,
  'giu',
);
export const sharedDaysAfter = new RegExp(
  String.raw`${month}\s+(?<days>\d{1,2}(?:st|nd|rd|th)?(?:${joined}(?:the\s+)?\d{1,2}(?!\d|[:.]\d|\s?[ap]\.?m\b)(?:st|nd|rd|th)?)+)${year}`,
  'giu',
);
const season = new RegExp(
  String.raw`\b(?:the\s+)?(?<season>spring|summer|autumn|winter)\b(?!\s+(?:holidays?|term|break|half|school|bank|sale))(?:${year})`,
  'giu',
);
const seasons = ['spring', 'summer', 'autumn', 'winter'];

interface Context {
  readonly today: string;
}

/** The year that follows a day or month, or null. Two digits are of this century unless they lie ahead. */
export function saidYear(
  groups: Readonly<Record<string, string | undefined>>,
  { today }: Context,
): number | null {
  const now = Number(today.slice(0, 4));
  if (groups['year'] !== undefined) return Number(groups['year']);
  const back = groups['back']?.toLowerCase();
  if (back !== undefined) return now - (back.startsWith('last') ? 1 : back.startsWith('the') ? 2 : 0);
  const cut = groups['cut'] ?? groups['short'];
  return cut === undefined ? null : centuryOf(Number(cut), now);
}

/** The year of two digits: of this century unless it lies ahead, then of the last. */
export function centuryOf(cut: number, now: number): number {
  const here = Math.floor(now / 100) * 100 + cut;
  return here > now + 2 ? here - 100 : here;
}

/** Two digits after a day are its year only where it is one of late; else they may be anything. */
function isShortYear(groups: Readonly<Record<string, string | undefined>>, { today }: Context): boolean {
  const short = Number(groups['short'] ?? 'NaN');
  return Number.isNaN(short) || (short >= 13 && short <= Number(today.slice(2, 4)));
}

/** What is written out in a text, in its order, none over another. */
export function pointsOf(text: string, context: Context): Point[] {
  const found: Point[] = [];
  const add = (points: readonly (Point | null)[]): void => {
    for (const point of points)
      if (point !== null && !found.some((each) => overlaps(point, each))) found.push(point);
  };
  add(feastPoints(text, (groups) => saidYear(groups, context)));
  add([...text.matchAll(numbered)].map((each) => numberedPoint(each, context)));
  add([...text.matchAll(dayFirst)].map((each) => dayPoint(each, text, context)));
  add([...text.matchAll(dayMonthNumber)].map((each) => dayPoint(each, text, context)));
  add([...text.matchAll(monthFirst)].map((each) => dayPoint(each, text, context)));
  add([...text.matchAll(monthOnly)].map((each) => monthPoint(each, text, context)));
  add([...text.matchAll(monthNumbered)].map(monthNumberPoint));
  add([...text.matchAll(season)].map((each) => seasonPoint(each, context)));
  add([...text.matchAll(years)].map(yearPoint));
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a name is one of a month: "may" and "march" are verbs as well, and "mar" and "sun" are words. */
function isMonthName(name: string, isBare: boolean, after: string): boolean {
  if (/^(?:may|march|mar|mai|medi|jan|dec)$/u.test(name)) {
    if (isBare) return false;
    return !/^\s+(?:have|be|come|go|not|well|also|want|need|get|see|look|call|text|try|kill|hurt|do|say|know|just|even|still|never|i|he|she|they|we|you|it)\b/iu.test(
      after,
    );
  }
  return true;
}

/** The stretch of a match without its year, where the two digits of it are none. */
function cutShort(
  found: RegExpMatchArray,
  groups: Readonly<Record<string, string | undefined>>,
  context: Context,
): Span {
  const start = (found.index ?? 0) + (/^\s*/u.exec(found[0])?.[0].length ?? 0);
  const text = isShortYear(groups, context)
    ? found[0]
    : found[0].replace(/[\s,/.-]*(?:of\s+|in\s+)?\d{2}$/u, '');
  return { start, end: (found.index ?? 0) + text.trimEnd().length };
}

function dayPoint(found: RegExpMatchArray, text: string, context: Context): Point | null {
  const groups = found.groups ?? {};
  const span = cutShort(found, groups, context);
  const number = dayOfMonth(groups['day'] ?? '');
  const name = groups['month'];
  const month = name === undefined ? dayOfMonth(groups['number'] ?? '') : monthNumber(name);
  const year = isShortYear(groups, context) ? saidYear(groups, context) : null;
  const isMonthFirst =
    name !== undefined && found[0].indexOf(name) < found[0].lastIndexOf(groups['day'] ?? '');
  const isPlain = /^\d+$/u.test(groups['day'] ?? '');
  // "he may 3 times", "may 24": a verb, without a capital, unless a year or "th" makes it a date.
  if (
    name !== undefined &&
    !isMonthName(name, isMonthFirst && year === null && isPlain, year === null ? text.slice(span.end) : '')
  )
    return null;
  const weekday = groups['weekday'] === undefined ? null : weekdayNumber(groups['weekday']);
  const at = (each: number): string | null => calendarDay(each, month, number);
  const point: Point = { ...span, unit: 'day', year, weekday, month, at };
  const cut = Number(context.today.slice(2, 4));
  // "May 24" is a day to some and a month to others.
  if (isMonthFirst && isPlain && year === null && number >= 13 && number <= cut)
    return {
      ...point,
      question: 'year',
      or: {
        ...point,
        unit: 'month',
        weekday: null,
        year: centuryOf(number, Number(context.today.slice(0, 4))),
        at: (each) => `${each}-${two(month)}`,
      },
    };
  return point;
}

function monthPoint(found: RegExpMatchArray, text: string, context: Context): Point | null {
  const groups = found.groups ?? {};
  const name = groups['month'] ?? '';
  const span = cutShort(found, groups, context);
  const isCut = groups['short'] !== undefined;
  const year = isCut ? null : saidYear(groups, context);
  const end = isCut
    ? (found.index ?? 0) + found[0].replace(/[\s,/.-]*(?:of\s+|in\s+)?\d{2}$/u, '').length
    : span.end;
  // "A quick march", "may I": a capital, or a year beside it.
  if (!isMonthName(name, year === null, '')) return null;
  if (
    /^May$/u.test(name) &&
    year === null &&
    /^\s+(?:i|he|she|they|we|you|it|god)\b/iu.test(text.slice(end)) &&
    !/\S/u.test(text.slice(0, span.start))
  )
    return null;
  const month = monthNumber(name);
  return {
    start: span.start,
    end,
    unit: 'month',
    year,
    weekday: null,
    month,
    at: (each) => `${each}-${two(month)}`,
  };
}

function seasonPoint(found: RegExpMatchArray, context: Context): Point | null {
  const groups = found.groups ?? {};
  const number = seasons.indexOf((groups['season'] ?? '').toLowerCase());
  const span = cutShort(found, groups, context);
  const year = isShortYear(groups, context) ? saidYear(groups, context) : null;
  const after = (found.input ?? '').slice(span.end);
  // "Winter 2023/24" is the one that began in the first of the two years.
  const both = year === null ? null : /^\s?[/–-]\s?(\d{2}|\d{4})(?!\d)/u.exec(after);
  const isPair = both !== null && Number((both[1] ?? '').slice(-2)) === ((year ?? 0) + 1) % 100;
  const of = /\bof\s+\d{4}$/iu.test(found[0]);
  const at = (each: number): string => `${each}-${21 + number}`;
  const point: Point = {
    start: span.start,
    end: span.end + (isPair ? both[0].length : 0),
    unit: 'season',
    year,
    weekday: null,
    month: 3 + number * 3,
    at,
  };
  if (number !== 3 || year === null || isPair || of) return point;
  // A winter has two years: the one it began in or the one it ended in.
  const winter = (each: number): string => `${each}-12/${each + 1}-02`;
  return { ...point, question: 'year', at: winter, or: { ...point, at: (each) => winter(each - 1) } };
}

const numbered =
  /(?<![\d/.:-])(?<iso>\d{4})([/.-])(?<m>\d{1,2})\2(?<d>\d{1,2})(?![\d/:]|[.-]\d)|(?<![\d/.:-])(?<a>\d{1,2})(?<mark>[/.-])(?<b>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?![\d/:]|[.-]\d)|(?<![\d/.:£$€-])(?<c>\d{1,2})\/(?<e>\d{1,2})(?![\d/:%-]|\.\d)/gu;

/** `03/04/2026`, `3.4.26`: the day first, as is the custom here, and asked where both could be the month. */
function numberedPoint(found: RegExpMatchArray, { today }: Context): Point | null {
  const { iso, m, d, a, b, c, e, year } = found.groups ?? {};
  const start = found.index ?? 0;
  const span = { start, end: start + found[0].length };
  const said = iso ?? year;
  const now = Number(today.slice(0, 4));
  const yearOf = said === undefined ? null : said.length === 4 ? Number(said) : centuryOf(Number(said), now);
  const make = (day: number, month: number): Point => ({
    ...span,
    unit: 'day',
    year: yearOf,
    weekday: null,
    month,
    at: (each) => calendarDay(each, month, day),
  });
  if (iso !== undefined) return make(Number(d), Number(m));
  const [first, second] = [Number(a ?? c), Number(b ?? e)];
  const can = (day: number, month: number): boolean => calendarDay(yearOf ?? 2024, month, day) !== null;
  const [dayFirstCan, monthFirstCan] = [can(first, second), can(second, first)];
  // No day of the calendar; it stays where it is, so that none of its numbers is read as something else.
  if (!dayFirstCan && !monthFirstCan) return make(first, second);
  if (!dayFirstCan) return make(second, first);
  const point = make(first, second);
  return monthFirstCan && first !== second
    ? { ...point, question: 'day-or-month', or: make(second, first) }
    : point;
}

const monthNumbered = /(?<![\d/.:-])(?<month>0?[1-9]|1[0-2])\/(?<year>(?:19|20)\d{2})(?![\d/])/gu;

/** `03/2024`. */
function monthNumberPoint(found: RegExpMatchArray): Point {
  const month = Number(found.groups?.['month']);
  const start = found.index ?? 0;
  const at = (each: number): string => `${each}-${two(month)}`;
  return {
    start,
    end: start + found[0].length,
    unit: 'month',
    year: Number(found.groups?.['year']),
    weekday: null,
    month,
    at,
  };
}

/** A year alone, where the words around it say that it is one; a time of four digits is written the same. */
const years =
  /(?:(?=(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)\d{2}(?!\d))(?<![\d/.:-])|(?<=\b(?:in|during|since|between|from|of|late|early|mid|about|around|before|after|until|till|by|circa|and|or|to|through)[\s-]+(?:late\s+|early\s+|mid[\s-]+)?)|(?<=\bc\.\s?)|(?<=\d{4}\s?[-–/]\s?)|^\s*)(?<year>(?:19|20)\d{2})(?![\d]|[:.]\d|[/-](?!(?:19|20)\d{2}(?!\d))\d|s\b|\s?(?:h|hrs?|hours?)\b)/giu;

function yearPoint(found: RegExpMatchArray): Point {
  const year = Number(found.groups?.['year']);
  const end = (found.index ?? 0) + found[0].length;
  return { start: end - 4, end, unit: 'year', year, weekday: null, month: 1, at: (each) => String(each) };
}
