import { addDays } from './calendar-days';
import { certain } from './reading';
import type { Days, Span, SpokenQuestion } from './reading';

/** Days without a year that lie no further back are meant of this year: nobody says the year of last week. */
const recentDays = 60;

/** A date in the year that is said; else in the latest one that is not after today, and asked where that is long ago. */
export function withYear(
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
