import { GB } from 'chrono-node/en';
import { mondayOf } from '../../patterns/calendar';
import { addDays, calendarDay, lastDayOf, latestWeekday, two } from './calendar-days';
import { qualifierBefore } from './qualifiers';
import { withYear } from './said-year';
import type { Days, Span, SpokenContext } from './reading';

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
export function written(text: string, context: SpokenContext): Days | null {
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
