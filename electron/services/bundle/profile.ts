import client from '../../../resources/profiles/client-copy.json' with { type: 'json' };
import criminal from '../../../resources/profiles/criminal-2024.json' with { type: 'json' };
import family from '../../../resources/profiles/family-pd27a-2026.json' with { type: 'json' };
import general from '../../../resources/profiles/general-2021.json' with { type: 'json' };
import service from '../../../resources/profiles/service-courts.json' with { type: 'json' };
import { HoldfastError } from '../../../shared/errors';
import { bundleProfileSchema } from '../../../shared/models/bundle-profile';
import type { BundleProfile } from '../../../shared/models/bundle-profile';
import type { VaultContext } from '../../vault/api';
import { ownProfiles } from './own-profiles';

/** The rules that come with Holdfast, the most used first. */
export const profiles: readonly BundleProfile[] = [general, family, service, criminal, client].map((each) =>
  bundleProfileSchema.parse(each),
);

/** Those that come with Holdfast, and behind them the office's own copies. */
export function profilesHere(context: Pick<VaultContext, 'db' | 'records'>): readonly BundleProfile[] {
  return [...profiles, ...ownProfiles(context)];
}

/** Throws `invalid-input` for rules that do not come with Holdfast. */
export function requireBuiltIn(id: string): BundleProfile {
  const found = profiles.find((each) => each.id === id);
  if (found === undefined) throw new HoldfastError('invalid-input');
  return found;
}

/** Throws `invalid-input` for rules that nobody has here. */
export function requireProfile(context: Pick<VaultContext, 'db' | 'records'>, id: string): BundleProfile {
  const found = profilesHere(context).find((each) => each.id === id);
  if (found === undefined) throw new HoldfastError('invalid-input');
  return found;
}
