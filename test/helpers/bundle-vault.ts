import type { Bundle, BundleOptions } from '../../shared/models/bundle';
import { bundleOf, buildOf, fillForBundle, typeset } from './built-bundle';
import type { Filled } from './built-bundle';

export { bundleOf };

/** A vault in which bundles are built without a browser: what was to be typeset is kept, to be looked at. */
export interface BundleVault extends Filled {
  /** What was to be printed, document by document, by the last build. */
  readonly printed: string[];
}

/** A case with so many pictures that can be shown as they are. */
export async function makeBundleVault(count: number): Promise<BundleVault> {
  const printed: string[] = [];
  const filled = await fillForBundle(count, {
    typeset: (html) => {
      printed.push(html);
      return typeset(html);
    },
  });
  return { ...filled, printed };
}

/** Builds it; the code of what went wrong is thrown. */
export async function builtBundle(of: BundleVault, change: Partial<BundleOptions> = {}): Promise<Bundle> {
  of.printed.length = 0;
  const { bundle, error } = await buildOf(of, change);
  if (bundle === null) throw new Error(error ?? 'not built');
  return bundle;
}
