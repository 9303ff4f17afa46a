import type { FoundItem } from '../../../shared/contract/vault-methods';
import type { BundleProfile } from '../../../shared/models/bundle-profile';
import type { CaseSummary } from '../../../shared/models/case';
import type { Bundle } from '../../../shared/models/bundle';
import type { SavedView } from '../../../shared/models/saved-view';
import type { Proceedings } from '../../../shared/models/proceedings';

export interface BundleOf {
  readonly items: readonly FoundItem[];
  readonly owner: CaseSummary;
  readonly bundles: readonly Bundle[];
  readonly profiles: readonly BundleProfile[];
  /** The profile that counts where none that is here was chosen. */
  readonly usual: BundleProfile;
  readonly proceedings: readonly Proceedings[];
  /** Saved views of the chronology. */
  readonly views: readonly SavedView[];
}
