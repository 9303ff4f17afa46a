import { mondayOf } from '../../patterns/calendar';
import { addDays, monthBefore } from './calendar-days';
import { certain, spanOf } from './reading';
import type { Days, SpokenContext } from './reading';

/** Whole weeks and what is counted from today. */
export function weeks(text: string, { today, lastDay }: SpokenContext): Days | null {
  const every = String.raw`(?:every (?:day|night|evening|morning|afternoon)\s+|all\s+|throughout\s+|during\s+|in\s+|earlier\s+)?`;
  const found = new RegExp(String.raw`\b${every}(?<which>that|this|last) (?<unit>week|weekend)\b`, 'iu').exec(
    text,
  );
  if (found?.groups !== undefined) {
    const { which = '', unit = '' } = found.groups;
    const make = (monday: string): string =>
      unit.toLowerCase() === 'week'
        ? `${monday}/${addDays(monday, 6)}`
        : `${addDays(monday, 5)}/${addDays(monday, 6)}`;
    const thisWeek = mondayOf(today);
    const span = spanOf(found);
    if (which.toLowerCase() === 'that') {
      const options = [...(lastDay === null ? [] : [mondayOf(lastDay)]), thisWeek, addDays(thisWeek, -7)];
      return { question: 'which-week', options: [...new Set(options)].map(make), span };
    }
    return certain(make(which.toLowerCase() === 'this' ? thisWeek : addDays(thisWeek, -7)), span);
  }
  const ago =
    /\b(?:about |around |roughly )?(?<n>an?|one|two|three|four|five|six|a couple of|a few|\d{1,2}) (?<unit>day|week|month|year)s? ago\b/iu.exec(
      text,
    );
  if (ago?.groups !== undefined)
    return certain(agoOf(ago.groups['n'] ?? '', ago.groups['unit'] ?? '', ago[0], today), spanOf(ago));
  const last = /\b(?:sometime )?(?<which>last|this|earlier this) (?<unit>month|year)\b/iu.exec(text);
  if (last?.groups !== undefined) {
    const back = last.groups['which']?.toLowerCase() === 'last' ? 1 : 0;
    const isMonth = last.groups['unit']?.toLowerCase() === 'month';
    return certain(
      isMonth ? monthBefore(today, back) : String(Number(today.slice(0, 4)) - back),
      spanOf(last),
    );
  }
  return null;
}

function agoOf(n: string, unit: string, whole: string, today: string): string {
  const spoken: Readonly<Record<string, number>> = {
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
  };
  const count = spoken[n.toLowerCase()] ?? (/^a /iu.test(n) ? (/few/iu.test(n) ? 3 : 2) : Number(n));
  // Only a few days are counted exactly; "three weeks ago" is a manner of speaking.
  const rough =
    /^a /iu.test(n) || /^(?:about|around|roughly)/iu.test(whole) || unit.toLowerCase() !== 'day' || count > 6
      ? '~'
      : '';
  switch (unit.toLowerCase()) {
    case 'day':
      return `${addDays(today, -count)}${rough}`;
    case 'week':
      return `${addDays(today, -count * 7)}${rough}`;
    case 'month':
      return `${monthBefore(today, count)}${rough}`;
    default:
      return `${Number(today.slice(0, 4)) - count}${rough}`;
  }
}
