import type { BundleOptions } from '../../models/bundle';
import type { LeavingRequest } from '../../models/leaving-gate';

/** What the gate is asked about a bundle, before it is built and after. */
export function bundleLeaving(
  caseId: string,
  options: Pick<
    BundleOptions,
    'recipient' | 'itemIds' | 'includeChronology' | 'title' | 'courtCase' | 'unredacted'
  >,
): Extract<LeavingRequest, { output: 'bundle' }> {
  const { recipient, itemIds, includeChronology, title, courtCase, unredacted } = options;
  return {
    ...{ output: 'bundle', caseId, recipient, itemIds, includeChronology, unredacted },
    words: [title, courtCase].filter((text) => text !== ''),
  };
}
