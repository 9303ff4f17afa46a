import { chainsOf } from './chains';
import { cover } from './cover';
import { listed } from './listed-days';
import { onePoint } from './one-point';
import { pointsOf } from './points';
import { rangeOf } from './range-of';
import type { Days, SpokenContext } from './reading';

/** Every date, range or list of dates that is written out, in its order. */
export function written(text: string, context: SpokenContext): Days[] {
  const shared = listed(text, context);
  const rest = cover(
    text,
    shared.map(({ span }) => span),
  );
  const chains = chainsOf(rest, pointsOf(rest, context));
  const single = chains.flatMap((chain) => {
    const [first] = chain.links;
    if (first === undefined) return [];
    return [chain.links.length === 1 ? onePoint(rest, first, context) : rangeOf(chain, context)];
  });
  return [...shared.map(({ days }) => days), ...single]
    .filter((days) => days !== null)
    .sort((a, b) => a.span.start - b.span.start);
}
