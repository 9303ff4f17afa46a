import { groupBy } from './group';
import { compareIds } from './version';
import type { Version } from './version';

/** Versions of one record by id, and what each comes directly after: its parents, and whatever covers it. */
export interface Descent {
  readonly byId: ReadonlyMap<string, Version>;
  /** Ids that are here alone. */
  readonly before: (id: string) => readonly string[];
}

/**
 * A version that covers another counts as what that one was made from: it says less. So what was changed on a covered copy
 * is compared with the copy, and what was covered is nobody's change.
 */
export function descentOf(versions: readonly Version[]): Descent {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const covers = groupBy(versions, (version) => version.covers);
  return {
    byId,
    before: (id) =>
      [...(byId.get(id)?.parents ?? []), ...(covers.get(id) ?? []).map((version) => version.id)].filter(
        (each) => byId.has(each),
      ),
  };
}

/** A version and all that it descends from. */
export function lineOf({ before }: Descent, id: string): ReadonlySet<string> {
  const line = new Set([id]);
  for (const each of line) for (const earlier of before(each)) line.add(earlier);
  return line;
}

/**
 * The nearest common ancestors: versions from which all of `ids` descend and from which no other such version descends.
 * Where joins crossed there are several; where two offices began a record apart, none. In order of their ids.
 */
export function nearestCommon(descent: Descent, ids: readonly string[]): readonly Version[] {
  const lines = ids.map((id) => lineOf(descent, id));
  const common = [...(lines[0] ?? [])].filter((id) => lines.every((line) => line.has(id)));
  // What a common ancestor descends from is common too: one step from each of them reaches all that lie further.
  const further = new Set(common.flatMap((id) => descent.before(id)));
  return common
    .filter((id) => !further.has(id))
    .sort(compareIds)
    .flatMap((id) => descent.byId.get(id) ?? []);
}
