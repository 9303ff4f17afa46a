import type { PackageComparison } from '../../../shared/models/package-comparison';
import type { PackageDecisions } from '../../../shared/models/package-decisions';

/** Ids of the records and exhibits of a package that are to be taken in. */
export type Ticked = ReadonlySet<string>;

const staysOut: readonly string[] = ['erased-here', 'left-out-before'];

/** What is ticked before anybody has: all that is new, and nothing that was erased or left out here. */
export function tickedAtFirst({ records, items }: PackageComparison): Ticked {
  return new Set([
    ...records.filter(({ verdict }) => !staysOut.includes(verdict)).map(({ id }) => id),
    ...items.filter(({ standing }) => standing === 'new').map(({ id }) => id),
  ]);
}

export function ticking(ticked: Ticked, id: string, isTicked: boolean): Ticked {
  const next = new Set(ticked);
  if (isTicked) next.add(id);
  else next.delete(id);
  return next;
}

/** What the vault is told: what stays out of what would come in, and what comes in of what would stay out. */
export function decisionsOf({ records, items }: PackageComparison, ticked: Ticked): PackageDecisions {
  const isOut = (kind: string): boolean => staysOut.includes(kind);
  return {
    leaveOut: {
      records: records
        .filter(({ id, verdict, isBearing }) => !isOut(verdict) && !isBearing && !ticked.has(id))
        .map(({ id }) => id),
      items: items.filter(({ id, standing }) => !isOut(standing) && !ticked.has(id)).map(({ id }) => id),
    },
    takeAfterAll: {
      records: records
        .filter(({ id, verdict }) => isOut(verdict) && ticked.has(id))
        .flatMap(({ accept }) => accept),
      items: items.filter(({ id, standing }) => isOut(standing) && ticked.has(id)).map(({ id }) => id),
    },
  };
}
