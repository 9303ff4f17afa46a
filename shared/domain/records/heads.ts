import { groupBy } from './group';
import { canonical, compareIds, isStub } from './version';
import type { Version } from './version';

/** How a record stands: what is shown of it, and whether a person must decide between versions. */
export interface Standing {
  /** The latest version that was not removed; where all were, the latest of them. Null where no head has content any more. */
  readonly shown: Version | null;
  /** Every head, stubs included, the shown one first: what a join descends from. */
  readonly heads: readonly Version[];
  /** Heads that say different things, the shown one first; fewer than two: nothing to decide. */
  readonly sides: readonly Version[];
  readonly removed: boolean;
}

/**
 * The versions no other descends from, whatever they say; one that covers another precedes it and is never a tip.
 * Every parent of a version must be among them, if only as a stub.
 */
export function tipsOf(versions: readonly Version[]): readonly Version[] {
  const parents = new Set(versions.flatMap((version) => version.parents));
  return versions.filter(({ id, covers }) => covers === undefined && !parents.has(id));
}

/**
 * The tips after more versions came, from those before: the way to keep them without reading a record's whole history.
 * `known` says what was there before; a stub that was filled keeps its place. A tip is never lost by a version that comes late,
 * because whatever descends from a version came with it.
 */
export function tipsAfter(
  tips: readonly Version[],
  added: readonly Version[],
  known: (id: string) => boolean,
): readonly Version[] {
  const filled = new Map(added.map((version) => [version.id, version]));
  return tipsOf([
    ...tips.map((tip) => (isStub(tip) ? (filled.get(tip.id) ?? tip) : tip)),
    ...added.filter(({ id }) => !known(id)),
  ]);
}

/**
 * The heads of a record: its tips. A tip of which only a stub is here gives its place to what covers it, and is itself no
 * head then: a change made on a covered copy descends from that copy alone, and so never hides what was covered.
 */
export function headsOf(versions: readonly Version[]): readonly Version[] {
  const parents = new Set(versions.flatMap((version) => version.parents));
  const covers = groupBy(versions, (version) => version.covers);
  const standIns = (version: Version): readonly Version[] =>
    isStub(version) ? (covers.get(version.id) ?? []).flatMap(standIns) : [version];
  return tipsOf(versions).flatMap((tip) => {
    const found = standIns(tip);
    return found.length === 0 ? [tip] : found.filter(({ id }) => !parents.has(id));
  });
}

/** Later first; equal clocks by id, so that every office orders alike. */
function byClock(a: Version, b: Version): number {
  return compareIds(b.hlc, a.hlc) || compareIds(b.id, a.id);
}

/** What a version says, as text: heads that say the same count as one. All removals say one thing. */
export function sayingOf({ body, removed }: Pick<Version, 'body' | 'removed'>): string {
  return removed ? 'removed' : canonical(body);
}

/**
 * How the versions of one record stand. Descent decides, and the clock only breaks ties. A removal never hides a change made
 * beside it. Heads that say the same count as one. Kinds that only grow (`append`) have nothing to decide.
 */
export function standingOf(versions: readonly Version[], merge: 'ask' | 'append'): Standing {
  const heads = headsOf(versions);
  const told = heads.filter((head) => !isStub(head)).sort(byClock);
  const ordered = [...told.filter(({ removed }) => !removed), ...told.filter(({ removed }) => removed)];
  const seen = new Set<string>();
  const sides = ordered.filter((head) => {
    const key = sayingOf(head);
    return !seen.has(key) && seen.add(key).size > 0;
  });
  const shown = ordered[0] ?? null;
  const stubs = heads.filter(isStub).sort((a, b) => compareIds(a.id, b.id));
  return {
    shown,
    heads: [...ordered, ...stubs],
    sides: merge === 'append' ? sides.slice(0, 1) : sides,
    removed: shown?.removed ?? true,
  };
}
