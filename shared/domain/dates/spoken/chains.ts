import { qualifierBefore } from './qualifiers';
import type { Qualifier } from './qualifiers';
import type { Point } from './point';

export interface Link {
  readonly point: Point;
  readonly before: Qualifier;
}

/** Points that belong together: a range, or several that are named beside each other. */
export interface Chain {
  readonly links: readonly Link[];
  readonly isRange: boolean;
  /** A range and more beside it. */
  readonly isMixed: boolean;
  readonly start: number;
}

const ranging = /^,?\s*(?:to|until|till|up to|through|thru|-|–|—)\s*$/iu;
const listing = /^\s*(?:,|,?\s*and|&|,?\s*or|,?\s*and\/or|\/)\s*$/iu;

/** Points in their order, each with the words before it, as ranges, lists and single ones. */
export function chainsOf(text: string, points: readonly Point[]): Chain[] {
  const chains: { links: Link[]; joins: ('range' | 'and' | 'or')[]; opening: Qualifier['opening'] }[] = [];
  for (const point of points) {
    const last = chains.at(-1);
    const previous = last?.links.at(-1);
    const before = qualifierBefore(text, point.start, previous?.point.end ?? 0);
    const gap = text.slice(previous?.point.end ?? 0, before.start);
    const join = joinOf(gap, before);
    if (last === undefined || previous === undefined || join === null)
      chains.push({ links: [{ point, before }], joins: [], opening: before.opening });
    else {
      // "Until" joins the two, and is no limit of its own.
      last.links.push({ point, before: join === 'range' ? { ...before, kind: 'none' } : before });
      last.joins.push(join);
    }
  }
  return chains.map(({ links, joins, opening }) => {
    const isBetween = opening?.word === 'between' && links.length === 2;
    const isRange = joins.length > 0 && (isBetween || joins.every((join) => join === 'range'));
    return {
      links,
      isRange,
      isMixed: !isRange && joins.some((join) => join === 'range'),
      start: isRange && opening !== null ? opening.start : (links[0]?.before.start ?? 0),
    };
  });
}

function joinOf(gap: string, before: Qualifier): 'range' | 'and' | 'or' | null {
  if (before.counted !== null) return null;
  if (before.kind === 'until') return /^\s*,?\s*(?:and\s+)?$/iu.test(gap) ? 'range' : null;
  if (before.kind !== 'none') return null;
  if (ranging.test(gap)) return 'range';
  if (!listing.test(gap)) return null;
  return /or|\//iu.test(gap) ? 'or' : 'and';
}
