import type { Span } from './reading';

/** What covers the days of a text while the time is read, which may be told by standing beside them. */
export const dayCover = '¦';

/** A text with some of its characters covered, so that everything else keeps its place. Not with spaces: patterns read across them. */
export function cover(text: string, spans: readonly Span[], by: ';' | typeof dayCover = ';'): string {
  return spans.reduce(
    (covered, { start, end }) => covered.slice(0, start) + by.repeat(end - start) + covered.slice(end),
    text,
  );
}

/** Covers every match of a pattern, or its group `it` where it has one. */
export function coverAll(text: string, pattern: RegExp): string {
  return cover(
    text,
    [...text.matchAll(pattern)].map((found) => {
      const it = found.groups?.['it'];
      const start = it === undefined ? found.index : found.index + found[0].lastIndexOf(it);
      return { start, end: start + (it ?? found[0]).length };
    }),
  );
}

/** Whether two stretches share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
