import type { BundleOptions } from '../../models/bundle';
import type { LeavingRequest } from '../../models/leaving-gate';

/** What the gate is asked about a bundle, before it is built and after. */
export function bundleLeaving(
  caseId: string,
  options: Pick<
    BundleOptions,
    | 'recipient'
    | 'itemIds'
    | 'unredacted'
    | 'coverSheets'
    | 'proceedingsId'
    | 'includeChronology'
    | 'title'
    | 'courtCase'
  >,
): Extract<LeavingRequest, { output: 'bundle' }> {
  const { recipient, itemIds, includeChronology, title, courtCase, proceedingsId } = options;
  const coverSheets = options.coverSheets.filter((id) => itemIds.includes(id));
  const unredacted = options.unredacted.filter((id) => itemIds.includes(id));
  return {
    ...{ output: 'bundle', caseId, recipient, itemIds, unredacted, includeChronology },
    ...{ coverSheets, proceedingsId },
    words: [title, courtCase].filter((text) => text !== ''),
  };
}
