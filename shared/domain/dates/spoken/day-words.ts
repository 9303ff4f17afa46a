import { GB } from 'chrono-node/en';
import { parseEdtf } from '../parse';
import { mondayOf } from '../../patterns/calendar';
import { addDays, calendarDay, lastDayOf, latestWeekday, monthBefore, two } from './calendar-days';
import { certain } from './reading';
import type { Options, Span, SpokenContext, SpokenQuestion } from './reading';

type Days = Options<string>;

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const seasons: Readonly<Record<string, number>> = { spring: 21, summer: 22, autumn: 23, winter: 24 };
/** Days without a year that lie no further back are meant of this year: nobody says the year of last week. */
const recentDays = 60;

/** The days that words name, as EDTF, or null. Never later than today where the year is not said. */
export function dayWords(text: string, context: SpokenContext): Days | null {
  return (
    literal(text) ??
    weeks(text, context) ??
    named(text, context) ??
    sharedMonth(text, context) ??
    numeric(text, context) ??
    written(text, context) ??
    wholeYears(text, context)
  );
}

/** EDTF typed as it is: `2026-03-04`, `2026-03~`, `2026-03-04/2026-03-07`. */
function literal(text: string): Days | null {
  for (const found of text.matchAll(
    /(?<![\w/-])\d{4}-[\dX]{2}(?:-[\dX]{2})?[?~%]?(?:\/(?:\.\.|\d{4}-[\dX]{2}(?:-[\dX]{2})?[?~%]?)?)?(?![\w-])/gu,
  )) {
    try {
      parseEdtf(found[0]);
      return certain(found[0], spanOf(found));
    } catch {
      // Digits that look like a date and are none.
    }
  }
  return null;
}

/** Whole weeks and what is counted from today. */
function weeks(text: string, { today, lastDay }: SpokenContext): Days | null {
  const every = String.raw`(?:every (?:day|night|evening|morning|afternoon)\s+|all\s+|throughout\s+|during\s+|in\s+|earlier\s+)?`;
  const found = new RegExp(String.raw`\b${every}(?<which>that|this|last) (?<unit>week|weekend)\b`, 'iu').exec(
    text,
  );
  if (found?.groups !== undefined) {
    const { which = '', unit = '' } = found.groups;
    const make = (monday: string): string =>
      unit.toLowerCase() === 'week'
        ? `${monday}/${addDays(monday, 6)}`
        : `${addDays(monday, 5)}/${addDays(monday, 6)}`;
    const thisWeek = mondayOf(today);
    const span = spanOf(found);
    if (which.toLowerCase() === 'that') {
      const options = [...(lastDay === null ? [] : [mondayOf(lastDay)]), thisWeek, addDays(thisWeek, -7)];
      return { question: 'which-week', options: [...new Set(options)].map(make), span };
    }
    return certain(make(which.toLowerCase() === 'this' ? thisWeek : addDays(thisWeek, -7)), span);
  }
  const ago =
    /\b(?:about |around |roughly )?(?<n>an?|one|two|three|four|five|six|a couple of|a few|\d{1,2}) (?<unit>day|week|month|year)s? ago\b/iu.exec(
      text,
    );
  if (ago?.groups !== undefined)
    return certain(agoOf(ago.groups['n'] ?? '', ago.groups['unit'] ?? '', ago[0], today), spanOf(ago));
  const last = /\b(?:sometime )?(?<which>last|this|earlier this) (?<unit>month|year)\b/iu.exec(text);
  if (last?.groups !== undefined) {
    const back = last.groups['which']?.toLowerCase() === 'last' ? 1 : 0;
    const isMonth = last.groups['unit']?.toLowerCase() === 'month';
    return certain(
      isMonth ? monthBefore(today, back) : String(Number(today.slice(0, 4)) - back),
      spanOf(last),
    );
  }
  return null;
}

function agoOf(n: string, unit: string, whole: string, today: string): string {
  const spoken: Readonly<Record<string, number>> = {
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
  };
  const count = spoken[n.toLowerCase()] ?? (/^a /iu.test(n) ? (/few/iu.test(n) ? 3 : 2) : Number(n));
  // Only a few days are counted exactly; "three weeks ago" is a manner of speaking.
  const rough =
    /^a /iu.test(n) || /^(?:about|around|roughly)/iu.test(whole) || unit.toLowerCase() !== 'day' || count > 6
      ? '~'
      : '';
  switch (unit.toLowerCase()) {
    case 'day':
      return `${addDays(today, -count)}${rough}`;
    case 'week':
      return `${addDays(today, -count * 7)}${rough}`;
    case 'month':
      return `${monthBefore(today, count)}${rough}`;
    default:
      return `${Number(today.slice(0, 4)) - count}${rough}`;
  }
}

/** Days with a name of their own, and weekdays. */
function named(text: string, { today }: SpokenContext): Days | null {
  const simple =
    /\b(?<day>the day before yesterday|yesterday|today|tonight|this (?:morning|afternoon|evening))\b/iu.exec(
      text,
    );
  if (simple !== null) {
    const word = simple[0].toLowerCase();
    const back = word.startsWith('the day') ? 2 : word === 'yesterday' ? 1 : 0;
    return certain(addDays(today, -back), {
      start: simple.index,
      end: simple.index + (/^this /iu.test(simple[0]) ? 4 : simple[0].length),
    });
  }
  const lastNight = /\blast night\b/iu.exec(text);
  // The night between two days: of which one is asked together with the part of the night.
  if (lastNight !== null)
    return { question: 'which-day', options: [addDays(today, -1), today], span: spanOf(lastNight) };
  const feast =
    /\b(?:on )?(?<name>christmas eve|christmas day|boxing day|new year[’']?s eve|new year[’']?s day|valentine[’']?s day|hallowe[’']?en|bonfire night)(?:,? (?<year>\d{4}))?\b/iu.exec(
      text,
    );
  if (feast?.groups !== undefined) {
    const [month, day] = feastOf(feast.groups['name'] ?? '');
    return withYear(feast.groups['year'], spanOf(feast), today, (year) => calendarDay(year, month, day));
  }
  const weekday =
    /\b(?:(?:on |that )?(?<last>last |this )|on )?(?<day>mon|tues|wednes|thurs|fri|satur|sun)day\b(?!\s*,?\s*(?:the )?\d)/iu.exec(
      text,
    );
  if (
    weekday?.groups === undefined ||
    new RegExp(
      String.raw`^\s*(?:night|morning|evening|afternoon)?\s*,?\s*(?:the )?(?:${months})\b`,
      'iu',
    ).test(text.slice(weekday.index + weekday[0].length))
  )
    return null;
  const index = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'].indexOf(
    (weekday.groups['day'] ?? '').toLowerCase(),
  );
  const latest = latestWeekday(index, today);
  const span = spanOf(weekday);
  const isLast = /^last/iu.test(weekday.groups['last'] ?? '');
  // "Last Tuesday" is the latest one to some and the one of last week to others; "Tuesday", on a Tuesday, today or not.
  const unsure = isLast ? latest >= mondayOf(today) : latest === today;
  return unsure
    ? { question: 'which-day', options: [latest, addDays(latest, -7)], span }
    : certain(latest, span);
}

function feastOf(name: string): readonly [number, number] {
  const word = name.toLowerCase();
  if (word.startsWith('christmas')) return [12, word.endsWith('eve') ? 24 : 25];
  if (word.startsWith('boxing')) return [12, 26];
  if (word.startsWith('new')) return word.endsWith('eve') ? [12, 31] : [1, 1];
  if (word.startsWith('val')) return [2, 14];
  return word.startsWith('hal') ? [10, 31] : [11, 5];
}

/** `between 3 and 7 May`, `3-7 May 2024`. */
function sharedMonth(text: string, { today }: SpokenContext): Days | null {
  const found = new RegExp(
    String.raw`\b(?:(?:sometime )?between\s+|from\s+)?(?:the\s+)?(?<a>\d{1,2})(?:st|nd|rd|th)?\s*(?:and|to|until|till|-|–)\s*(?:the\s+)?(?<b>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month>${months})\b\.?(?:,?\s+(?<year>\d{4}))?`,
    'iu',
  ).exec(text);
  if (found?.groups === undefined) return null;
  const { a = '', b = '', month = '', year } = found.groups;
  const number = monthNumber(month);
  return withYear(year, spanOf(found), today, (each) => {
    const [first, last] = [calendarDay(each, number, Number(a)), calendarDay(each, number, Number(b))];
    return first === null || last === null || first >= last ? null : `${first}/${last}`;
  });
}

/** `03/04/2026`, `3.4.26`: the day first, as is the custom here, and asked where both could be the month. */
function numeric(text: string, context: SpokenContext): Days | null {
  const found =
    /(?<![\d/.:-])(?<a>\d{1,2})(?<mark>[/.-])(?<b>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?![\d/.:-])|(?<![\d/.:£$€-])(?<c>\d{1,2})\/(?<d>\d{1,2})(?![\d/:%-]|\.\d)/u.exec(
      text,
    );
  if (found?.groups === undefined) return null;
  const [a, b] = [
    Number(found.groups['a'] ?? found.groups['c']),
    Number(found.groups['b'] ?? found.groups['d']),
  ];
  const before = qualifierBefore(text, found.index);
  const span = { start: before.start, end: found.index + found[0].length };
  const written = found.groups['year'];
  const year = written === undefined ? undefined : written.length === 2 ? `20${written}` : written;
  const read = (day: number, month: number): Days | null =>
    withYear(year, span, context.today, (each) => {
      const made = calendarDay(each, month, day);
      return made === null ? null : `${made}${before.mark}`;
    });
  const [dayFirst, monthFirst] = [read(a, b), read(b, a)];
  if (dayFirst === null || monthFirst === null || a === b) return dayFirst ?? monthFirst;
  const options = [dayFirst.options[0], monthFirst.options[0]].filter((each) => each !== undefined);
  return { question: 'day-or-month', options, span };
}

interface Point {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number;
  /** Null where only a month is said. */
  readonly day: number | null;
  readonly weekday: number | null;
}

/** Sums of money, decimals and further times, which the library would read into the date beside them. */
const sums =
  /[£$€]\s?\d+(?:[.,]\d+)*|\b\d+\.\d+\b(?!\.)|\b\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b|\b\d{1,2}:\d{2}\b/giu;
const joining =
  /\b(?:between|from|to|until|till|and|since|early|late|mid|beginning|start|middle|end|about|around|before|after|week)\b|(?<=\s)[-–](?=\s)/giu;

/** Days and months that are written out, read by the library; what joins or doubts them is read here. */
function written(text: string, context: SpokenContext): Days | null {
  // Joining words are covered while the library reads, so that it takes every date alone and rounds nothing.
  const cover = (word: string): string => ';'.repeat(word.length);
  const covered = text.replace(sums, cover).replace(joining, cover);
  const [year = 2000, month = 1, day = 1] = context.today.split('-').map(Number);
  const points = GB.parse(covered, new Date(year, month - 1, day, 12), { forwardDate: false }).flatMap(
    (result): readonly Point[] => {
      const { start } = result;
      if (!start.isCertain('month') || start.isCertain('hour') || result.end != null) return [];
      if ([...result.tags()].some((tag) => /casual|relative|unit/iu.test(tag))) return [];
      // "may" and "march" are verbs as well: without a capital a month needs a day or a year beside it.
      const words = /^(?:on|at|by|the|in)\s+/iu.exec(result.text)?.[0].length ?? 0;
      const shown = text.slice(result.index + words, result.index + result.text.length);
      if (/^(?:may|march|mar)$/u.test(shown)) return [];
      return [
        {
          start: result.index + words,
          end: result.index + result.text.length,
          year: start.isCertain('year') ? start.get('year') : null,
          month: start.get('month') ?? 1,
          day: start.isCertain('day') ? start.get('day') : null,
          weekday: start.isCertain('weekday') ? ((start.get('weekday') ?? 0) + 6) % 7 : null,
        },
      ];
    },
  );
  const [first, second] = points;
  if (first === undefined) return null;
  if (
    second !== undefined &&
    /^\s*(?:,\s*)?(?:and|to|until|till|-|–)\s+(?:on |the )?$/iu.test(text.slice(first.end, second.start))
  ) {
    const opening = /\b(?:sometime\s+)?(?:between|from)\s+(?:the\s+)?$/iu.exec(text.slice(0, first.start));
    const isRange = opening !== null || !/and/iu.test(text.slice(first.end, second.start));
    if (isRange)
      return between(first, second, { start: opening?.index ?? first.start, end: second.end }, context);
  }
  return onePoint(text, first, context);
}

function between(first: Point, second: Point, span: Span, { today }: SpokenContext): Days | null {
  const year = second.year ?? first.year;
  return withYear(year === null ? undefined : String(year), span, today, (each) => {
    const last = pointText(second, each);
    const from = pointText(first, first.year ?? (first.month > second.month ? each - 1 : each));
    return from === null || last === null || from >= last ? null : `${from}/${last}`;
  });
}

function pointText({ month, day }: Point, year: number): string | null {
  return day === null ? `${year}-${two(month)}` : calendarDay(year, month, day);
}

function onePoint(text: string, point: Point, context: SpokenContext): Days | null {
  const { today } = context;
  const before = qualifierBefore(text, point.start);
  const span = { start: before.start, end: point.end };
  const year = point.year === null ? undefined : String(point.year);
  if (before.kind === 'week')
    return withYear(year, span, today, (each) => {
      const day = point.day === null ? null : calendarDay(each, point.month, point.day);
      return day === null ? null : `${mondayOf(day)}/${addDays(mondayOf(day), 6)}`;
    });
  const made = withYear(year, span, today, (each) => {
    const value = pointText(point, each);
    if (value === null) return null;
    if (before.kind === 'since') return `${value}${before.mark}/..`;
    if (before.kind === 'until') return `/${value}${before.mark}`;
    if (point.day === null && before.third !== null) return thirdOfMonth(each, point.month, before.third);
    return `${value}${before.mark}`;
  });
  if (made === null || point.weekday === null || point.day === null) return made;
  return checkWeekday(made, point.weekday, span);
}

/** "Tuesday 4 March", where the 4th was none: either the weekday or the day is wrong. */
function checkWeekday(made: Days, weekday: number, span: Span): Days {
  const isRight = (edtf: string): boolean => latestWeekday(weekday, edtf.slice(0, 10)) === edtf.slice(0, 10);
  const right = made.options.filter(isRight);
  if (right.length === 1) return { question: null, options: right, span };
  if (right.length > 1) return { ...made, options: right };
  const options = made.options.flatMap((edtf) => {
    const before = latestWeekday(weekday, edtf.slice(0, 10));
    return [edtf, before, addDays(before, 7)];
  });
  return { question: 'weekday', options: options.slice(0, 3), span };
}

/** Early, middle and late are the first ten days, the next ten, and the rest; their ends stay approximate. */
function thirdOfMonth(year: number, month: number, third: 0 | 1 | 2): string {
  const [from, to] = [
    [1, 10],
    [11, 20],
    [21, lastDayOf(year, month)],
  ][third] ?? [1, 1];
  return `${year}-${two(month)}-${two(from ?? 1)}~/${year}-${two(month)}-${two(to ?? 1)}~`;
}

interface Qualifier {
  readonly start: number;
  readonly mark: '' | '~' | '?' | '%';
  readonly kind: 'none' | 'since' | 'until' | 'week';
  readonly third: 0 | 1 | 2 | null;
}

/** Words right before a date that say how sure it is, or what of it is meant. */
function qualifierBefore(text: string, index: number): Qualifier {
  let start = index;
  let [rough, unsure] = [false, false];
  let kind: Qualifier['kind'] = 'none';
  let third: Qualifier['third'] = null;
  const take = (pattern: RegExp): boolean => {
    const found = pattern.exec(text.slice(0, start));
    if (found === null) return false;
    start = found.index;
    return true;
  };
  for (let step = 0; step < 8; step += 1) {
    if (take(/(?:^|(?<=[\s,;(]))(?:about|around|roughly|approximately|circa|c\.|or about|or around|~)\s*$/iu))
      rough = true;
    else if (
      take(
        /\b(?:maybe|perhaps|possibly|probably|i think|it may have been|it might have been|not sure but)\s*,?\s*$/iu,
      )
    )
      unsure = true;
    else if (take(/\b(?:early|beginning of|start of|(?:the )?first (?:week|days) of)\s*$/iu)) third = 0;
    else if (take(/\b(?:mid|middle of)[\s-]*$/iu)) third = 1;
    else if (take(/\b(?:late|end of)\s*$/iu)) third = 2;
    else if (take(/\b(?:(?:in|during) )?(?:the )?(?:week (?:of|beginning|commencing|from)|w\/c)\s*$/iu))
      kind = 'week';
    else if (take(/\b(?:ever )?since\s*$/iu)) kind = 'since';
    else if (take(/\b(?:until|till|up to)\s*$/iu)) kind = 'until';
    else if (take(/\b(?:on|in|at|the|of|sometime|some time|by|during|from)\s*$/iu)) continue;
    else break;
  }
  return { start, mark: rough && unsure ? '%' : rough ? '~' : unsure ? '?' : '', kind, third };
}

/** Seasons and years: `summer 2024`, `in 2023`, `early 2024`, and the day of a month that is not said. */
function wholeYears(text: string, { today }: SpokenContext): Days | null {
  const season =
    /\b(?:(?:in|during|that|last|this|early|late)\s+)*(?:the\s+)?(?<season>spring|summer|autumn|winter)(?:\s+(?:of\s+)?(?<year>\d{4}))?\b/iu.exec(
      text,
    );
  if (season?.groups !== undefined) {
    const code = seasons[(season.groups['season'] ?? '').toLowerCase()] ?? 22;
    return withYear(season.groups['year'], spanOf(season), today, (year) => `${year}-${code}`);
  }
  const dayOnly =
    /\b(?:about |around )?(?:on )?the (?<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:time|call|message|text|day|floor|house))/iu.exec(
      text,
    );
  if (dayOnly?.groups !== undefined) {
    const day = Number(dayOnly.groups['day']);
    const mark = /^(?:about|around)/iu.test(dayOnly[0]) ? '~' : '';
    const options = [0, 1, 2].flatMap((back) => {
      const [year = 0, month = 0] = monthBefore(today, back).split('-').map(Number);
      const made = calendarDay(year, month, day);
      return made === null || made > today ? [] : [`${made}${mark}`];
    });
    if (options.length > 0)
      return {
        question: options.length > 1 ? 'month' : null,
        options: options.slice(0, 2),
        span: spanOf(dayOnly),
      };
  }
  const year =
    /(?:\b(?<part>early|late|mid)[\s-]+|\b(?:in|during|sometime in|about|around|since)\s+|^\s*)(?<year>(?:19|20)\d{2})(?![\d:/.-])/iu.exec(
      text,
    );
  if (year?.groups === undefined) return null;
  const value = year.groups['year'] ?? '';
  const part = (year.groups['part'] ?? '').toLowerCase();
  const third = { early: ['01', '04'], mid: ['05', '08'], late: ['09', '12'] }[part];
  const mark = /about|around/iu.test(year[0]) ? '~' : '';
  const edtf =
    third === undefined
      ? /since/iu.test(year[0])
        ? `${value}/..`
        : `${value}${mark}`
      : `${value}-${third[0]}~/${value}-${third[1]}~`;
  return certain(edtf, spanOf(year));
}

/** A date in the year that is said; else in the latest one that is not after today, and asked where that is long ago. */
function withYear(
  year: string | undefined,
  span: Span,
  today: string,
  make: (year: number) => string | null,
): Days | null {
  if (year !== undefined) {
    const made = make(Number(year));
    return made === null ? null : certain(made, span);
  }
  const now = Number(today.slice(0, 4));
  const options: string[] = [];
  for (let back = 0; back <= 9 && options.length < 2; back += 1) {
    const made = make(now - back);
    if (made !== null && firstDay(made) <= today) options.push(made);
  }
  const [latest] = options;
  if (latest === undefined) return null;
  const isRecent = firstDay(latest) >= addDays(today, -recentDays);
  const question: SpokenQuestion | null = isRecent || options.length < 2 ? null : 'year';
  return { question, options: question === null ? [latest] : options, span };
}

/** Enough of the beginning of a value to compare it with a day. */
function firstDay(edtf: string): string {
  const text = edtf.replace(/^\//u, '');
  const season = /^(\d{4})-(2[1-4])/u.exec(text);
  if (season !== null)
    return `${season[1] ?? ''}-${['03', '06', '09', '12'][Number(season[2]) - 21] ?? '01'}-01`;
  return /^\d{4}-\d{2}-\d{2}/u.exec(text)?.[0] ?? `${text.slice(0, 7)}-01`;
}

function monthNumber(name: string): number {
  return monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function spanOf(found: RegExpMatchArray): Span {
  const lead = /^\s*/u.exec(found[0])?.[0].length ?? 0;
  const start = (found.index ?? 0) + lead;
  return { start, end: (found.index ?? 0) + found[0].trimEnd().length };
}
