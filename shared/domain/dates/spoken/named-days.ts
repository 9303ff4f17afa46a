import { mondayOf } from '../../patterns/calendar';
import { addDays, calendarDay, latestWeekday } from './calendar-days';
import { months } from './month-names';
import { certain, spanOf } from './reading';
import { withYear } from './said-year';
import type { Days, SpokenContext } from './reading';

/** Days with a name of their own, and weekdays. */
export function named(text: string, { today }: SpokenContext): Days | null {
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
