import * as z from 'zod';
import { faultsOf, ownProfileId, ownRecordId } from '../../../shared/domain/bundle/own-profile';
import { ukDay } from '../../../shared/domain/dates/standing';
import { HoldfastError } from '../../../shared/errors';
import type { BundleProfile, OwnProfileBody } from '../../../shared/models/bundle-profile';
import { bundleProfileKind } from '../../../shared/records/bundle-profile';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';

type Reading = Pick<VaultContext, 'db' | 'records'>;

const row = z.object({ id: z.string(), updated_at: z.string() });

function asProfile(
  { records }: Reading,
  { id, updated_at: at }: z.infer<typeof row>,
): readonly BundleProfile[] {
  const { shown } = records.standing(id);
  const read = bundleProfileKind.body.safeParse(shown?.body ?? null);
  // One that a newer Holdfast has written otherwise cannot be built by here.
  if (shown === null || !read.success) return [];
  const { of, ofName, ...body } = read.data;
  const own = { of, ofName, version: shown.id, changedOn: ukDay(new Date(at)), changedBy: shown.author };
  return [{ ...body, id: ownProfileId(id), own }];
}

/** The office's own copies of profiles, in the order in which they were made. */
export function ownProfiles(context: Reading): readonly BundleProfile[] {
  return allRows(
    context.db,
    row,
    `SELECT id, updated_at FROM records WHERE kind = ? AND removed = 0 AND shown IS NOT NULL ORDER BY created_at, id`,
    bundleProfileKind.kind,
  ).flatMap((found) => asProfile(context, found));
}

function requireRecord(
  context: Reading,
  profileId: string,
): { readonly id: string; readonly version: string } {
  const found = ownProfiles(context).find(({ id }) => id === profileId);
  const id = ownRecordId(profileId);
  if (found?.own == null || id === null) throw new HoldfastError('not-found');
  return { id, version: found.own.version };
}

/**
 * Keeps an own copy: a new one where `changes` is null, else a version of the one that was on the screen. Gives its id as a profile.
 * Throws `invalid-input`, `not-found`, and `conflict` where another version is shown by now.
 */
export function keepOwnProfile(
  context: VaultContext,
  changes: { readonly id: string; readonly version: string } | null,
  body: OwnProfileBody,
): string {
  if (faultsOf(body).length > 0) throw new HoldfastError('invalid-input');
  if (changes === null) {
    const id = context.newId();
    context.act({ action: 'bundle.profile-create', subject: id, caseId: null }, () => {
      context.records.create(bundleProfileKind.kind, { id, caseId: null, body });
    });
    context.changed('bundles', null);
    return ownProfileId(id);
  }
  const { id, version } = requireRecord(context, changes.id);
  if (version !== changes.version) throw new HoldfastError('conflict');
  context.act({ action: 'bundle.profile-update', subject: id, caseId: null }, () => {
    context.records.change(id, body);
  });
  context.changed('bundles', null);
  return changes.id;
}

/** Takes an own copy out of those that are offered; what was built by it stays. Throws `not-found`. */
export function removeOwnProfile(context: VaultContext, profileId: string): void {
  const { id } = requireRecord(context, profileId);
  context.act({ action: 'bundle.profile-remove', subject: id, caseId: null }, () => {
    context.records.remove(id);
  });
  context.changed('bundles', null);
}
