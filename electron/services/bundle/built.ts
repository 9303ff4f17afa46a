import type { BundleCheck, BundleFileBody, BundleOptions, BundlePlan } from '../../../shared/models/bundle';
import type { StoredFile } from '../../vault/api';
import type { FileLayout } from './bundle-file';

/** A further file of a bundle as it was written. */
export interface FurtherFile {
  readonly file: StoredFile;
  readonly body: BundleFileBody;
}

/** A bundle that was built and is not kept yet. */
export interface BuiltBundle {
  readonly file: StoredFile;
  readonly plan: BundlePlan;
  /** The view that its chronology was chosen by, as it was. */
  readonly view: NonNullable<BundleOptions['view']> | null;
  readonly checks: readonly BundleCheck[];
  /** Where its objects stand, for one that goes on behind it. */
  readonly layout: FileLayout;
  readonly further: readonly FurtherFile[];
}
