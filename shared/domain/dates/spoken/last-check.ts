import { dateBounds } from '../bounds';
import { fullWeekdays, monthNumber, months, ordinals, smallNumbers, weekdayNumber, weekdays } from './names';
import { weekdayOf } from '../../patterns/calendar';
import { concerning } from './qualifiers';
import type { Span, SpokenDate } from './reading';

/**
 * The last check of a reading, whoever made it: a date is certain only when every date word, number, word like "before", "until",
 * "or", "between" and half of the day in the phrase was used by it. What was not is given back, to be marked and asked about.
 */
export function notUsed(
  text: string,
  used: readonly Span[],
  value: SpokenDate,
  today: string,
  /** More dates or times that were read and are not of it. */
  more: readonly Span[] = [],
): Span[] {
  if (used.length === 0) return [];
  const isUsed = ({ start, end }: Span): boolean => {
    for (let index = start; index < end; index += 1)
      if (/\S/u.test(text.charAt(index)) && !covers(used, index)) return false;
    return true;
  };
  const left = [...more, ...wordsOfDates(text), ...wordsBeside(text, used)].filter((each) => !isUsed(each));
  const explained = (span: Span): boolean => repeats(text, span, used, value) || isDoubled(text, span, value);
  return merged([...left.filter((each) => !explained(each)), ...contradictions(text, used, value, today)]);
}

function covers(used: readonly Span[], index: number): boolean {
  return used.some(({ start, end }) => start <= index && index < end);
}

/** Two stretches that touch are marked as one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end + 1)
      result.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) });
    else result.push(span);
  }
  return result;
}

const pattern = (words: string): RegExp => new RegExp(words, 'giu');
const always: readonly RegExp[] = [
  /['’]?\d+(?:[.:/]\d+)*(?:-\d+)*(?:st|nd|rd|th|s|hrs?|am|pm)?/giu,
  pattern(String.raw`\b${fullWeekdays}s?\b`),
  pattern(
    String.raw`\b(?:january|february|april|june|july|august|september|october|november|december|ionawr|chwefror|ebrill|mehefin|gorffennaf|awst|hydref|tachwedd|rhagfyr|jan|feb|apr|aug|sept|oct|nov)\b`,
  ),
  /\b(?:May|March|Mar|Jun|Jul|Sep|Dec|Mawrth|Mai|Medi|Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\b(?=$|[\s,.;:)/-])/gu,
  /\b(?:yesterday|today|tonight|tomorrow|weekends?|weeks?|fortnights?|months?|years?|decades?|century|quarter|term|anniversary)\b/giu,
  /\b(?:mornings?|afternoons?|evenings?|nights?|noon|midday|midnight|o['’]?clock|[ap]\.m\b\.?|in the [ap]m)/giu,
  /\b(?:spring|summer|autumn|winter|christmas|xmas|easter|new year(?:['’]?s)?|boxing day|hallowe['’]?en|bonfire|valentine['’]?s|bank holiday|ramadan|eid|diwali|hanukkah|passover|lent|advent|half[- ]term)\b/giu,
  /\b(?:BST|GMT|UTC|CET|CEST|EST)\b/gu,
  /\b(?:local|spanish|french|german|italian|greek|turkish|portuguese|polish|european|american|us|eastern|pacific|central|indian|dubai|uk|british) time\b/giu,
  pattern(String.raw`\bat (?:${smallNumbers.replace('one|', '')})\b`),
  /\b(?:the\s+)?(?:next|following|previous|preceding|other)\s+(?:day|one)\b|\bdays?\s+(?:before|after|later|earlier|ago)\b|\b(?:every|each|most|some)\s+days?\b|\bother days\b/giu,
  pattern(String.raw`\b(?:\d+|${smallNumbers}|several|few|couple of|many)\s+days?\b`),
  /\bago\b|\bdays\b|\bnext\b(?!\s+(?:to|door)\b)/giu,
  // A word that should have something after it, and has nothing: what it was said of was not understood.
  /\b(?:before|after|until|till|since|between|or|not|every|from|about|around|early|late|next|last|half|quarter|past|by|later|earlier)(?=\s*(?:$|[,.:)]))/giu,
  /\b(?:hours?|minutes?|mins?|moments?)\s+(?:before|after|past|to|later|earlier|from|either)\b|\b(?:wks?|wknd)\b/giu,
  pattern(String.raw`\bhalf\s+(?:past|${smallNumbers}|\d)`),
  // Welsh words of days, which are not read.
  /\b(?:dydd|nos|ddoe|heddiw|echdoe|neithiwr|yfory)\b/giu,
];

/** Words that belong to a date wherever they stand. */
function wordsOfDates(text: string): Span[] {
  return always.flatMap((words) => spansOf(text, words));
}

function spansOf(text: string, words: RegExp): Span[] {
  return [...text.matchAll(words)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.trimEnd().length,
  }));
}

/** Small words between a date and one that changes it. */
const little = String.raw`\s|,|\b(?:the|an?|of|about|around|sometime|some time|that|this|maybe|possibly|or|and)\b`;
/** These change it through a preposition as well: "it was not on 3 March". */
const changing = String.raw`(?:(?:no|not|any|sooner|rather|other)\s+(?:\w+\s+)?than|before|after|until|till|til|since|prior to|between|within|or|nor|not|never|except|besides|following|than|either|neither|instead of|unlike|[a-z]+n['’]t|maybe|perhaps|possibly|probably|${ordinals})`;
/** These only right before it: "by 3 March", but not "he came by on 3 March". */
const touching = String.raw`(?:from|by|to|later|earlier|next|coming|previous|last|early|late|mid|middle|end|beginning|start|every|each|over|under|more|less|least|nearly|almost|just|shortly|soon|other|both|pre|post|half|quarter|circa|about|around|approximately|roughly|through|throughout|towards?|up|as|leading|commencing|starting|ending|${smallNumbers.replace('one|', '')})`;
const before = new RegExp(
  String.raw`(?<word>\b${changing}\b)(?<gap>(?:${little}|\b(?:on|in|at)\b|[-–(])*)$|(?<near>\b${touching}\b)(?:${little}|[-–(])*$`,
  'iu',
);
const after = new RegExp(
  String.raw`^(?<gap>[\s,)]*)(?<word>(?:or|approx(?:imately)?|roughly|ish|maybe|perhaps|possibly|probably|i think|i believe|not sure|until|till|til|except|not|but not|onwards?|later|earlier|at the (?:latest|earliest)|inclusive|through|and (?:before|after|later|earlier|onwards?)|(?:before|after)(?=\s+(?:that|then|or)\b)|to(?=\s+(?:the|his|her|my|our|their|present|date|now|today|about|early|mid|late|end)\b)|[-–—](?=\s*(?:present|now|today|\d))|(?:${smallNumbers})(?=\s*(?:$|[,.:)]|(?:he|she|they|it|i|we)\b)))(?![\p{L}'’]))`,
  'iu',
);
/** Words that, anywhere before a date in its clause, make it the end or the beginning of something. */
const clauseWords =
  /\b(?:before|after|until|till|since|prior to|between|following|by the time|(?:not|\w+n['’]t) (?:be )?(?:sure|certain|remember|recall|know)|unsure|forget|thought|thinks?|guess(?:ed)?|reckon(?:ed)?|suppose[ds]?)\b/giu;
/** "He came after me", "looked after": no time in it. */
const noTime = /^\s*(?:me|her|him|us|them|you|it|my|his)\b(?!\s+\w+ed\b)/iu;

/** Words that change a date beside which they stand. */
function wordsBeside(text: string, used: readonly Span[]): Span[] {
  const lastStart = Math.max(...used.map(({ start }) => start));
  const found: Span[] = [];
  for (const { start, end } of used) {
    const word = before.exec(text.slice(0, start));
    const said = word?.groups?.['word'] ?? word?.groups?.['near'];
    // "We split up on 3 March": the word goes with what was told.
    const isApart =
      word?.groups?.['near'] !== undefined && /^(?:on|in|at|during)\b/iu.test(text.slice(start, end));
    const isConcerning = /^about$/iu.test(said ?? '') && concerning.test(text.slice(0, word?.index ?? 0));
    if (word !== null && said !== undefined && !isConcerning && !isApart)
      found.push({ start: word.index, end: word.index + said.length });
    const next = after.exec(text.slice(end))?.groups;
    const gap = next?.['gap']?.length ?? 0;
    const last = end + gap + (next?.['word']?.length ?? 0);
    // "3 March 2024 - 9pm": what the line leads to was read.
    const isRead =
      /^[-–—]$/u.test(next?.['word'] ?? '') &&
      covers(used, last + (/^\s*/u.exec(text.slice(last))?.[0].length ?? 0));
    if (next?.['word'] !== undefined && !isRead) found.push({ start: end + gap, end: last });
  }
  const clause = text.slice(0, lastStart);
  const from = Math.max(...[...clause.matchAll(/[.!?]\s|;\s/gu)].map(({ index }) => index + 1), 0);
  for (const { index, 0: word } of clause.slice(from).matchAll(clauseWords)) {
    const end = from + index + word.length;
    if (!/^after$/iu.test(word) || !noTime.test(text.slice(end))) found.push({ start: from + index, end });
  }
  return found;
}

const isWeekday = new RegExp(`^(?:${weekdays})$`, 'iu');

/** The weekday, month or year said once more beside the date: `3 March 2024 (a Sunday)`. */
function repeats(text: string, span: Span, used: readonly Span[], { edtf }: SpokenDate): boolean {
  const word = text.slice(span.start, span.end);
  const day = /^(\d{4}-\d{2}-\d{2})[?~%]?$/u.exec(edtf)?.[1];
  if (day === undefined || !isWeekday.test(word)) return false;
  const isBeside = used.some(
    ({ start, end }) =>
      (end <= span.start &&
        /^[\s,(]*(?:(?:it|that|which) was\s+)?(?:(?:on\s+)?an?\s+)?$/iu.test(text.slice(end, span.start))) ||
      (span.end <= start && /^[\s,(]*(?:(?:on|the)\s+)*$/iu.test(text.slice(span.end, start))),
  );
  return isBeside && weekdayOf(day) === weekdayNumber(word);
}

/** "Possibly the 3rd, possibly the 4th": the doubt that was kept says that it may be another. */
function isDoubled(text: string, span: Span, { edtf }: SpokenDate): boolean {
  if (!/[?%]$/u.test(edtf)) return false;
  return (
    /^(?:possibly|maybe|perhaps)$/iu.test(text.slice(span.start, span.end)) ||
    /\b(?:possibly|maybe|perhaps)\s+(?:on\s+)?(?:the\s+)?$/iu.test(text.slice(0, span.start))
  );
}

const monthNames = new RegExp(String.raw`\b(?:${months})\b`, 'giu');

/** What was used and is not in the date: a year, month or weekday that was said and lost on the way, or a year far ahead. */
function contradictions(
  text: string,
  used: readonly Span[],
  { edtf, time }: SpokenDate,
  today: string,
): Span[] {
  const now = Number(today.slice(0, 4));
  const { earliest, latest } = dateBounds(edtf, time);
  const [from, to] = [earliest.slice(0, 7), latest.slice(0, 7)];
  const said = used.flatMap(({ start, end }) => {
    const part = text.slice(start, end);
    const place = ({ index, 0: word }: RegExpExecArray): Span => ({
      start: start + index,
      end: start + index + word.length,
    });
    const years = [...part.matchAll(/(?<![\d:.-])(?:19|20)\d{2}(?![\d:])/gu)].filter(
      ({ 0: year }) =>
        (!`${edtf}${earliest}${latest}`.includes(year) && !isFourClock(year, time)) ||
        // "3 March 2030" may be half past eight in the evening.
        (Number(year) > now + 1 && Number(year.slice(2)) < 60 && !isFourClock(year, time)),
    );
    const named = [...part.matchAll(monthNames)].filter(
      ({ 0: name }) => /^(?:[A-Z]|[a-z]{4})/u.test(name) && !holdsMonth(from, to, monthNumber(name)),
    );
    return [...years, ...named].map(place);
  });
  return said;
}

function isFourClock(year: string, time: SpokenDate['time']): boolean {
  const clock = `${year.slice(0, 2)}:${year.slice(2)}`;
  return time !== null && (time.from.startsWith(clock) || time.to?.startsWith(clock) === true);
}

/** Whether a month lies in a stretch of months, or right beside it: the week of 1 March begins in February. */
function holdsMonth(from: string, to: string, month: number): boolean {
  const count = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  if (count(to) - count(from) >= 12) return true;
  for (let each = count(from) - 1; each <= count(to) + 1; each += 1)
    if (((each - 1) % 12) + 1 === month) return true;
  return false;
}
