/** Words for the halves of the day in the languages that phones write them in; dots, spaces and capitals do not count. */
const before = 'am|de|πμ|ص|قظ|öö|sa|上午|오전|午前|पूर्वाह्न|ਪੂਦੁ|पू|paradites|eparadites|fm|ap|pagi';
const after = 'pm|du|μμ|م|بظ|ös|ch|下午|오후|午後|अपराह्न|ਬਾਦੁ|pasdites|epasdites|em|ip|mchana|petang';
const mornings = new Set(before.split('|'));
const afternoons = new Set(after.split('|'));
/** Parts of the day of Chinese phones that say on which side of noon they are. */
const otherMornings = new Set(['凌晨', '清晨', '早上']);
const otherAfternoons = new Set(['傍晚', '晚上']);
/** Words that stand beside a time and say nothing: "klo 8.28", "8:28 Uhr". */
const fillers = new Set([
  'klo',
  'kl',
  'um',
  'uhr',
  'à',
  'a',
  'at',
  'alle',
  'h',
  'u',
  'uur',
  'ore',
  'ora',
  'óra',
  'в',
]);

const bare = (word: string): string => word.toLowerCase().replaceAll(/[.\s]/gu, '');

/**
 * `HH:MM:SS` of hours, minutes and seconds with the word beside them, or null when that is no time or the word is none
 * that is known: which half of the day is meant is not for a program to guess.
 */
export function readClock(hours: number, minutes: number, seconds: number, word: string): string | null {
  if (minutes > 59 || seconds > 59) return null;
  const hour = hourOf(hours, bare(word));
  if (hour === null) return null;
  return [hour, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
}

function hourOf(hours: number, word: string): number | null {
  if (word === '' || fillers.has(word)) return hours <= 23 ? hours : null;
  if (word === '中午') return aroundNoon(hours);
  const isMorning = mornings.has(word) || otherMornings.has(word);
  const isAfternoon = afternoons.has(word) || otherAfternoons.has(word);
  if (!isMorning && !isAfternoon) return null;
  // "15:34 PM": some phones write both.
  if (hours > 12) return isAfternoon && hours <= 23 ? hours : null;
  return (hours % 12) + (isAfternoon ? 12 : 0);
}

/** From eleven to two, which is all that "noon" is said of. */
function aroundNoon(hours: number): number | null {
  if (hours === 12 || hours === 11) return hours;
  return hours <= 2 ? hours + 12 : null;
}

const ratio = { h: 3600, m: 60, s: 1 } as const;

/** Seconds of `00:03:10`, `3:10`, `3m 10s`, `1 hr 2 min`, `190`; null for anything else. */
export function readDuration(text: string, unit: 'seconds' | 'minutes'): number | null {
  const plain = text.trim().toLowerCase();
  const clock = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(plain);
  if (clock !== null) {
    const [, first = '0', second = '0', third] = clock;
    // Two parts are minutes and seconds, as phones and bills write the length of a call.
    if (third === undefined) return Number(first) * 60 + Number(second);
    return Number(first) * 3600 + Number(second) * 60 + Number(third);
  }
  if (/^\d{1,7}([.,]\d{1,3})?$/.test(plain)) {
    const value = Number(plain.replace(',', '.'));
    return Math.round(unit === 'minutes' ? value * 60 : value);
  }
  if (!/^(\d{1,5}\s*(h|hr|hrs|hours?|m|min|mins|minutes?|s|sec|secs|seconds?)\.?[\s,]*){1,3}$/.test(plain))
    return null;
  let seconds = 0;
  for (const [, number = '0', letter = 's'] of plain.matchAll(/(\d{1,5})\s*([hms])/g))
    seconds += Number(number) * ratio[letter as keyof typeof ratio];
  return seconds;
}
