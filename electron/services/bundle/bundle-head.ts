import type { BundleOptions } from '../../../shared/models/bundle';
import type { BundleProfile } from '../../../shared/models/bundle-profile';

/** What is said about the whole bundle. */
export interface BundleHead {
  readonly options: BundleOptions;
  readonly reference: string;
  readonly officeName: string;
  /** `24 Nov 2026`: the day of the newest thing in it. */
  readonly asAt: string;
  readonly profile: BundleProfile;
  /** Of the last act that changed what is in it, and how many acts there were. */
  readonly auditHead: string;
  readonly acts: number;
}
