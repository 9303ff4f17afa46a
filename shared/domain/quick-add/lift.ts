import type { Span } from '../dates/spoken/reading';

/** What may stand between the words of one date, or between them and the end of the line. */
const between = /^[\s,;:–-]*(?:(?:on|at|in|of|the)\b[\s,]*)*$/iu;
const atEnd = /^[\s.,;:!?–-]*$/u;
/** A telling that begins or ends with these is none without the date beside it: "3 March was when he came", "my birthday is 3 March". */
const opensBadly = /^[\s,;:–-]*(?:was|is|were|when|and|or|to|until|till|that|which|['’]s)\b/iu;
const endsBadly =
  /\b(?:is|was|were|be|are|of|for|to|from|the|an?|my|his|her|our|their|and|or|dated|with|by|until|till|since|about|on|at|in|than|before|after)$/iu;

/**
 * The date's words that stand at the beginning or the end of a line, which may be lifted out of what is told. Words in its middle
 * belong to a sentence, and stay.
 */
export function liftedFrom(text: string, spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  const [first] = sorted;
  if (first === undefined) return [];
  let opening = 0;
  for (const { start, end } of sorted)
    if (start <= opening || between.test(text.slice(opening, start))) opening = Math.max(opening, end);
  let closing = text.length;
  for (const { start, end } of [...sorted].sort((a, b) => b.end - a.end))
    if (end >= closing || (closing === text.length ? atEnd : between).test(text.slice(end, closing)))
      closing = Math.min(closing, start);
  if (closing <= opening) return [{ start: 0, end: text.length }];
  const lead = /(?:\b(?:on|at|in|of|the)\s+)+$/iu.exec(text.slice(opening, closing))?.[0].length ?? 0;
  const from = closing === text.length ? closing : closing - lead;
  const told = text.slice(opening, from);
  // A word is never cut in two.
  const isCut = (index: number): boolean =>
    /[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(index - 1, 0), index + 1));
  const head = opening > 0 && !isCut(opening) && !opensBadly.test(told) ? [{ start: 0, end: opening }] : [];
  const tail =
    from < text.length && !isCut(from) && !endsBadly.test(told.trimEnd())
      ? [{ start: from, end: text.length }]
      : [];
  return [...head, ...tail];
}

/** A line without what was lifted out of it, every other word as it was typed. */
export function withoutLifted(text: string, lifted: readonly Span[]): string {
  const start = lifted.find((each) => each.start === 0)?.end ?? 0;
  const end = lifted.find((each) => each.start > 0)?.start ?? text.length;
  if (start >= end) return '';
  const kept = text.slice(start, end).trim();
  // The full stop of the line is kept, the comma before the date is not.
  const told = start > 0 ? kept.replace(/^[\s,.;:–-]+/u, '') : kept;
  const stop = end < text.length ? (/[.!?]+(?=\s*$)/u.exec(text.slice(end))?.[0] ?? '') : '';
  return `${end < text.length ? told.replace(/[\s,;:–-]+$/u, '') : told}${stop}`;
}
