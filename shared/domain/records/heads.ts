import { canonical } from './version';
import type { Version } from './version';

/** How a record stands: what is shown of it, and whether a person must decide between versions. */
export interface Standing {
  /** The latest version that was not removed; where all were, the latest of them. Null where no head has content any more. */
  readonly shown: Version | null;
  /** Every head, stubs included, the shown one first: what a change or a join descends from. */
  readonly heads: readonly Version[];
  /** Heads that say different things, the shown one first; fewer than two: nothing to decide. */
  readonly sides: readonly Version[];
  readonly removed: boolean;
}

/** The versions no other descends from. Every parent of a version must be among them, if only as a stub. */
export function headsOf(versions: readonly Version[]): readonly Version[] {
  const parents = new Set(versions.flatMap((version) => version.parents));
  return versions.filter(({ id }) => !parents.has(id));
}

/** Later first; equal clocks by id, so that every office orders alike. */
function byClock(a: Version, b: Version): number {
  if (a.hlc !== b.hlc) return a.hlc < b.hlc ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

/**
 * How the versions of one record stand. Descent decides, and the clock only breaks ties. A removal never hides a change made
 * beside it. Heads that say the same count as one. Kinds that only grow (`append`) have nothing to decide.
 */
export function standingOf(versions: readonly Version[], merge: 'ask' | 'append'): Standing {
  const heads = headsOf(versions);
  const told = heads.filter(({ body }) => body !== null).sort(byClock);
  const ordered = [...told.filter(({ removed }) => !removed), ...told.filter(({ removed }) => removed)];
  const seen = new Set<string>();
  const sides = ordered.filter(({ body, removed }) => {
    const key = removed ? 'removed' : canonical(body ?? {});
    return !seen.has(key) && seen.add(key).size > 0;
  });
  const shown = ordered[0] ?? null;
  const stubs = heads.filter(({ body }) => body === null);
  return {
    shown,
    heads: [...ordered, ...stubs],
    sides: merge === 'append' ? sides.slice(0, 1) : sides,
    removed: shown?.removed ?? true,
  };
}
