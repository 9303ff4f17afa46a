import { GB } from 'chrono-node/en';
import type { Doubt, Find } from './suggestion';

/** The parsers of the library for `tomorrow`, `3 days ago` and the like. */
const countedFromNow = /Casual|TimeUnit|Relative/u;
/** `3/11`, `03.11.26`: which number is the day is custom, not certainty, as long as both could be a month. */
const numeric = /^\D{0,12}(\d{1,2})[./-](\d{1,2})(?:[./-]\d{2,4})?\b/u;

/**
 * Days that are written out in one line, read day first as in the UK. A weekday or "yesterday" alone is left out: what it
 * refers to is not on the page. `today` is `YYYY-MM-DD`.
 */
export function findDates(line: string, today: string): readonly Find[] {
  const [year = 2000, month = 1, day = 1] = today.split('-').map(Number);
  const results = GB.parse(line, new Date(year, month - 1, day, 12), { forwardDate: false });
  return results.flatMap((result): readonly Find[] => {
    const { start, end } = result;
    const lead = /^(?:on|at|by|from|the)\s+/iu.exec(result.text)?.[0].length ?? 0;
    const text = result.text.slice(lead);
    const index = result.index + lead;
    if (!start.isCertain('day') || !start.isCertain('month') || end != null) return [];
    if ([...result.tags()].some((tag) => countedFromNow.test(tag))) return [];
    const [d, m] = [start.get('day'), start.get('month')];
    const written = start.isCertain('year') ? start.get('year') : null;
    if (d === null || m === null) return [];
    const value = written === null ? latestPast(m, d, today) : asDay(written, m, d);
    if (value === null) return [];
    const doubts: Doubt[] = [];
    const parts = numeric.exec(text);
    const [first, second] = [Number(parts?.[1]), Number(parts?.[2])];
    if (parts !== null && first <= 12 && second <= 12 && first !== second) doubts.push('day-or-month');
    if (written === null) doubts.push('year');
    if (value > today) doubts.push('future');
    const hour = start.isCertain('hour') ? start.get('hour') : null;
    // "At 9" may be either half of the day: the library takes the morning.
    const isHalfSaid = start.isCertain('meridiem') || (hour ?? 0) > 12 || /\d:\d\d/u.test(text);
    const time = hour === null || !isHalfSaid ? null : `${pad(hour)}:${pad(start.get('minute') ?? 0)}`;
    return [{ kind: 'date', raw: text, start: index, end: index + text.length, value, time, doubts }];
  });
}

/** Without a year the latest that is not after today: messages are about what has happened. */
function latestPast(month: number, day: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  for (let back = 0; back <= 1; back += 1) {
    const found = asDay(year - back, month, day);
    if (found !== null && found <= today) return found;
  }
  return null;
}

/** Null for a day that the calendar does not have. */
function asDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2200) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? `${year}-${pad(month)}-${pad(day)}`
    : null;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** `21:05`, `9:05 pm`, `7.30pm`, `9pm`: a point alone is a decimal as often as a time, so it needs am or pm. */
const clock = /(?<![\d:.,£$€])(\d{1,2})(?:([:.])([0-5]\d)(?::[0-5]\d)?)?(?:\s?([ap])\.?m\b\.?)?(?![\d:%])/giu;

export function findTimes(line: string): readonly Find[] {
  return [...line.matchAll(clock)].flatMap((match): readonly Find[] => {
    const [raw, hours = '', mark, minutes = '00', half] = match;
    const isTime = half === undefined ? mark === ':' : Number(hours) >= 1 && Number(hours) <= 12;
    const hour = (Number(hours) % (half === undefined ? 24 : 12)) + (half?.toLowerCase() === 'p' ? 12 : 0);
    if (!isTime || Number(hours) > 23) return [];
    const value = `${pad(hour)}:${minutes}`;
    return [
      {
        kind: 'time',
        raw,
        start: match.index,
        end: match.index + raw.length,
        value,
        time: value,
        doubts: [],
      },
    ];
  });
}
