import { two } from './calendar-days';
import { smallNumber, smallNumbers } from './names';

/** A time on the clock as it is said, with every time of the 24 hours that it may be. */
export interface Moment {
  readonly times: readonly string[];
  /** Only a number: "9" is a time where the words around it say so. */
  readonly isBare: boolean;
  /** `9.30` is a sum of money or a version as often. */
  readonly isPoint: boolean;
  /** Four digits are a year or a number as often. */
  readonly isFour: boolean;
  readonly isMidnight: boolean;
}

const hour = String.raw`(?:\d{1,2}(?!\d)|(?:${smallNumbers})\b)`;
export const half = String.raw`(?:\s?[ap]\.?m\b\.?|\s+in the (?:morning|afternoon|evening)\b|\s+at night\b)`;
const oClock = String.raw`(?:\s*o['’]?\s?clock\b)`;
const hours = String.raw`(?:\s?(?:hrs?|hours?|h)\b\.?)`;

/** Every form that one time takes. */
export const moment = [
  String.raw`\b(?:half|a?\s?quarter|twenty[- ]five|twenty|ten|five|\d{1,2}\s+minutes?)\s+(?:minutes?\s+)?(?:past|to)\s+(?:midnight|noon|midday)\b`,
  String.raw`(?:\b(?:12|twelve)\s+)?\b(?:midnight|noon|midday)\b`,
  String.raw`\b(?:half|a?\s?quarter|twenty[- ]five|twenty|ten|five|\d{1,2})\s+(?:minutes?\s+)?(?:past|to)\s+${hour}${oClock}?${half}?`,
  String.raw`\bhalf\s+${hour}(?!\s+(?:of|the|hour|price))${half}?`,
  String.raw`\d{1,2}[:.][0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?![\d:])(?:${half}|${hours})?`,
  String.raw`\b(?:[01]\d|2[0-4])[0-5]\d(?![\d:.])${hours}?`,
  String.raw`\b${hour}(?:${oClock}${half}?|${half}|${hours}(?!\s+(?:before|after|later|earlier|ago)))?`,
].join('|');

/** `a` or `p` of words that name a half of the day; "at night" is the evening for nine and the morning for two. */
function halfOf(text: string, hour: number): 'a' | 'p' | null {
  const letter = /([ap])\.?m\b\.?\s*$/iu.exec(text)?.[1]?.toLowerCase();
  if (letter === 'a' || letter === 'p') return letter;
  if (/in the morning/iu.test(text)) return 'a';
  if (/in the (?:afternoon|evening)/iu.test(text)) return 'p';
  // Of nine to eleven and of one to four nobody can mean the other half.
  if (/at night/iu.test(text) && hour >= 9 && hour <= 11) return 'p';
  return /at night/iu.test(text) && (hour === 12 || (hour >= 1 && hour <= 3)) ? 'a' : null;
}

const minutesOf: Readonly<Record<string, number>> = { half: 30, quarter: 15, five: 5, ten: 10, twenty: 20 };

function amountOf(words: string): number {
  const amount = words
    .toLowerCase()
    .replace(/^a\s?(?=q)/u, '')
    .replace(/\s*minutes?$/u, '');
  return /^\d+$/u.test(amount) ? Number(amount) : (minutesOf[amount] ?? 25);
}

const plain = { isBare: false, isPoint: false, isFour: false, isMidnight: false };

/** Reads one form of a time: null where it is that form and no time, undefined where it is another form. */
type Form = (text: string) => Moment | null | undefined;

/** "Ten to midnight". */
const besideTwelve: Form = (text) => {
  const found = /^\s*(?<amount>.+?)\s+(?:minutes?\s+)?(?<way>past|to)\s+(?<of>midnight|noon|midday)/iu.exec(
    text,
  )?.groups;
  if (found === undefined) return undefined;
  const minutes = amountOf(found['amount'] ?? '');
  if (minutes > 59) return null;
  const base = /midnight/iu.test(found['of'] ?? '') ? 0 : 720;
  const total = (base + signed(minutes, found['way']) + 1440) % 1440;
  return { ...plain, times: [`${two(Math.floor(total / 60))}:${two(total % 60)}`] };
};

const twelve: Form = (text) => {
  if (/\bmidnight\b/iu.test(text)) return { ...plain, times: ['00:00'], isMidnight: true };
  return /\b(?:noon|midday)\b/iu.test(text) ? { ...plain, times: ['12:00'] } : undefined;
};

/** "Twenty past nine", "half nine". */
const besideHour: Form = (text) => {
  const found = new RegExp(
    String.raw`^\s*(?:(?<amount>.+?)\s+(?:minutes?\s+)?(?<way>past|to)\s+|(?<half>half)\s+)(?<hour>${hour})`,
    'iu',
  ).exec(text)?.groups;
  if (found === undefined) return undefined;
  const amount = found['amount'] ?? found['half'] ?? '';
  const minutes = amountOf(amount);
  // "10 to 9" is a score or a range as often.
  const isBare = /^\d+$/u.test(amount) && !/minutes?|[ap]\.?m\b|clock/iu.test(text);
  return minutes > 59
    ? null
    : toMoment(found['hour'] ?? '', signed(minutes, found['way']), text, { ...plain, isBare });
};

/** "2130", "2130 hours". */
const fourDigits: Form = (text) => {
  const found = /^\s*(\d\d)(\d\d)(?!\d)/u.exec(text);
  if (found === null) return undefined;
  if (Number(found[1]) > 23) return null;
  const isSaid = /h/iu.test(text);
  return { ...plain, times: [`${found[1] ?? ''}:${found[2] ?? ''}`], isFour: !isSaid };
};

/** "9:30", "9.30pm". */
const hourAndMinutes: Form = (text) => {
  const found = /^\s*(?<hour>\d{1,2})(?<mark>[:.])(?<minutes>\d\d)/u.exec(text)?.groups;
  if (found === undefined) return undefined;
  const isPoint = found['mark'] === '.' && !/[a-z]/iu.test(text);
  return toMoment(found['hour'] ?? '', Number(found['minutes']), text, { ...plain, isPoint });
};

/** "9 am", but not the 9 alone of "about 9". */
const hourAlone: Form = (text) => {
  const found = new RegExp(String.raw`^\s*(?<hour>${hour})`, 'iu').exec(text)?.groups;
  const isBare = !/[ap]\.?m\b|clock|in the|at night|h(?:ou)?rs?\b/iu.test(text);
  return found === undefined ? undefined : toMoment(found['hour'] ?? '', 0, text, { ...plain, isBare });
};

/** In this order: a later form would read a part of an earlier one. */
const forms: readonly Form[] = [besideTwelve, twelve, besideHour, fourDigits, hourAndMinutes, hourAlone];

const signed = (minutes: number, way: string | undefined): number =>
  /^to$/iu.test(way ?? '') ? -minutes : minutes;

/** The time of a text that the pattern above matched, or null for none: `25:00`, `13pm`. */
export function momentOf(text: string): Moment | null {
  for (const form of forms) {
    const read = form(text);
    if (read !== undefined) return read;
  }
  return null;
}

function toMoment(
  word: string,
  minutes: number,
  text: string,
  flags: Pick<Moment, 'isBare' | 'isPoint' | 'isFour' | 'isMidnight'>,
): Moment | null {
  const hour = smallNumber(word);
  const named = halfOf(text, hour);
  if (Number.isNaN(hour) || hour > 23 || (named !== null && (hour > 12 || hour === 0))) return null;
  const at = (base: number): string => {
    const total = (base * 60 + minutes + 1440) % 1440;
    return `${two(Math.floor(total / 60))}:${two(total % 60)}`;
  };
  if (named !== null) {
    const base = (hour % 12) + (named === 'p' ? 12 : 0);
    return { ...flags, times: [at(base)], isMidnight: base === 0 && minutes === 0 };
  }
  // 21:05 and 09:05 are written times; 9:05 may be either half of the day.
  const isWritten =
    hour > 12 || hour === 0 || /^\s*0\d[:.]/u.test(text) || /h(?:ou)?rs?\b|\dh\b/iu.test(text);
  return { ...flags, times: isWritten ? [at(hour)] : [at(hour % 12), at((hour % 12) + 12)] };
}
