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
    | 'includeChronology'
    | 'title'
    | 'courtCase'
    | 'profile'
    | 'profileVersion'
    | 'askedBy'
    | 'inserted'
  >,
): Extract<LeavingRequest, { output: 'bundle' }> {
  const { recipient, itemIds, includeChronology, title, courtCase, profile, profileVersion } = options;
  const unredacted = options.unredacted.filter((id) => itemIds.includes(id));
  return {
    ...{
      output: 'bundle',
      caseId,
      recipient,
      itemIds,
      unredacted,
      includeChronology,
      profile,
      profileVersion,
    },
    words: [title, courtCase, options.askedBy, options.inserted?.directedBy ?? ''].filter(
      (text) => text !== '',
    ),
  };
}
