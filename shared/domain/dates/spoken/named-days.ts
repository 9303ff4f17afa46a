import { mondayOf } from '../../patterns/calendar';
import { addDays, calendarDay, latestWeekday, monthBefore } from './calendar-days';
import { fullWeekdays, months, weekdayNumber, weekdays } from './names';
import { certain, spanOf } from './reading';
import type { Days, SpokenContext } from './reading';

/** Days that are named from today, and weekdays. */
export function named(text: string, context: SpokenContext): Days | null {
  return (
    fromToday(text, context) ??
    weekdayWithDay(text, context) ??
    weekdayPair(text, context) ??
    weekdayAlone(text, context) ??
    dayAlone(text, context)
  );
}

function fromToday(text: string, { today }: SpokenContext): Days | null {
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
  return lastNight === null
    ? null
    : { question: 'which-day', options: [addDays(today, -1), today], span: spanOf(lastNight) };
}

/** `Tuesday 24th`, where the month is not said: the latest that has that day. */
function weekdayWithDay(text: string, { today }: SpokenContext): Days | null {
  const found = new RegExp(
    String.raw`\b(?:on\s+)?(?<weekday>${weekdays}),?\s+(?:the\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s*(?:,|and|or|to|-|–|&|/)\s*(?:the\s+)?\d)(?!\s+(?:(?:of\s+)?(?:the|this|last|next|that|${months})\b|(?:time|call|message|text|floor|house)\b))`,
    'iu',
  ).exec(text);
  const { weekday, day } = found?.groups ?? {};
  if (found === null || weekday === undefined) return null;
  const fitting = Array.from({ length: 24 }, (_, back) => {
    const [year = 0, month = 0] = monthBefore(today, back).split('-').map(Number);
    return calendarDay(year, month, Number(day));
  }).filter((each) => each !== null && each <= today && latestWeekday(weekdayNumber(weekday), each) === each);
  const [latest, earlier] = fitting.filter((each) => each !== null);
  if (latest === undefined) return null;
  const span = spanOf(found);
  return latest >= addDays(today, -60) || earlier === undefined
    ? certain(latest, span)
    : { question: 'month', options: [latest, earlier], span };
}

/** `either Monday or Tuesday`, `Monday to Friday`: never certain, because a week is not said. */
function weekdayPair(text: string, { today }: SpokenContext): Days | null {
  const found = new RegExp(
    String.raw`\b(?:(?:either|between|from|on|both)\s+)*(?:last\s+)?(?<a>${fullWeekdays})\s*(?<join>,|\bor\b|\band\b|/|&|\bto\b|\buntil\b|\btill\b|-|–)\s*(?:on\s+)?(?<b>${fullWeekdays})\b(?!\s+(?:the\s+)?\d)`,
    'iu',
  ).exec(text);
  const { a, b, join = '' } = found?.groups ?? {};
  if (found === null || a === undefined || b === undefined) return null;
  const span = spanOf(found);
  const second = latestWeekday(weekdayNumber(b), today);
  if (/to|until|till|[-–]/iu.test(join) || /between/iu.test(found[0])) {
    const first = latestWeekday(weekdayNumber(a), addDays(second, -1));
    const options = [`${first}/${second}`, `${addDays(first, -7)}/${addDays(second, -7)}`];
    return { question: 'which-week', options, span };
  }
  const options = [latestWeekday(weekdayNumber(a), today), second];
  return a.toLowerCase() === b.toLowerCase() ? null : { question: 'which-day', options, span };
}

/** Before a weekday these make it another day than the latest, or one of many. */
const otherWeekday =
  /\b(?:next|coming|following|every|each|most|some|an?|one|any|another|other|alternate|first|second|third|fourth|fifth|1st|2nd|3rd|4th|previous|bank holiday|holiday|cyber|black|whit|super|remembrance|mothering|father['’]?s|until|not|before|after|week|fortnight|by)\s+$/iu;

function weekdayAlone(text: string, { today }: SpokenContext): Days | null {
  const each = new RegExp(
    String.raw`\b(?:(?:on |that )?(?<last>last |this past |past |this )|on )?(?<day>${fullWeekdays})\b(?<after>\s+(?:last|gone|past)\b(?!\s+(?:week|month|year|night)))?(?!\s*,?\s*(?:the )?\d{1,2}(?!\d|[:.]\d|\s?[ap]\.?m\b|\s*o['’]?clock))(?!\s+(?:before|after|week|fortnight)\b)`,
    'giu',
  );
  for (const found of text.matchAll(each)) {
    const { last = '', day = '' } = found.groups ?? {};
    const before = text.slice(0, found.index);
    if (otherWeekday.test(before) || isNamed(before, found[0])) continue;
    if (
      new RegExp(
        String.raw`^\s*(?:night|morning|evening|afternoon)?\s*,?\s*(?:the )?(?:${months})\b`,
        'iu',
      ).test(text.slice(found.index + found[0].length))
    )
      continue;
    const latest = latestWeekday(weekdayNumber(day), today);
    const span = spanOf(found);
    const isLast = /^last/iu.test(last);
    // "Last Tuesday" is the latest one to some and the one of last week to others; "Tuesday", on a Tuesday, today or not.
    const unsure = isLast ? latest >= mondayOf(today) : latest === today;
    return unsure
      ? { question: 'which-day', options: [latest, addDays(latest, -7)], span }
      : certain(latest, span);
  }
  return null;
}

/** A capital right before a weekday in the middle of a sentence: the name of a feast, a club or a person. */
function isNamed(before: string, found: string): boolean {
  return (
    /^\S/u.test(found) &&
    /[^.!?\s]\s+(?!I\b)[A-Z][\p{L}’']+\s+$/u.test(before) &&
    !/^(?:on|last|this|that)\b/iu.test(found)
  );
}

/** The day of a month that is not said: `on the 3rd`. */
function dayAlone(text: string, { today }: SpokenContext): Days | null {
  const found = new RegExp(
    String.raw`\b(?:(?<rough>about |around )?(?:on )?)the (?<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:(?:of\s+)?(?:the\b|${months})|(?:of\s+)?(?:this|last|next|that)\b|time|call|message|text|day|floor|house)\b)`,
    'iu',
  ).exec(text);
  if (found?.groups === undefined) return null;
  const mark = found.groups['rough'] === undefined ? '' : '~';
  const options = [0, 1, 2].flatMap((back) => {
    const [year = 0, month = 0] = monthBefore(today, back).split('-').map(Number);
    const made = calendarDay(year, month, Number(found.groups?.['day']));
    return made === null || made > today ? [] : [`${made}${mark}`];
  });
  if (options.length === 0) return null;
  return { question: options.length > 1 ? 'month' : null, options: options.slice(0, 2), span: spanOf(found) };
}
