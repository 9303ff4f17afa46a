import { HoldfastError } from '../../errors';
import { groupBy } from '../records/group';
import { headsOf } from '../records/heads';
import { canonical, compareIds, isStub, stubOf } from '../records/version';
import type { Body, Version } from '../records/version';
import type { CaseCopy } from './copy';
import type { Sender } from './case-handover';
import { readabilityOf } from './package';
import type { CasePackage, KnownKinds } from './package';

/** What a version may say in a share; null: all of it. `refs` are those of the covered body, as its kind works them out. */
export interface Cover {
  readonly of: (version: Version) => { readonly body: Body; readonly refs: readonly string[] } | null;
  /** Ids for what is covered, UUIDv7, never one that was given before. */
  readonly newId: () => string;
}

/** Why a chosen record does not go: all of it was removed or erased, or this office cannot read it and so not answer for it. */
export type LeftOut = 'removed' | 'erased' | 'unknown' | 'newer';

export interface Share {
  readonly casePackage: CasePackage;
  readonly leftOut: ReadonlyMap<string, LeftOut>;
}

/**
 * Of each chosen record its head, or heads, and stubs of what they descend from: nothing taken out earlier, covered or not
 * chosen leaves with it. A removal beside an edit goes as a stub too, because it keeps the body that it removed.
 *
 * What is covered goes under an id of its own and names the version that it covers, of which only the stub goes: under
 * the same id its other content would be tampering. It is no descendant but a sibling of the version it covers (same parents), so
 * it takes the place of earlier shares, and of the covered version only where that is not here in full; where both are, the
 * full one is the head and the covered copy the base of whatever was changed on it, so that a cover never hides or undoes
 * anything (../records/heads.ts). Nothing is written down here by sharing, and a copy covered twice has two ids.
 *
 * Throws `not-found` for a record that is not here.
 */
export function share(
  copy: CaseCopy,
  recordIds: ReadonlySet<string>,
  sender: Sender,
  kinds: KnownKinds,
  cover?: Cover,
): Share {
  const records = groupBy(copy.versions.values(), ({ recordId }) => recordId);
  const leftOut = new Map<string, LeftOut>();
  const versions: Version[] = [];
  for (const recordId of [...recordIds].sort(compareIds)) {
    const all = records.get(recordId);
    if (all === undefined) throw new HoldfastError('not-found');
    const heads = headsOf(all);
    const why = reasonToStay(heads, kinds);
    if (why === null) versions.push(...taken(heads, copy, cover));
    else leftOut.set(recordId, why);
  }
  versions.sort((a, b) => compareIds(a.id, b.id));
  return { casePackage: { caseId: copy.caseId, ...sender, versions }, leftOut };
}

function reasonToStay(heads: readonly Version[], kinds: KnownKinds): LeftOut | null {
  const told = heads.filter((head) => !isStub(head));
  if (told.length === 0) return 'erased';
  const readings = told.map((head) => readabilityOf(kinds, head));
  if (readings.includes('unknown')) return 'unknown';
  if (readings.includes('newer')) return 'newer';
  return told.every(({ removed }) => removed) ? 'removed' : null;
}

/** The heads of one record, covered, and below them stubs alone. */
function taken(heads: readonly Version[], copy: CaseCopy, cover: Cover | undefined): readonly Version[] {
  const going = new Map<string, Version>();
  for (const head of heads) {
    const goes = isStub(head) || head.removed ? stubOf(head) : covered(head, cover);
    going.set(goes.id, goes);
  }
  for (const version of going.values()) {
    for (const id of version.covers === undefined ? version.parents : [...version.parents, version.covers]) {
      const earlier = copy.versions.get(id);
      if (earlier === undefined)
        throw new HoldfastError('package-incomplete', { detail: { version: version.id } });
      if (!going.has(id)) going.set(id, stubOf(earlier));
    }
  }
  return [...going.values()];
}

function covered(head: Version, cover: Cover | undefined): Version {
  const said = cover?.of(head) ?? null;
  if (cover === undefined || said === null || canonical(said.body) === canonical(head.body)) return head;
  return { ...head, id: cover.newId(), body: said.body, refs: said.refs, covers: head.id };
}
