import { HoldfastError } from '../../errors';
import { compareIds, isStub, stubOf } from '../records/version';
import type { Version } from '../records/version';

/** What another office has of a case by a package: ids of versions, and of those of which it has the stub alone. */
export interface HeldVersions {
  readonly versions: readonly string[];
  /** They may still be filled. */
  readonly stubs: readonly string[];
}

/** What whoever takes in a package of these versions has, with what they had by the one that it is counted from. */
export function versionsHeld(all: readonly Version[], since: HeldVersions | null): HeldVersions {
  const versions = new Set(since?.versions);
  const stubs = new Set(since?.stubs);
  for (const version of all) (isStub(version) ? stubs : versions).add(version.id);
  return { versions: [...versions], stubs: [...stubs] };
}

/** Tells of a version whether all that it says is held. */
export function versionHeldBy({ versions, stubs }: HeldVersions): (version: Version) => boolean {
  const [full, some] = [new Set(versions), new Set(stubs)];
  return (version) => full.has(version.id) || (isStub(version) && some.has(version.id));
}

/**
 * Of all versions of a case those that are not held by whoever gets them, and stubs of what these descend from: a package is closed
 * under parents, and whoever has left one of them out, or erased it, is asked about the record as by any other package. Throws
 * `package-incomplete` where something that one was made from is not among them.
 */
export function changesSince(
  all: readonly Version[],
  isHeld: (version: Version) => boolean,
): readonly Version[] {
  const byId = new Map(all.map((version) => [version.id, version]));
  const going = new Map(
    all.filter((version) => !isHeld(version)).map((version) => [version.id, version] as const),
  );
  // What is added while it runs is walked through as well.
  for (const { id, parents, covers } of going.values())
    for (const before of covers === undefined ? parents : [...parents, covers]) {
      const earlier = byId.get(before);
      if (earlier === undefined) throw new HoldfastError('package-incomplete', { detail: { version: id } });
      if (!going.has(before)) going.set(before, stubOf(earlier));
    }
  return [...going.values()].sort((a, b) => compareIds(a.id, b.id));
}
