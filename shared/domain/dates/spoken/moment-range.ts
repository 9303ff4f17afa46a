import { addDays } from './calendar-days';
import type { ClockWords } from './clock-words';
import type { Days, Span, SpokenDate } from './reading';

const exactDay = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * `11pm on 3 March to 3am on 4 March 2024`: two days, each with its time, and "to" between. One night is the day it began on
 * with both times; more days are their range, and their times stay unread.
 */
export function momentRange(
  text: string,
  dates: readonly Days[],
  clocks: readonly ClockWords[],
): { readonly date: SpokenDate; readonly spans: readonly Span[] } | null {
  const [first, last] = dates;
  const [from, to] = [...clocks].sort((a, b) => a.span.start - b.span.start);
  if (first === undefined || last === undefined || from === undefined || to === undefined) return null;
  if (dates.length > 2 || clocks.length > 2 || [last, from, to].some(({ question }) => question !== null))
    return null;
  const times = [from.options[0], to.options[0]];
  if (times.some((time) => time === undefined || time.to !== null || time.precision === 'part_of_day'))
    return null;
  const inOrder = [from.span, first.span, to.span, last.span];
  const [a, b, c, d] = inOrder;
  const isFrame =
    a !== undefined &&
    b !== undefined &&
    c !== undefined &&
    d !== undefined &&
    /^\s*(?:on\s+)?(?:the\s+)?$/iu.test(text.slice(a.end, b.start)) &&
    /^\s*(?:to|until|till|and|-|–)\s+$/iu.test(text.slice(b.end, c.start)) &&
    /^\s*(?:on\s+)?(?:the\s+)?$/iu.test(text.slice(c.end, d.start));
  const day = last.options[0] ?? '';
  // The year that is said once is of both.
  const year = day.slice(0, 4);
  const began = first.options.map((each) => `${year}${each.slice(4)}`).find((each) => each <= day);
  const [start, end] = times;
  if (!isFrame || began === undefined || !exactDay.test(day) || !exactDay.test(began)) return null;
  if (start === undefined || end === undefined) return null;
  if (first.question === null && first.options[0] !== began) return null;
  const opening = /\b(?:between|from)\s+$/iu.exec(text.slice(0, inOrder[0]?.start))?.[0].length ?? 0;
  const span: Span = { start: (inOrder[0]?.start ?? 0) - opening, end: last.span.end };
  const isOneNight = day === addDays(began, 1) && end.from < start.from;
  if (isOneNight) return { date: { edtf: began, time: { ...start, to: end.from } }, spans: [span] };
  if (began === day) return { date: { edtf: day, time: { ...start, to: end.from } }, spans: [span] };
  return null;
}
