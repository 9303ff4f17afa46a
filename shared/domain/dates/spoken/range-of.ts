import type { Chain, Link } from './chains';
import { joinedDays } from './listed-days';
import { withYear } from './said-year';
import { sidesOf } from './sides';
import type { Days, Span, SpokenContext } from './reading';
import type { Point } from './point';

/** A range or a list of points, as one. Null for what is neither: "3 to 5 May and 8 May". */
export function rangeOf(chain: Chain, context: SpokenContext): Days | null {
  const { links, isRange } = chain;
  const [first, last] = [links[0], links.at(-1)];
  if (first === undefined || last === undefined || links.some(({ before }) => before.kind !== 'none'))
    return null;
  if (links.some(({ before }) => before.counted !== null)) return null;
  const span: Span = { start: chain.start, end: last.point.end };
  const numbered = links.filter(({ point }) => point.question === 'day-or-month' || point.or === undefined);
  if (numbered.length < links.length) return null;
  // One that can be read one way only says how the others are written.
  const isOpen = links.every(({ point }) => point.question === 'day-or-month');
  const read = (each: readonly Link[]): Days | null =>
    isRange && links.length === 2
      ? between(each, span, context)
      : chain.isMixed
        ? null
        : joinedOf(each, span, context);
  const made = read(links);
  if (!isOpen || made === null) return made;
  const other = read(links.map(({ point, before }) => ({ point: point.or ?? point, before })));
  if (other === null) return made;
  const options = [made.options[0], other.options[0]].filter((each) => each !== undefined);
  return { question: 'day-or-month', options, span };
}

function between(links: readonly Link[], span: Span, { today }: SpokenContext): Days | null {
  const [first, last] = links;
  if (first === undefined || last === undefined) return null;
  const year = last.point.year ?? first.point.year;
  return withYear(year === null ? undefined : String(year), span, today, (each) => {
    const to = side(last, each)?.to;
    const firstYear = first.point.year ?? (first.point.month > last.point.month ? each - 1 : each);
    const from = side(first, firstYear)?.from;
    if (from === undefined || to === undefined || bare(from) >= bare(to)) return null;
    // A day that ends within a month is not before it.
    return bare(to).startsWith(bare(from)) ? null : `${from}/${to}`;
  });
}

function side({ point, before }: Link, year: number): { readonly from: string; readonly to: string } | null {
  const value = point.at(year);
  return value === null ? null : sidesOf(value, point.unit, before);
}

function bare(edtf: string): string {
  return edtf.replace(/[?~%]$/u, '');
}

/** Several that are named: what lies side by side is one range, of the rest it is asked which. */
function joinedOf(links: readonly Link[], span: Span, { today }: SpokenContext): Days | null {
  const year = [...links].reverse().find(({ point }) => point.year !== null)?.point.year ?? null;
  const at = (each: number): readonly (string | null)[] => {
    // Years run forwards: "December or January 2025" begins in 2024.
    let current = each;
    let next: Point | null = null;
    return [...links]
      .reverse()
      .map((link) => {
        if (link.point.year !== null) current = link.point.year;
        else if (next !== null && link.point.month > next.month) current -= 1;
        next = link.point;
        const sides = side(link, current);
        return sides === null ? null : sides.from === sides.to ? sides.from : `${sides.from}/${sides.to}`;
      })
      .reverse();
  };
  return joinedDays(
    year,
    at,
    links.map(({ point }) => point.unit),
    span,
    today,
  );
}
