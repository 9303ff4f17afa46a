/** Names of days and months as they are said and written here, Welsh months among them, and numbers in words. */
const englishMonths = [
  'jan(?:uary)?',
  'feb(?:ruary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
];
/** With the first letter as it changes after `o`: `3 o Fawrth`. */
const welshMonths = [
  'ionawr',
  'chwefror',
  '[mf]awrth',
  'ebrill',
  '[mf]ai',
  '[mf]ehefin',
  'g?orffennaf',
  'awst',
  '[mf]edi',
  'hydref',
  '[td]achwedd',
  'rh?agfyr',
];
export const months = [...welshMonths, ...englishMonths].join('|');

/** 1 January to 12 December, in English or Welsh; 0 for what is no month. */
export function monthNumber(name: string): number {
  const is = (pattern: string): boolean => new RegExp(`^(?:${pattern})$`, 'iu').test(name);
  const welsh = welshMonths.findIndex(is);
  return (welsh >= 0 ? welsh : englishMonths.findIndex(is)) + 1;
}

/** A weekday, in full or cut short, without the `s` of "Mondays". */
export const weekdays =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
export const fullWeekdays = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/** 0 Monday to 6 Sunday. */
export function weekdayNumber(name: string): number {
  return ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(name.slice(0, 3).toLowerCase());
}

const small = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
export const smallNumbers = small.join('|');
const units = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const ordinalWords = [
  ...units,
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  ...units.map((unit) => `twenty[ -]${unit}`),
  'thirtieth',
  'thirty[ -]first',
];
/** The longest first, so that "twenty-first" is not read as "first". */
export const ordinals = [...ordinalWords].sort((a, b) => b.length - a.length).join('|');

/** `two` is 2, `12` is 12; NaN for what is no number. */
export function smallNumber(word: string): number {
  const spoken = small.indexOf(word.toLowerCase());
  return spoken >= 0 ? spoken + 1 : /^\d+$/u.test(word) ? Number(word) : Number.NaN;
}

/** `3`, `3rd` and `third` are 3. */
export function dayOfMonth(word: string): number {
  const spoken = ordinalWords.findIndex((each) => new RegExp(`^(?:${each})$`, 'iu').test(word));
  return spoken >= 0 ? spoken + 1 : Number.parseInt(word, 10);
}
