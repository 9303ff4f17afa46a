import { fullWeekdays, ordinals, smallNumbers } from './names';
import type { Span } from './reading';
import { isPlainSide, kinds, thirds } from './qualifier-words';
import type { QualifierKind, Third } from './qualifier-words';

export type Counted =
  | { readonly kind: 'nth'; readonly n: string; readonly of: string }
  | { readonly kind: 'away'; readonly n: string; readonly unit: string; readonly way: string }
  | { readonly kind: 'weekday'; readonly weekday: string; readonly way: string };

export interface Qualifier {
  readonly start: number;
  readonly mark: '' | '~' | '?' | '%';
  readonly kind: QualifierKind;
  /** "Early to mid": from which third to which. */
  readonly third: readonly [Third, Third] | null;
  /** "The first Saturday in", "two days after", "the Monday before". */
  readonly counted: Counted | null;
  /** "Last year in": how many years back. */
  readonly back: number | null;
  /** "Last November", "this summer". */
  readonly which: 'last' | 'this' | null;
  /** Where a "from" or "between" before it begins, which only a range uses. */
  readonly opening: { readonly word: 'from' | 'between'; readonly start: number } | null;
  /** Words further off that were read with it. */
  readonly also: readonly Span[];
}

interface State {
  rough: boolean;
  unsure: boolean;
  kind: QualifierKind;
  third: Qualifier['third'];
  counted: Counted | null;
  back: number | null;
  which: 'last' | 'this' | null;
  readonly also: Span[];
}

/** Reads words at the end of a text into the state; gives where they begin, or null where they are none of its own. */
type Rule = (before: string, state: State) => number | null;

/** "A statement about 3 March" is not roughly that day. */
export const concerning =
  /\b(?:statements?|talk(?:s|ed|ing)?|reports?|reported|complain(?:t|ts|ed|ing)|spoke|speak(?:s|ing)?|told \w+|tell \w+|tell|ask(?:s|ed|ing)?|asked \w+|know|knew|worried|upset|angry|conversation|questions?|evidence|this is)\s+$/iu;
const roughly =
  /(?:^|(?<=[\s,;(]))(?:about|around|roughly|approximately|approx\.?|circa|c\.|ca\.|(?:on )?or (?:about|around)|~)\s*$/iu;
const unsurely =
  /\b(?:maybe|perhaps|possibly|probably|i think(?: it was)?|i believe(?: it was)?|it (?:may|might|could) have been|(?:i['’]?m |i am )?not (?:sure|certain)(?: but| if| whether)?(?: it was)?)\s*,?\s*$/iu;
const away = new RegExp(
  String.raw`\b(?<n>the|an?|${smallNumbers}|\d{1,2})\s+(?<unit>day|week|fortnight|month)(?<many>s?)\s+(?<way>before|after)\s+(?:the\s+)?$`,
  'iu',
);
const weekdayAway = new RegExp(
  String.raw`\b(?:on\s+)?(?:the\s+)?(?<weekday>${fullWeekdays})\s+(?<way>before|after)\s+(?:the\s+)?$`,
  'iu',
);
const nth = new RegExp(
  String.raw`\b(?:on\s+)?(?:the\s+)?(?<n>${ordinals}|[1-5](?:st|nd|rd|th)|last)\s+(?<of>${fullWeekdays}|weekend)\s+(?:in|of)\s*$`,
  'iu',
);
const recurring = /\b(?:on\s+)?(?:every|each|most) days?\s+(?:in|of|during|throughout)\s*$/iu;
const someDay = new RegExp(
  String.raw`(?<said>\b(?:on\s+)?(?:an?|one|some)\s+(?:${fullWeekdays}))\s+(?:(?:morning|afternoon|evening|night)\s+)?(?<last>(?:in|during)\s*$)`,
  'iu',
);
const aboutPart =
  /(?<said>\b(?:on or about|on or around|about|around|roughly|approximately))\s+(?<last>(?:the\s+)?(?:early hours|morning|afternoon|evening|night)\s+of\s+(?:the\s+)?$)/iu;
const opened =
  /\b(?:(?:on (?:a|some|any) (?:day|date) )?(?:some ?time )?(?<word>between)|(?:starting )?from)\s+(?:the\s+)?$/iu;

const rules: readonly Rule[] = [
  (before, state) => {
    const found = roughly.exec(before);
    if (found === null || concerning.test(before.slice(0, found.index))) return null;
    state.rough = true;
    return found.index;
  },
  (before, state) => {
    const found = unsurely.exec(before);
    if (found !== null) state.unsure = true;
    return found?.index ?? null;
  },
  (before, state) => {
    if (state.counted !== null || state.kind !== 'none' || state.third !== null) return null;
    const found = away.exec(before) ?? weekdayAway.exec(before) ?? nth.exec(before);
    if (found !== null) state.counted = countedOf(found.groups ?? {});
    return found?.index ?? recurring.exec(before)?.index ?? null;
  },
  // "The evening of" stands between, and is read with the time of day.
  (before, state) => {
    const found = aboutPart.exec(before) ?? someDay.exec(before);
    const { said, last = '' } = found?.groups ?? {};
    if (found === null || said === undefined || state.also.length > 0) return null;
    if (!/^(?:on )?(?:an?|one|some)\s/iu.test(said)) state.rough = true;
    state.also.push({ start: found.index, end: found.index + said.length });
    return before.length - (/^(?:in|during)/iu.test(last) ? last.length : 0);
  },
  (before, state) => {
    const found = state.third === null ? thirds.find(([pattern]) => pattern.test(before)) : undefined;
    if (found !== undefined) state.third = [found[1], found[2]];
    return found?.[0].exec(before)?.index ?? null;
  },
  (before, state) => {
    const found = state.kind === 'none' ? kinds.find(([pattern]) => pattern.test(before)) : undefined;
    if (found !== undefined) state.kind = found[1];
    return found?.[0].exec(before)?.index ?? null;
  },
  (before, state) => {
    const found = state.kind === 'none' ? isPlainSide(before) : null;
    if (found !== null) state.kind = found.side;
    return found?.start ?? null;
  },
  (before, state) => {
    const found = /\b(?<which>last|this) year,?\s+(?:(?:in|on)\s+)?(?:the\s+)?$/iu.exec(before);
    if (found !== null) state.back = /^last/iu.test(found[0]) ? 1 : 0;
    return found?.index ?? null;
  },
  (before, state) => {
    const found = /\b(?<which>last|this)\s*$/iu.exec(before);
    if (found !== null) state.which = /^last/iu.test(found[0]) ? 'last' : 'this';
    return found?.index ?? null;
  },
  (before) =>
    /\b(?:(?:late|early) on|on|in|at|the|of|sometime|some time|during|throughout|all through|the whole of|all of|dated|either)\s*$/iu.exec(
      before,
    )?.index ?? null,
];

/** Words right before a date that say how sure it is, or what of it is meant. Nothing before `from` is read. */
export function qualifierBefore(text: string, index: number, from = 0): Qualifier {
  const state: State = {
    rough: false,
    unsure: false,
    kind: 'none',
    third: null,
    counted: null,
    back: null,
    which: null,
    also: [],
  };
  let before = text.slice(from, index);
  for (let step = 0; step < 8; step += 1) {
    const next = firstRead(before, state);
    if (next === null) break;
    before = before.slice(0, next);
  }
  const opening = opened.exec(before);
  return {
    start: from + before.length,
    mark: markOf(state),
    kind: state.kind,
    third: state.third,
    counted: state.counted,
    back: state.back,
    which: state.which,
    opening:
      opening === null
        ? null
        : { word: opening.groups?.['word'] === undefined ? 'from' : 'between', start: from + opening.index },
    also: state.also.map(({ start, end }) => ({ start: from + start, end: from + end })),
  };
}

/** Reads by the first rule that fits; gives where its words begin, or null where no rule fits. */
function firstRead(before: string, state: State): number | null {
  for (const rule of rules) {
    const start = rule(before, state);
    if (start !== null) return start;
  }
  return null;
}

function markOf({ rough, unsure }: State): Qualifier['mark'] {
  if (rough) return unsure ? '%' : '~';
  return unsure ? '?' : '';
}

function countedOf(groups: Readonly<Record<string, string | undefined>>): Counted {
  const { n = '', of, unit, many = '', weekday, way = '' } = groups;
  if (of !== undefined) return { kind: 'nth', n, of };
  return unit === undefined
    ? { kind: 'weekday', weekday: weekday ?? '', way }
    : { kind: 'away', n, unit: `${unit}${many}`, way };
}
