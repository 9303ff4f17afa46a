import { ownRecordId } from '../../../shared/domain/bundle/own-profile';
import type { LeavingText } from '../../../shared/domain/leaving/check';
import { bundleProfileKind } from '../../../shared/records/bundle-profile';
import type { LeavingRequest } from '../../../shared/models/leaving-gate';
import type { VaultContext } from '../../vault/api';

type Of = Pick<Extract<LeavingRequest, { output: 'bundle' }>, 'profile' | 'profileVersion'>;

/** What an own copy of a profile prints in a bundle that is built by it; nothing of one that comes with Holdfast. */
export function* ownProfileTexts(
  { records }: VaultContext,
  { profile, profileVersion }: Of,
): Generator<LeavingText> {
  const id = ownRecordId(profile);
  if (id === null) return;
  // What was built prints the version that it was built by.
  const printed =
    records.versions(id).find((each) => each.id === profileVersion) ?? records.standing(id).shown;
  const { data } = bundleProfileKind.body.safeParse(printed?.body ?? null);
  if (data === undefined) return;
  const { name, source, ofName, unconfirmed, sections } = data;
  const titles = sections.map(({ title }) => title);
  for (const text of [name, source, ofName, printed?.author ?? '', ...unconfirmed, ...titles])
    yield { itemId: null, record: null, place: 'profile of the bundle', text };
}
