import type { FoundItem } from '../../../shared/contract/vault-methods';
import type { CaseSummary } from '../../../shared/models/case';
import type { Bundle } from '../../../shared/models/bundle';

export interface BundleOf {
  readonly items: readonly FoundItem[];
  readonly owner: CaseSummary;
  readonly bundles: readonly Bundle[];
}
