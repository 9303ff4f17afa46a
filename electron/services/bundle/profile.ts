import client from '../../../resources/profiles/client-copy.json' with { type: 'json' };
import criminal from '../../../resources/profiles/criminal-2024.json' with { type: 'json' };
import family from '../../../resources/profiles/family-pd27a-2026.json' with { type: 'json' };
import general from '../../../resources/profiles/general-2021.json' with { type: 'json' };
import service from '../../../resources/profiles/service-courts.json' with { type: 'json' };
import { HoldfastError } from '../../../shared/errors';
import { bundleProfileSchema } from '../../../shared/models/bundle-profile';
import type { BundleProfile } from '../../../shared/models/bundle-profile';

/** The rules that come with Holdfast, the most used first. */
export const profiles: readonly BundleProfile[] = [general, family, service, criminal, client].map((each) =>
  bundleProfileSchema.parse(each),
);

/** Throws `invalid-input` for rules that nobody has here. */
export function requireProfile(id: string): BundleProfile {
  const found = profiles.find((each) => each.id === id);
  if (found === undefined) throw new HoldfastError('invalid-input');
  return found;
}
