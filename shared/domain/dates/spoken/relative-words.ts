import { mondayOf } from '../../patterns/calendar';
import { addDays, calendarDay, latestWeekday, lastDayOf, monthBefore, two } from './calendar-days';
import { fullWeekdays, smallNumber, smallNumbers, weekdayNumber } from './names';
import { certain, spanOf } from './reading';
import type { Days, Span, SpokenContext } from './reading';

type Reader = (text: string, context: SpokenContext) => Days | null;
const groupsOf = (found: RegExpMatchArray): Readonly<Record<string, string | undefined>> =>
  found.groups ?? {};

/** Whole weeks and what is counted from today. */
export function weeks(text: string, context: SpokenContext): Days | null {
  for (const reader of readers) {
    const days = reader(text, context);
    if (days !== null) return days;
  }
  return null;
}

/** `Thursday last week`, `last week on Thursday`. */
const weekdayOfWeek: Reader = (text, { today }) => {
  const found = new RegExp(
    String.raw`\b(?:on\s+)?(?:(?<a>${fullWeekdays}),?\s+(?:of\s+)?(?<b>last|this)\s+week|(?<c>last|this)\s+week,?\s+(?:on\s+)?(?<d>${fullWeekdays}))\b`,
    'iu',
  ).exec(text);
  if (found === null) return null;
  const { a, b, c, d } = groupsOf(found);
  const monday = addDays(mondayOf(today), /last/iu.test(b ?? c ?? '') ? -7 : 0);
  const day = addDays(monday, weekdayNumber(a ?? d ?? ''));
  return day > today ? null : certain(day, spanOf(found));
};

/** `the 5th of last month`. */
const dayOfLastMonth: Reader = (text, { today }) => {
  const found =
    /\b(?:on\s+)?the\s+(?<day>\d{1,2})(?:st|nd|rd|th)\s+of\s+(?<which>this|last)\s+month\b/iu.exec(text);
  if (found === null) return null;
  const { day = '', which = '' } = groupsOf(found);
  const [year = 0, month = 0] = monthBefore(today, /last/iu.test(which) ? 1 : 0)
    .split('-')
    .map(Number);
  const made = calendarDay(year, month, Number(day));
  return made === null || made > today ? null : certain(made, spanOf(found));
};

/** `a week last Tuesday`, `a fortnight ago last Friday`. */
const weekPast: Reader = (text, { today }) => {
  const found = new RegExp(
    String.raw`\b(?:an?|one|two)\s+(?<unit>week|fortnight)s?\s+(?:ago\s+(?:last\s+|on\s+)?|last\s+|past\s+)(?<day>${fullWeekdays})\b`,
    'iu',
  ).exec(text);
  if (found === null) return null;
  const { unit = '', day = '' } = groupsOf(found);
  const weeksBack = (/^two/iu.test(found[0]) ? 2 : 1) * (/fortnight/iu.test(unit) ? 2 : 1);
  const last = addDays(latestWeekday(weekdayNumber(day), addDays(today, -1)), -7 * weeksBack);
  return { question: 'which-day', options: [last, addDays(last, -7)], span: spanOf(found) };
};

/** `the week before last`, `the Thursday before last`. */
const beforeLast: Reader = (text, { today }) => {
  const found = new RegExp(
    String.raw`\b(?:(?:on|in|over|at|during)\s+)?(?:the\s+)?(?<unit>week|weekend|month|year|${fullWeekdays})\s+before\s+last\b`,
    'iu',
  ).exec(text);
  if (found === null) return null;
  const span = spanOf(found);
  const unit = (groupsOf(found)['unit'] ?? '').toLowerCase();
  const monday = addDays(mondayOf(today), -14);
  if (unit === 'week') return certain(`${monday}/${addDays(monday, 6)}`, span);
  if (unit === 'weekend') return certain(`${addDays(monday, 5)}/${addDays(monday, 6)}`, span);
  if (unit === 'month') return certain(monthBefore(today, 2), span);
  if (unit === 'year') return certain(String(Number(today.slice(0, 4)) - 2), span);
  const latest = latestWeekday(weekdayNumber(unit), addDays(today, -1));
  // Where the last one was in this week, it is not the last one to everybody.
  return latest >= mondayOf(today)
    ? { question: 'which-day', options: [addDays(latest, -7), addDays(latest, -14)], span }
    : certain(addDays(latest, -7), span);
};

/** `every night that week`, `last weekend`. "The last week" is seven days to some. */
const wholeWeek: Reader = (text, { today, lastDay }) => {
  const found =
    /\b(?<!\b(?:the|a|one)\s)(?:every (?:day|night|evening|morning|afternoon)\s+|all\s+|throughout\s+|during\s+|in\s+|earlier\s+|(?:at|over)\s+(?:the\s+)?)?(?<which>that|this|last) (?<unit>week|weekend)\b(?!\s+(?:of|in|before|after)\b)/iu.exec(
      text,
    );
  if (found === null) return null;
  const { which = '', unit = '' } = groupsOf(found);
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
  if (which.toLowerCase() === 'last') return certain(make(addDays(thisWeek, -7)), span);
  // "This weekend", before it has begun, is as often the one that was.
  return unit.toLowerCase() === 'weekend' && addDays(thisWeek, 5) > today
    ? { question: 'which-week', options: [make(addDays(thisWeek, -7)), make(thisWeek)], span }
    : certain(make(thisWeek), span);
};

const ago: Reader = (text, { today }) => {
  const found = new RegExp(
    String.raw`\b(?<rough>(?:about|around|roughly|approximately|nearly|almost)\s+)?(?<n>an?|${smallNumbers}|a couple of|a few|\d{1,3})\s+(?<unit>day|week|fortnight|month|year)s?\s+ago\b`,
    'iu',
  ).exec(text);
  if (found === null) return null;
  const { rough, n = '', unit = '' } = groupsOf(found);
  return certain(agoOf(n.toLowerCase(), unit.toLowerCase(), rough !== undefined, today), spanOf(found));
};

const parts: readonly (readonly [RegExp, 0 | 1 | 2])[] = [
  [/^(?:early|(?:the )?(?:beginning|start) of)/iu, 0],
  [/^(?:mid|(?:the )?middle of)/iu, 1],
  [/^(?:late|(?:towards? )?(?:the )?(?:back )?end of)/iu, 2],
];

/** `last month`, `late last year`, `this time last year`. "The last year" is twelve months to some. */
const monthOrYear: Reader = (text, { today }) => {
  const found =
    /\b(?<!\b(?:the|a|past)\s)(?:(?:in|at|from)\s+(?=the\s))?(?:(?<part>early|late|mid|(?:the )?(?:beginning|start|middle) of|(?:towards? )?(?:the )?(?:back )?end of|this time|this day|earlier|sometime|some time)(?:\s+|-))?(?:(?:in|during)\s+)?(?<which>last|this)\s+(?<unit>month|year)\b/iu.exec(
      text,
    );
  if (found === null) return null;
  const { part = '', which = '', unit = '' } = groupsOf(found);
  const span = spanOf(found);
  const back = which.toLowerCase() === 'last' ? 1 : 0;
  const isMonth = unit.toLowerCase() === 'month';
  const value = isMonth ? monthBefore(today, back) : String(Number(today.slice(0, 4)) - back);
  if (/^this time/iu.test(part))
    return certain(isMonth ? `${value}~` : `${value}-${today.slice(5, 7)}~`, span);
  if (/^this day/iu.test(part)) return isMonth ? null : certain(`${value}${today.slice(4)}`, span);
  const third = parts.find(([words]) => words.test(part))?.[1];
  return certain(third === undefined ? value : thirdOf(value, third), span);
};

function thirdOf(value: string, third: 0 | 1 | 2): string {
  const [year = 2000, month] = value.split('-').map(Number);
  const [from = '', to = ''] =
    month === undefined
      ? ([
          ['01', '04'],
          ['05', '08'],
          ['09', '12'],
        ][third] ?? [])
      : ([
          ['01', '10'],
          ['11', '20'],
          ['21', two(lastDayOf(year, month))],
        ][third] ?? []);
  return `${value}-${from}~/${value}-${to}~`;
}

const readers: readonly Reader[] = [
  weekdayOfWeek,
  dayOfLastMonth,
  weekPast,
  beforeLast,
  wholeWeek,
  ago,
  monthOrYear,
];

function agoOf(n: string, unit: string, isRough: boolean, today: string): string {
  const count = n.startsWith('a ') ? (n.includes('few') ? 3 : 2) : n.startsWith('a') ? 1 : smallNumber(n);
  // Only a few days are counted exactly; "three weeks ago" is a manner of speaking.
  const rough = n.startsWith('a ') || isRough || unit !== 'day' || count > 6 ? '~' : '';
  switch (unit) {
    case 'day':
      return `${addDays(today, -count)}${rough}`;
    case 'week':
      return `${addDays(today, -count * 7)}${rough}`;
    case 'fortnight':
      return `${addDays(today, -count * 14)}${rough}`;
    case 'month':
      return `${monthBefore(today, count)}${rough}`;
    default:
      return `${Number(today.slice(0, 4)) - count}${rough}`;
  }
}

/** "Since" or "until" in front of days that are counted from today. */
export function withLimit(text: string, days: Days): Days {
  const found = /\b(?<word>(?:ever )?since|until|till|up to)\s+(?:the\s+)?$/iu.exec(
    text.slice(0, days.span.start),
  );
  if (found === null) return days;
  const isSince = /since/iu.test(found[0]);
  const span: Span = { start: found.index, end: days.span.end };
  const options = days.options.map((value) => {
    const [from = '', to = from] = value.split('/');
    return isSince ? `${from}/..` : `/${to}`;
  });
  return { ...days, options: [...new Set(options)], span };
}
