import type { EntryTime } from '../../../models/chronology';
import { two } from './calendar-days';
import { certain, spanOf } from './reading';
import type { Options } from './reading';

/** The time that words name. `EveryNight` and the like keep the part of the day; the days are read apart. */
export type ClockWords = Options<EntryTime>;

const about = String.raw`(?:about|around|roughly|approximately|approx\.?|circa|ca?\.|~|some\s?time (?:around|about)|just (?:after|before)|shortly (?:after|before)|gone)`;
const lead = String.raw`(?<lead>(?:at\s+)?${about}\s*|at\s+|by\s+)?`;
const half = String.raw`(?:\s?(?<half>[ap])\.?m\b\.?|\s+(?<named>in the (?:morning|afternoon|evening)|at night|o['’]?clock(?: in the (?:morning|afternoon|evening)| at night)?))`;
const spelledHours = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const clock = String.raw`(?<h>\d{1,2}|${spelledHours})(?:[:.](?<m>[0-5]\d)(?::[0-5]\d)?)?`;
const vague = String.raw`(?<ish>\s?-?ish\b)?`;

/** `9pm`, `about 9.30 pm`, `21:05`, `9 in the evening`, `at 9`, `9ish`. */
const single = new RegExp(
  String.raw`(?<![\d:.,/£$€-])\b${lead}${clock}${vague}${half}?(?![\d:/%]|\.\d|-\d)`,
  'giu',
);
const range = new RegExp(
  String.raw`\b(?:between|from)?\s*(?<![\d:.,/£$€-])(?<h1>\d{1,2})(?:[:.](?<m1>[0-5]\d))?\s?(?:(?<half1>[ap])\.?m\b\.?)?\s*(?:and|to|until|till|-|–)\s*(?<h2>\d{1,2})(?:[:.](?<m2>[0-5]\d))?\s?(?:(?<half2>[ap])\.?m\b\.?)?(?![\d:/%])`,
  'giu',
);
const spelled =
  /\b(?<lead>at |about |around |just (?:after|before) )?(?<part>half past|quarter past|quarter to|(?:five|ten|twenty|twenty[- ]five) (?:past|to)) (?<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?<named> in the (?:morning|afternoon|evening)| at night)?\b/iu;
const numbers = [
  '',
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
const parts: readonly { readonly words: RegExp; readonly options: readonly string[] }[] = [
  { words: /\b(?:in )?the early hours(?: of(?: the morning)?)?\b|\bbefore dawn\b/iu, options: ['00:00'] },
  {
    words:
      /\b(?:in |during |one |every |each |that |this |early |late |all )?(?:the )?(?:morning|am\b)s?\b/iu,
    options: ['06:00'],
  },
  {
    words: /\b(?:in |during |one |every |each |that |this |early |late |all )?(?:the )?afternoons?\b/iu,
    options: ['12:00'],
  },
  {
    words: /\b(?:in |during |one |every |each |that |this |early |late |all )?(?:the )?evenings?\b/iu,
    options: ['18:00'],
  },
  // People say "night" of ten in the evening and of three in the morning.
  {
    words: /\b(?:in |at |during |one |every |each |that |late at |all )?(?:the )?nights?(?: of)?\b/iu,
    options: ['18:00', '00:00'],
  },
];

/** The first time of day in a text, or null. A number alone is a time only where the words around it say so. */
export function clockWords(text: string): ClockWords | null {
  const found = readRange(text) ?? readNamed(text) ?? readSpelled(text) ?? readSingle(text);
  if (found === null) return readPart(text);
  return found.question === 'morning-or-evening' ? withPart(text, found) : found;
}

/** "This morning at 8": the half of the day is said elsewhere. */
function withPart(text: string, found: ClockWords): ClockWords {
  const { start, end } = found.span;
  const part = readPart(text.slice(0, start) + ';'.repeat(end - start) + text.slice(end));
  const [option] = part?.options ?? [];
  if (part === null || option === undefined || part.options.length > 1) return found;
  const [morning, evening] = found.options;
  const chosen = option.from < '12:00' ? morning : evening;
  return chosen === undefined ? found : { ...certain(chosen, found.span), also: [part.span] };
}

function readNamed(text: string): ClockWords | null {
  const found = /\b(?:at |about |around |just after )?(?<name>midnight|midday|noon)\b/iu.exec(text);
  if (found === null) return null;
  const from = found.groups?.['name']?.toLowerCase() === 'midnight' ? '00:00' : '12:00';
  return certain(timeOf(from, isAbout(found[0])), spanOf(found));
}

function readSpelled(text: string): ClockWords | null {
  const found = spelled.exec(text);
  const groups = found?.groups;
  if (found === null || groups === undefined) return null;
  const part = (groups['part'] ?? '').toLowerCase();
  const hour = hourOf(groups['hour'] ?? '');
  if (hour < 1 || hour > 12) return null;
  const [amount = ''] = part.split(/ (?=past|to)/u);
  const minutes = { half: 30, quarter: 15, five: 5, ten: 10, twenty: 20 }[amount.toLowerCase()] ?? 25;
  const before = part.endsWith(' to');
  const at = (base: number): EntryTime => {
    const total = (base * 60 + (before ? -minutes : minutes) + 1440) % 1440;
    return timeOf(`${two(Math.floor(total / 60))}:${two(total % 60)}`, isAbout(found[0]));
  };
  const named = halfOf(groups['named']);
  const hours = named === null ? [hour % 12, (hour % 12) + 12] : [toHour(hour, named)];
  return {
    question: hours.length > 1 ? 'morning-or-evening' : null,
    options: hours.map(at),
    span: spanOf(found),
  };
}

function hourOf(text: string): number {
  const spoken = numbers.indexOf(text.toLowerCase());
  return spoken > 0 ? spoken : Number(text);
}

function readRange(text: string): ClockWords | null {
  for (const found of text.matchAll(range)) {
    const { h1 = '', m1, half1, h2 = '', m2, half2 } = found.groups ?? {};
    // Two bare numbers are days, sums or scores as often as hours.
    if (m1 === undefined && m2 === undefined && half1 === undefined && half2 === undefined) continue;
    // A point between bare numbers is money or a version.
    const last = toHour(Number(h2), half2 ?? null);
    let first = toHour(Number(h1), half1 ?? null);
    // "9 to 10pm" is nine in the evening; "11 to 1am" is not.
    if (half1 === undefined && half2 !== undefined && Number(h1) <= 12) {
      const same = toHour(Number(h1), half2);
      first = same <= last ? same : toHour(Number(h1), half2.toLowerCase() === 'a' ? 'p' : 'a');
    }
    if (first > 23 || last > 23) continue;
    const from = `${two(first)}:${m1 ?? '00'}`;
    const to = `${two(last)}:${m2 ?? '00'}`;
    return certain(
      { from, to, precision: isAbout(text.slice(0, found.index + 12)) ? 'about' : 'minute' },
      spanOf(found),
    );
  }
  return null;
}

function readSingle(text: string): ClockWords | null {
  for (const found of text.matchAll(single)) {
    const groups = found.groups ?? {};
    const lead = groups['lead'] ?? '';
    const hour = hourOf(groups['h'] ?? '');
    const minutes = groups['m'];
    const named = groups['half'] ?? halfOf(groups['named']);
    const oClock = /o['’]?clock/iu.test(groups['named'] ?? '');
    const isPoint = minutes !== undefined && /\d\.\d/u.test(found[0]);
    const rough = isAbout(lead) || groups['ish'] !== undefined;
    if (hour > 23 || (named !== null && hour > 12) || (isPoint && named === null && lead === '')) continue;
    if (minutes === undefined && named === null && !oClock && groups['ish'] === undefined) {
      // "at 9", but not "at 9 Elm Street" nor "about 9 calls" nor "about 3 March".
      const after = text.slice(found.index + found[0].length);
      if (
        lead === '' ||
        hour === 0 ||
        !/^\s*(?:$|[,.;:!?](?!\d)|(?:on|that|this|he|she|they|it|i|we|my|the|last|yesterday|today)\b)/iu.test(
          after,
        )
      )
        continue;
    }
    const make = (each: number): EntryTime => timeOf(`${two(each)}:${minutes ?? '00'}`, rough);
    const span = spanOf(found);
    if (named !== null) return certain(make(toHour(hour, named)), span);
    // 21:05 and 09:05 are written times; 9:05 may be either half of the day.
    if (hour > 12 || hour === 0 || (minutes !== undefined && /^\D*0\d/u.test(found[0])))
      return certain(make(hour), span);
    return { question: 'morning-or-evening', options: [make(hour % 12), make((hour % 12) + 12)], span };
  }
  return null;
}

function readPart(text: string): ClockWords | null {
  for (const { words, options } of parts) {
    const found = words.exec(text);
    // "last night" and "tonight" name a day as well, and are read with the days.
    if (found === null || /\b(?:last|to)\s*$/iu.test(text.slice(0, found.index))) continue;
    return {
      question: options.length > 1 ? 'night' : null,
      options: options.map((from): EntryTime => ({ from, to: null, precision: 'part_of_day' })),
      span: spanOf(found),
    };
  }
  return null;
}

function timeOf(from: string, rough: boolean): EntryTime {
  return { from, to: null, precision: rough ? 'about' : 'minute' };
}

function isAbout(text: string): boolean {
  return new RegExp(about, 'iu').test(text);
}

/** `a` or `p` of words that name a part of the day. */
function halfOf(named: string | undefined): string | null {
  if (named === undefined) return null;
  if (/morning/iu.test(named)) return 'a';
  // "at night" is the evening for nine, the morning for two: left to be asked.
  return /afternoon|evening/iu.test(named) ? 'p' : null;
}

function toHour(hour: number, half: string | null): number {
  if (half === null) return hour;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
