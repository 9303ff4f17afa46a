import { calendarDay, monthBefore } from './calendar-days';
import { certain, spanOf } from './reading';
import { withYear } from './said-year';
import type { Days, SpokenContext } from './reading';

const seasons: Readonly<Record<string, number>> = { spring: 21, summer: 22, autumn: 23, winter: 24 };

/** Seasons and years: `summer 2024`, `in 2023`, `early 2024`, and the day of a month that is not said. */
export function wholeYears(text: string, { today }: SpokenContext): Days | null {
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
