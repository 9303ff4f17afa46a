import type { BundleOptions } from '../../models/bundle';
import type { SavedViewBody } from '../../models/saved-view';
import type { LeavingRequest } from '../../models/leaving-gate';

/** What the gate is asked about a bundle, before it is built and after. */
export function bundleLeaving(
  caseId: string,
  options: Pick<
    BundleOptions,
    | 'recipient'
    | 'itemIds'
    | 'unredacted'
    | 'rowsOf'
    | 'coverSheets'
    | 'proceedingsId'
    | 'includeChronology'
    | 'view'
    | 'title'
    | 'courtCase'
    | 'profile'
    | 'profileVersion'
    | 'askedBy'
    | 'inserted'
  >,
  copies: Readonly<Record<string, string>> = {},
): Extract<LeavingRequest, { output: 'bundle' }> {
  const { recipient, itemIds, includeChronology, title, courtCase, proceedingsId } = options;
  const { profile, profileVersion } = options;
  const coverSheets = options.coverSheets.filter((id) => itemIds.includes(id));
  const unredacted = options.unredacted.filter((id) => itemIds.includes(id));
  return {
    ...{ output: 'bundle', caseId, recipient, itemIds, unredacted, includeChronology },
    copies: { ...copies },
    rowsOf: Object.fromEntries(Object.entries(options.rowsOf).filter(([id]) => itemIds.includes(id))),
    ...{ coverSheets, proceedingsId, view: asBody(options.view), profile, profileVersion },
    words: [title, courtCase, options.askedBy, options.inserted?.directedBy ?? ''].filter(
      (text) => text !== '',
    ),
  };
}

/** A view without its name. */
function asBody(view: BundleOptions['view']): SavedViewBody | null {
  if (view == null) return null;
  const { audience, filter, order, fields, covering } = view;
  return { audience, filter, order, fields, covering };
}
