import type { PackageComparison } from '../../../../shared/models/package-comparison';
import type { VaultContext } from '../../../vault/api';
import { asOurs, officeOf, readSeries } from '../../items/series-rows';
import type { Records } from '../records';

/** Runs of references that are new here, and those that go on further there. `recipient`: our age key, by which we may be named. */
export function comparedSeries(
  context: Pick<VaultContext, 'db'>,
  { caseId, series }: Records,
  recipient: string,
): PackageComparison['series'] {
  const here = new Map(readSeries(context, caseId).map((each) => [each.id, each]));
  const office = officeOf(context);
  return asOurs(context, series)
    .filter(({ id, next }) => (here.get(id)?.next ?? 0) < next)
    .map(({ initials, next, owner, state }) => ({
      ...{ initials, next },
      isOurs: state === 'open' && (owner === office || owner === recipient),
    }));
}
