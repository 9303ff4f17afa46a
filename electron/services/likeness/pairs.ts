import { betterOriginal } from '../../../shared/domain/likeness/better-original';
import type { LikePair, SameAs } from '../../../shared/models/likeness';
import type { Alike, Analysis } from './analyse';
import { pairKey } from './decisions';
import type { Decision } from './decisions';
import type { Known } from './like-items';

export interface PairLists {
  readonly open: readonly LikePair[];
  readonly decided: readonly LikePair[];
}

/**
 * What there is to decide, most alike first, and what was decided. Of several pictures that all look alike, each is put
 * beside the best original it can be compared with, so that five copies are four questions and not ten.
 */
export function pairLists(
  { alike }: Analysis,
  decisions: readonly Decision[],
  items: ReadonlyMap<string, Known>,
): PairLists {
  const found = new Map(alike.map((each) => [pairKey(each.a, each.b), each]));
  const decided = new Set(decisions.map(({ a, b }) => pairKey(a, b)));
  const same = groupsOf(decisions.filter(({ decision }) => decision === 'same'));
  const open = alike.filter(
    ({ a, b }) => !decided.has(pairKey(a, b)) && (same.get(a) === undefined || same.get(a) !== same.get(b)),
  );
  return {
    open: spanning(open, items)
      .flatMap((each) => pairOf(each.a, each.b, each, null, items))
      .sort((one, other) => (one.comparison?.differs ?? 0) - (other.comparison?.differs ?? 0)),
    decided: decisions.flatMap((each) =>
      each.decision === 'apart'
        ? []
        : pairOf(each.a, each.b, found.get(pairKey(each.a, each.b)) ?? null, each, items),
    ),
  };
}

/** For every picture, those it looks the same as. */
export function sameAs({ open, decided }: PairLists): readonly SameAs[] {
  const others = new Map<string, SameAs['others'][number][]>();
  const add = (one: LikePair['a'], other: LikePair['a'], isDecided: boolean): void => {
    const list = others.get(one.id) ?? [];
    others.set(one.id, list);
    list.push({ id: other.id, exhibitRef: other.exhibitRef, decided: isDecided });
  };
  for (const { a, b, decision } of [...decided, ...open]) {
    if (decision === 'different') continue;
    add(a, b, decision === 'same');
    add(b, a, decision === 'same');
  }
  return [...others].map(([itemId, list]) => ({ itemId, others: list }));
}

function pairOf(
  one: string,
  other: string,
  alike: Alike | null,
  decision: Decision | null,
  items: ReadonlyMap<string, Known>,
): readonly LikePair[] {
  const [a, b] = [items.get(one), items.get(other)];
  if (a === undefined || b === undefined) return [];
  const comparison = alike?.comparison ?? null;
  return [
    {
      a: a.item,
      b: b.item,
      comparison,
      better: betterOriginal(a.facts, b.facts, comparison?.cropped?.which ?? null),
      decision: decision === null || decision.decision === 'apart' ? null : decision.decision,
      author: decision?.author ?? null,
      at: decision?.at ?? null,
    },
  ];
}

/** Which group each picture is in, of those joined by the given pairs. */
function groupsOf(pairs: readonly Pick<Alike, 'a' | 'b'>[]): ReadonlyMap<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { a, b } of pairs) {
    const [one, other] = [groups.get(a) ?? new Set([a]), groups.get(b) ?? new Set([b])];
    if (one === other) continue;
    for (const id of other) one.add(id);
    for (const id of one) groups.set(id, one);
  }
  return groups;
}

/** In every group, the way from each picture towards the best original of the group. */
function spanning(alike: readonly Alike[], items: ReadonlyMap<string, Known>): readonly Alike[] {
  const chosen: Alike[] = [];
  for (const group of new Set(groupsOf(alike).values())) {
    const within = alike.filter(({ a }) => group.has(a));
    const reached = new Set([bestOf([...group], items)]);
    for (let left = group.size - 1; left > 0; left -= 1) {
      const next = within
        .filter(({ a, b }) => reached.has(a) !== reached.has(b))
        .sort((one, other) => one.comparison.differs - other.comparison.differs)[0];
      if (next === undefined) break;
      chosen.push(next);
      reached.add(next.a).add(next.b);
    }
  }
  return chosen;
}

/** The best original of pictures that look alike. */
export function bestOf(ids: readonly string[], items: ReadonlyMap<string, Known>): string {
  return ids.reduce((best, id) => {
    const [one, other] = [items.get(best), items.get(id)];
    if (one === undefined || other === undefined) return one === undefined ? id : best;
    return betterOriginal(one.facts, other.facts, null)?.which === 'b' ? id : best;
  });
}
