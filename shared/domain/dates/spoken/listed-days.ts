import { addDays, calendarDay } from './calendar-days';
import { dayOfMonth, monthNumber, weekdayNumber, weekdays } from './names';
import { saidYear, sharedDays, sharedDaysAfter } from './points';
import { qualifierBefore } from './qualifiers';
import { withYear } from './said-year';
import { stepOf } from './sides';
import { weekdayOf } from '../../patterns/calendar';
import type { Days, Span, SpokenContext } from './reading';
import type { Point } from './point';

export interface Listed {
  readonly span: Span;
  /** Null where the calendar has no such days. */
  readonly days: Days | null;
}

/** Days that share their month: `3-7 May 2024`, `3, 4 and 5 March`, `Monday 4th or Tuesday 5th March`. */
export function listed(text: string, context: SpokenContext): Listed[] {
  return [...text.matchAll(sharedDays), ...text.matchAll(sharedDaysAfter)].flatMap((found) => {
    const groups = found.groups ?? {};
    const short = groups['short'];
    const cut =
      short === undefined || (Number(short) >= 13 && Number(short) <= Number(context.today.slice(2, 4)));
    const whole = cut ? found[0] : found[0].replace(/[\s,/.-]*\d{2}$/u, '');
    const start = found.index + (/^\s*/u.exec(found[0])?.[0].length ?? 0);
    const before = qualifierBefore(text, start);
    const end = found.index + whole.trimEnd().length;
    if (before.counted !== null) return [{ span: { start: before.start, end }, days: null }];
    const days = parts(groups['days'] ?? '', groups['weekday']);
    const isBetween = before.opening?.word === 'between' && days.length === 2;
    const isRange = isBetween || days.slice(1).every(({ join }) => join === 'range');
    const span = { start: isRange && before.opening !== null ? before.opening.start : before.start, end };
    if (before.kind !== 'none' && before.kind !== 'weekend') return [{ span, days: null }];
    if (!isRange && days.some(({ join }) => join === 'range')) return [{ span, days: null }];
    const year = cut ? saidYear(groups, context) : null;
    const month = monthNumber(groups['month'] ?? '');
    return [{ span, days: daysOf({ year, month, days, isRange, mark: before.mark, span }, context) }];
  });
}

interface Part {
  readonly day: number;
  readonly weekday: number | null;
  readonly join: 'range' | 'and' | 'or' | null;
}

function parts(text: string, weekday: string | undefined): Part[] {
  const each = new RegExp(
    String.raw`(?<join>,?\s*\b(?:and|or|to|until|till|through)\b|[,&/–—-])?\s*(?:(?<weekday>${weekdays})\s+)?(?:the\s+)?(?<day>\d{1,2}(?=\D|$)|[a-z]+(?:[ -][a-z]+)?(?<=st|nd|rd|th))(?:st|nd|rd|th)?`,
    'giu',
  );
  return [...text.matchAll(each)].map(({ groups = {} }, index): Part => {
    const join = groups['join']?.toLowerCase() ?? '';
    const said = groups['weekday'] ?? (index === 0 ? weekday : undefined);
    return {
      day: dayOfMonth(groups['day'] ?? ''),
      weekday: said === undefined ? null : weekdayNumber(said),
      join:
        index === 0
          ? null
          : /to|until|till|through|[–—-]/u.test(join)
            ? 'range'
            : /or|\//u.test(join)
              ? 'or'
              : 'and',
    };
  });
}

function daysOf(
  {
    year,
    month,
    days,
    isRange,
    mark,
    span,
  }: {
    readonly year: number | null;
    readonly month: number;
    readonly days: readonly Part[];
    readonly isRange: boolean;
    readonly mark: string;
    readonly span: Span;
  },
  { today }: SpokenContext,
): Days | null {
  const fits = (each: number): boolean =>
    days.every(({ day, weekday }) => {
      const made = calendarDay(each, month, day);
      return weekday === null || (made !== null && weekdayOf(made) === weekday);
    });
  if (isRange) {
    const made = withYear(year === null ? undefined : String(year), span, today, (each) => {
      const [first, last] = [
        calendarDay(each, month, days[0]?.day ?? 0),
        calendarDay(each, month, days.at(-1)?.day ?? 0),
      ];
      return first === null || last === null || first >= last || days.length > 2 || !fits(each)
        ? null
        : `${first}${mark}/${last}${mark}`;
    });
    return made;
  }
  const at = (each: number): readonly (string | null)[] =>
    days.map(({ day }) => (fits(each) ? withMark(calendarDay(each, month, day), mark) : null));
  return joinedDays(
    year,
    at,
    days.map(() => 'day' as const),
    span,
    today,
  );
}

function withMark(day: string | null, mark: string): string | null {
  return day === null ? null : `${day}${mark}`;
}

/** Several that are named: what lies side by side is one range, of the rest it is asked which. */
export function joinedDays(
  year: number | null,
  at: (year: number) => readonly (string | null)[],
  units: readonly Point['unit'][],
  span: Span,
  today: string,
): Days | null {
  const whole = withYear(year === null ? undefined : String(year), span, today, (each) => {
    const values = at(each).filter((value) => value !== null);
    return values.length < units.length ? null : (oneRange(values, units) ?? values.join(' '));
  });
  if (whole === null) return null;
  // Values that are no range: each is an option of its own.
  const options = [...new Set(whole.options.flatMap((value) => value.split(' ')))];
  const isList = whole.options.some((value) => value.includes(' '));
  return { question: isList ? 'which-day' : whole.question, options: options.slice(0, 6), span };
}

function oneRange(values: readonly string[], units: readonly Point['unit'][]): string | null {
  const distinct = [...new Set(values)];
  if (distinct.length === 1) return distinct[0] ?? null;
  const [first] = units;
  if (first === undefined || units.some((unit) => unit !== first) || values.length < 2) return null;
  const ends = values.map((value) => value.split('/'));
  const isNext = ends.slice(1).every((next, index) => {
    const from = bare(next[0] ?? '');
    const to = bare(ends[index]?.at(-1) ?? '');
    if (/^\d{4}-\d{2}-\d{2}$/u.test(to)) return from === addDays(to, 1);
    if (/^\d{4}-(?:0\d|1[0-2])$/u.test(to)) return from === stepOf(to, 'month', 1);
    if (first === 'season')
      return from.slice(0, 4) === to.slice(0, 4) && Number(from.slice(5)) === Number(to.slice(5)) + 1;
    return from === stepOf(to, first, 1);
  });
  return isNext ? `${ends[0]?.[0] ?? ''}/${ends.at(-1)?.at(-1) ?? ''}` : null;
}

function bare(edtf: string): string {
  return edtf.replace(/[?~%]$/u, '');
}
