import { mondayOf } from '../../patterns/calendar';
import { addDays, latestWeekday } from './calendar-days';
import type { Link } from './chains';
import { countedDay } from './counted-days';
import type { Qualifier } from './qualifiers';
import { withYear } from './said-year';
import { sidesOf, stepOf } from './sides';
import type { Days, Span, SpokenContext } from './reading';
import type { Point } from './point';

/** What follows a date and belongs to it: "onwards", "or thereabouts", "?". */
const onwards = /^\s*,?\s*(?:and\s+)?(?:onwards?|on(?=\s*(?:$|[,.;:])))/iu;
const roughlyAfter =
  /^\s*[,(]?\s*(?:or thereabouts|or so|ish|approx(?:imately)?\b\.?|roughly|give or take)\)?/iu;
const unsurelyAfter =
  /^(?:\?|\s*[,(]?\s*(?:i think|i believe|maybe|perhaps|possibly|probably|not sure)\)?)(?=\s*(?:$|[,.;)]))|^\?(?=\s)/iu;

/** One day, month, season or year, with the words before it that say what of it is meant. */
export function onePoint(text: string, { point, before }: Link, context: SpokenContext): Days | null {
  // What is still to come has not happened.
  if (/\b(?:next|coming)\s+$/iu.test(text.slice(0, before.start))) return null;
  const after = text.slice(point.end);
  const on = onwards.exec(after);
  const rough = roughlyAfter.exec(after);
  const doubt = unsurelyAfter.exec(after);
  const isOpen = on !== null && before.kind === 'none';
  const suffix = (isOpen ? on : (rough ?? doubt))?.[0].length ?? 0;
  const span: Span = {
    start: isOpen && before.opening?.word === 'from' ? before.opening.start : before.start,
    end: point.end + suffix,
  };
  const marked: Qualifier = {
    ...before,
    kind: isOpen ? 'since' : before.kind,
    mark: markWith(before.mark, rough !== null, doubt !== null),
  };
  const made = evaluate(point, marked, span, context);
  if (made === null) return null;
  const also = before.also.length > 0 ? { also: before.also } : {};
  if (point.or === undefined) return { ...made, ...also };
  const other = evaluate(point.or, marked, span, context);
  if (other === null) return { ...made, ...also };
  const options = [...new Set([made.options[0], other.options[0]])].filter((each) => each !== undefined);
  return options.length < 2
    ? { ...made, ...also }
    : { question: point.question ?? 'day-or-month', options, span, ...also };
}

/** How sure it is, with the words that follow it. */
function markWith(mark: Qualifier['mark'], isRough: boolean, isDoubted: boolean): Qualifier['mark'] {
  if (isRough) return mark === '?' ? '%' : '~';
  return isDoubted && mark === '' ? '?' : mark;
}

function evaluate(point: Point, before: Qualifier, span: Span, context: SpokenContext): Days | null {
  const { today } = context;
  if (point.isLoose === true && before.counted === null && before.kind !== 'before') return null;
  const now = Number(today.slice(0, 4));
  const year =
    point.year ?? (before.back === null ? (before.which === 'this' ? now : null) : now - before.back);
  const make = (each: number): string | null => valueOf(point, before, each);
  const made = withYear(year === null ? undefined : String(year), span, today, make);
  if (made === null) return null;
  // "Last November" in November is of this year to some and of the one before to others.
  if (before.which === 'last' && made.question === null && point.year === null) {
    const earlier = make(Number(/\d{4}/u.exec(made.options[0] ?? '')?.[0] ?? now) - 1);
    return earlier === null ? made : { question: 'year', options: [...made.options, earlier], span };
  }
  return point.weekday === null || before.kind !== 'none' || before.counted !== null
    ? made
    : checkWeekday(made, point, point.weekday, make, span, year !== null, today);
}

function valueOf(point: Point, before: Qualifier, year: number): string | null {
  const { mark, kind, counted } = before;
  const value = point.at(year);
  if (value === null) return null;
  if (counted !== null) return countedDay(value, point.unit, counted, mark);
  const sides = sidesOf(value, point.unit, before);
  if (sides === null) return null;
  switch (kind) {
    case 'since':
      return `${sides.from}/..`;
    case 'until':
      return `/${sides.to}`;
    case 'before':
      return before.third !== null || point.unit === 'season'
        ? null
        : `/${stepOf(value, point.unit, -1)}${mark}`;
    case 'after':
      return before.third !== null || point.unit === 'season'
        ? null
        : `${stepOf(value, point.unit, 1)}${mark}/`;
    case 'week':
    case 'week-from':
    case 'week-to':
    case 'weekend':
      return point.unit === 'day' && before.third === null ? weekOf(value, kind) : null;
    case 'none':
      return sides.from === sides.to ? sides.from : `${sides.from}/${sides.to}`;
  }
}

function weekOf(day: string, kind: 'week' | 'week-from' | 'week-to' | 'weekend'): string | null {
  if (kind === 'week') return `${mondayOf(day)}/${addDays(mondayOf(day), 6)}`;
  if (kind === 'week-from') return `${day}/${addDays(day, 6)}`;
  if (kind === 'week-to') return `${addDays(day, -6)}/${day}`;
  const saturday = latestWeekday(5, day);
  // A day that is neither Saturday nor Sunday is the day of no weekend.
  return day === saturday || day === addDays(saturday, 1) ? `${saturday}/${addDays(saturday, 1)}` : null;
}

/**
 * A weekday said with a day. Without a year it fixes the year, where one of late has that day; with a year, or where the
 * day has just been, one of the two is a slip and it is asked which.
 */
function checkWeekday(
  made: Days,
  { at }: Point,
  weekday: number,
  make: (year: number) => string | null,
  span: Span,
  hasYear: boolean,
  today: string,
): Days {
  const isRight = (day: string): boolean => latestWeekday(weekday, day) === day;
  const near = made.options.flatMap((edtf) => [edtf.slice(0, 10)]);
  const right = made.options.filter((edtf) => isRight(edtf.slice(0, 10)));
  if (right.length > 0) return { question: null, options: right.slice(0, 1), span };
  const [latest = ''] = near;
  const now = Number(today.slice(0, 4));
  const fitting = hasYear
    ? undefined
    : [0, 1, 2, 3, 4, 5, 6]
        .map((back) => now - back)
        .find((year) => {
          const day = at(year);
          return day !== null && day <= today && isRight(day);
        });
  const value = fitting === undefined ? null : make(fitting);
  if (value !== null && made.question === 'year' && now - Number(value.slice(0, 4)) <= 4)
    return { question: null, options: [value], span };
  const mark = /[?~%]$/u.exec(made.options[0] ?? '')?.[0] ?? '';
  const before = latestWeekday(weekday, latest);
  const options = [latest, before, addDays(before, 7)].map((day) => `${day}${mark}`);
  return { question: 'weekday', options: [...options, ...(value === null ? [] : [value])], span };
}
