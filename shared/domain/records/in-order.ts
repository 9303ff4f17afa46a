import type { Version } from './version';

/** Versions of one record, each after those it was made from; among the rest the earlier clock first, then the id. */
export function inOrder(versions: readonly Version[]): readonly Version[] {
  const left = [...versions].sort((a, b) =>
    a.hlc !== b.hlc ? (a.hlc < b.hlc ? -1 : 1) : a.id < b.id ? -1 : 1,
  );
  const known = new Set(versions.map(({ id }) => id));
  const placed = new Set<string>();
  const ordered: Version[] = [];
  while (left.length > 0) {
    const at = left.findIndex(({ parents }) => parents.every((id) => placed.has(id) || !known.has(id)));
    // Versions that descend from each other in a ring cannot be written; what is damaged is still told.
    const [next] = left.splice(Math.max(0, at), 1);
    if (next === undefined) break;
    placed.add(next.id);
    ordered.push(next);
  }
  return ordered;
}
