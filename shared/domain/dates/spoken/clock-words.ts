import type { EntryTime } from '../../../models/chronology';
import { liesIn, partsOf } from './clock-parts';
import { moment, momentOf } from './clock-moment';
import type { Moment } from './clock-moment';
import { cover, overlaps } from './cover';
import type { Options, Span } from './reading';

/** The time that words name. `EveryNight` and the like keep the part of the day; the days are read apart. */
export interface ClockWords extends Options<EntryTime> {
  /** A time at or after midnight that is told of a night or of a day's end: it may belong to the next day. */
  readonly mayBeNextDay?: boolean;
}

const about = String.raw`(?:about|around|roughly|approximately|approx\.?|circa|ca?\.|~|some\s?time (?:around|about)|(?:just|shortly|soon) (?:after|before)|gone|before|after|by|just gone)`;
const lead = String.raw`(?<lead>(?:at\s+)?${about}\s*|at\s+|@\s*)?`;
const zone = String.raw`(?<zone>\s*\(?(?:BST|(?:GMT|UTC)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?)(?![\p{L}\d])\)?|Z\b|[+-]\d{2}:?\d{2}\b)?`;
const notInNumber = String.raw`(?<![\d:.,/£$€-]|\d\s?[-–])`;
const single = new RegExp(
  String.raw`${notInNumber}(?<=^|[^\p{L}\d]|¦T)${lead}(?<moment>${moment})(?<ish>\s?-?ish\b)?${zone}(?![\d/%]|[.:]\d|-\d|:\d)`,
  'giu',
);
const range = new RegExp(
  String.raw`(?:\b(?<open>between|from)\s+)?(?:(?<rough>about|around|approximately)\s+)?${notInNumber}(?<first>${moment})\s*(?<join>\band\b|\bto\b|\bor\b|\buntil\b|\btil\b|\btill\b|-|–)\s*(?:about\s+|around\s+)?(?<second>${moment})${zone}(?![\d:/%])`,
  'giu',
);

/** The first time of day in a text, or null. A number alone is a time only where the words around it say so. */
export function clockWords(text: string): ClockWords | null {
  const found = readRange(text) ?? readSingle(text);
  const parts = partsOf(text);
  if (found !== null)
    return withParts(
      found,
      parts.filter(({ span }) => !overlaps(span, found.span)),
    );
  const [first, ...more] = parts;
  if (first === undefined) return null;
  const [option] = first.options;
  // "The early hours of Sunday morning" says one thing twice.
  const also = more.filter(
    (each) =>
      first.options.length === 1 &&
      option !== undefined &&
      each.options.length === 1 &&
      liesIn(option.from, each) &&
      option.from < '12:00',
  );
  return also.length === 0 ? first : { ...first, also: also.map(({ span }) => span) };
}

/** "This morning at 8": the half of the day is said elsewhere. "The evening at 21.30": it is said twice. */
function withParts(found: ClockWords, parts: readonly Options<EntryTime>[]): ClockWords {
  const [part] = parts;
  if (part === undefined) return found;
  const fitting = found.options.filter(({ from }) => liesIn(from, part));
  if (fitting.length === 0) return found;
  const isNight = part.options.length > 1;
  const nextDay = isNight && fitting.some(({ from }) => from < '06:00') ? { mayBeNextDay: true } : {};
  const question = fitting.length > 1 ? found.question : null;
  return { ...found, ...nextDay, question, options: fitting, also: [part.span] };
}

function readRange(text: string): ClockWords | null {
  for (const found of text.matchAll(range)) {
    const read = rangeOf(text, found);
    if (read !== null) return read;
  }
  return null;
}

/** From when to when two times that stand beside each other are, or null where they are no such two. */
function rangeOf(text: string, found: RegExpExecArray): ClockWords | null {
  const { open, rough, first = '', second = '', join = '', zone: said } = found.groups ?? {};
  const [from, to] = [momentOf(first), momentOf(second)];
  if (from === null || to === null) return null;
  const span = { start: found.index, end: found.index + found[0].length };
  // "Ten to midnight" is a time, not two.
  if (from.isBare && open === undefined && /midnight|noon|midday/iu.test(second)) return null;
  const isSure = [from, to].some((each) => !each.isBare && !each.isPoint && !each.isFour);
  // Two bare numbers are days, sums or scores as often as hours.
  if (!isSure && (open === undefined || !endsWell(text.slice(span.end)))) return null;
  const offset = offsetOf(said);
  // "9 or 10pm" lies between the two; "9 or 11pm" is one of them.
  const isOr = /or/iu.test(join);
  const pairs = pairsOf(from, to).filter(
    ([a, b]) => !isOr || (minutesOf(b) - minutesOf(a) + 1440) % 1440 <= 60,
  );
  if (pairs.length === 0) return null;
  const options = pairs.map(([a, b]): EntryTime => ({
    from: a,
    to: b,
    precision: rough === undefined ? 'minute' : 'about',
    ...offset,
  }));
  const turn = from.isMidnight ? { mayBeNextDay: true } : {};
  return { question: options.length > 1 ? 'morning-or-evening' : null, options, span, ...turn };
}

/** Each beginning with the end that follows it: "9 to 10pm" is nine in the evening; "11 to 1am" is eleven. */
function pairsOf(from: Moment, to: Moment): (readonly [string, string])[] {
  const gap = (a: string, b: string): number => (minutesOf(b) - minutesOf(a) + 1440) % 1440;
  const all = from.times.flatMap((a) => to.times.map((b) => [a, b] as const));
  if (from.times.length === 1 && to.times.length === 1) return all;
  return all.filter(([a, b]) => gap(a, b) > 0 && gap(a, b) < 720);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** What may follow a bare number that is a time: "at 9", but not "at 9 Elm Street" nor "about 9 calls". */
function endsWell(after: string): boolean {
  return /^\s*(?:$|[,.;:!?)](?!\d)|¦|(?:on|that|this|he|she|they|it|i|we|my|his|her|the|last|yesterday|today|in|at night|and|but|when)\b)/iu.test(
    after,
  );
}

function readSingle(text: string): ClockWords | null {
  for (const found of text.matchAll(single)) {
    const groups = found.groups ?? {};
    const said = groups['lead'] ?? '';
    const read = momentOf(groups['moment'] ?? '');
    if (read === null) continue;
    // The T of an ISO time is between its day and its hour.
    const isIso = text.slice(0, found.index).endsWith('¦T');
    const span = { start: found.index - (isIso ? 1 : 0), end: found.index + found[0].trimEnd().length };
    const after = text.slice(found.index + found[0].length);
    const isBeside =
      /¦[\s,]*T?$/u.test(text.slice(0, found.index)) || /^[\s,]*(?:on\s+|of\s+)?(?:the\s+)?¦/u.test(after);
    // "Before midnight" may be any of that evening.
    if (read.isMidnight && /^\s*(?:at\s+)?(?:before|by)\b/iu.test(said)) continue;
    const isIsh = groups['ish'] !== undefined;
    if ((read.isPoint || read.isFour) && said === '' && !isBeside) continue;
    if (read.isBare && !isIsh && (said === '' || Number(groups['moment']) === 0 || !endsWell(after)))
      continue;
    return oneOf(read, said, isIsh, /at night/iu.test(found[0]), span, offsetOf(groups['zone']));
  }
  return null;
}

function oneOf(
  read: Moment,
  said: string,
  isIsh: boolean,
  isAtNight: boolean,
  span: Span,
  offset: Pick<EntryTime, 'offset'> | object,
): ClockWords {
  const rough = isIsh || new RegExp(about, 'iu').test(said);
  const isBefore = /before/iu.test(said);
  const make = (from: string): EntryTime => ({
    // Just before midnight is the evening before it.
    from: read.isMidnight && isBefore ? '23:59' : from,
    to: null,
    precision: rough ? 'about' : 'minute',
    ...offset,
  });
  const isNight = isAtNight && (read.times[0] ?? '') < '06:00';
  const isTurn = isNight || (read.isMidnight && !isBefore && !/after|gone/iu.test(said));
  const turn = isTurn ? { mayBeNextDay: true } : {};
  return {
    question: read.times.length > 1 ? 'morning-or-evening' : null,
    options: read.times.map(make),
    span,
    ...turn,
  };
}

/** Minutes ahead of UTC, where the zone is said. */
function offsetOf(zone: string | undefined): { readonly offset: number } | object {
  if (zone === undefined || zone.trim() === '') return {};
  if (/BST/iu.test(zone)) return { offset: 60 };
  const found = /([+-])\s?(\d{1,2}):?(\d\d)?/u.exec(zone);
  if (found === null) return { offset: 0 };
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  // No clock on earth is further from Greenwich.
  if (minutes > 14 * 60) return { offset: 0 };
  return { offset: found[1] === '-' ? -minutes : minutes };
}

/** The first time of a text and every other that is said beside it. */
export function allClocks(text: string): ClockWords[] {
  const found: ClockWords[] = [];
  let rest = text;
  for (let step = 0; step < 4; step += 1) {
    const clock = clockWords(rest);
    if (clock === null) break;
    found.push(clock);
    rest = cover(rest, [clock.span, ...(clock.also ?? [])]);
  }
  return found;
}
