import { parseEdtf } from '../parse';
import { cover } from './cover';
import { named } from './named-days';
import { certain, spanOf } from './reading';
import { weeks, withLimit } from './relative-words';
import { written } from './written-words';
import type { Days, SpokenContext } from './reading';

/** More than this many dates in one line are not told apart. */
const mostDates = 6;

/** Every date in a text that words name, as EDTF, in its order. Never later than today where the year is not said. */
export function dayWords(text: string, context: SpokenContext): Days[] {
  const found = literals(text);
  found.push(...written(coverDays(text, found), context));
  for (let step = 0; step < mostDates; step += 1) {
    const rest = coverDays(text, found);
    const days = weeks(rest, context) ?? named(rest, context);
    if (days === null) break;
    found.push(withLimit(rest, days));
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function coverDays(text: string, found: readonly Days[]): string {
  return cover(
    text,
    found.flatMap(({ span, also = [] }) => [span, ...also]),
  );
}

/** EDTF typed as it is: `2026-03~`, `2026-03-04/2026-03-07`, and pairs of years that look like it: `2024-25`. */
function literals(text: string): Days[] {
  return [
    ...text.matchAll(
      /(?<![\w/-])(?!\d{4}-\d{2}-\d{2}(?![?~%/X]))\d{4}-[\dX]{2}(?:-[\dX]{2})?[?~%]?(?:\/(?:\.\.|\d{4}-[\dX]{2}(?:-[\dX]{2})?[?~%]?)?)?(?![\w-])|^\s*\d{4}\/(?:\d{4}|\.\.)\s*$/gu,
    ),
  ].flatMap((found): readonly Days[] => {
    const lead =
      /\b(?:in|during|throughout|for)\s+(?:the\s+)?$/iu.exec(text.slice(0, found.index))?.[0].length ?? 0;
    const span = { start: found.index - lead, end: spanOf(found).end };
    const [, first = '', second = ''] = /^(\d{4})-(\d{2})$/u.exec(found[0]) ?? [];
    const isPair = first !== '' && Number(second) === (Number(first) + 1) % 100;
    const pair = `${first}/${Number(first) + 1}`;
    try {
      parseEdtf(found[0].trim());
      // "2021-22" is a season to EDTF and "2011-12" a month, and both are two years to everybody else.
      return [
        isPair ? { question: 'year', options: [pair, found[0]], span } : certain(found[0].trim(), span),
      ];
    } catch {
      return isPair ? [certain(pair, span)] : [];
    }
  });
}
