import { calendarDay } from './calendar-days';
import { monthNumber, months } from './month-names';
import { qualifierBefore } from './qualifiers';
import { spanOf } from './reading';
import { withYear } from './said-year';
import type { Days, SpokenContext } from './reading';

/** `between 3 and 7 May`, `3-7 May 2024`. */
export function sharedMonth(text: string, { today }: SpokenContext): Days | null {
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
export function numeric(text: string, context: SpokenContext): Days | null {
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
