import { HoldfastError } from '../../errors';
import { groupBy } from '../records/group';
import { isStub, stubOf } from '../records/version';
import type { Version } from '../records/version';

/** What was erased here: when, and nothing of what it said. */
export interface Tombstone {
  /** ISO instant. */
  readonly at: string;
}

/** An office's copy of a case. Its versions are always closed under parents: whatever one was made from is here, if only as a stub. */
export interface CaseCopy {
  readonly caseId: string;
  readonly versions: ReadonlyMap<string, Version>;
  /** Ids of records of which nothing is here any more. */
  readonly erasedRecords: ReadonlyMap<string, Tombstone>;
  /** Ids of versions of which only the stub is here, because their body was erased. */
  readonly erasedVersions: ReadonlyMap<string, Tombstone>;
  /** Ids of versions that a person here has declined: remembered, and offered again. */
  readonly declined: ReadonlySet<string>;
}

export function emptyCopy(caseId: string): CaseCopy {
  return {
    caseId,
    versions: new Map(),
    erasedRecords: new Map(),
    erasedVersions: new Map(),
    declined: new Set(),
  };
}

/** All versions of each record of the copy. */
export function recordsOf({ versions }: CaseCopy): ReadonlyMap<string, readonly Version[]> {
  return groupBy(versions.values(), ({ recordId }) => recordId);
}

/** Versions of a record that are here, stubs included. */
export function versionsOf({ versions }: CaseCopy, recordId: string): readonly Version[] {
  return [...versions.values()].filter((version) => version.recordId === recordId);
}

/**
 * A version that was written here, added. Throws `conflict` when its id is taken, and `package-incomplete` when something it was
 * made from is not here.
 */
export function written(copy: CaseCopy, version: Version): CaseCopy {
  if (copy.versions.has(version.id)) throw new HoldfastError('conflict', { detail: { version: version.id } });
  if (version.parents.some((id) => !copy.versions.has(id)))
    throw new HoldfastError('package-incomplete', { detail: { version: version.id } });
  return { ...copy, versions: new Map([...copy.versions, [version.id, version]]) };
}

/** The copy after a record was erased: of it stays its id alone. Throws `not-found` where nothing of it is here. */
export function recordErased(copy: CaseCopy, recordId: string, at: string): CaseCopy {
  const gone = versionsOf(copy, recordId);
  if (gone.length === 0) throw new HoldfastError('not-found');
  const ids = new Set(gone.map(({ id }) => id));
  return {
    ...copy,
    versions: new Map([...copy.versions].filter(([id]) => !ids.has(id))),
    erasedRecords: new Map([...copy.erasedRecords, [recordId, { at }]]),
    erasedVersions: new Map([...copy.erasedVersions].filter(([id]) => !ids.has(id))),
  };
}

/**
 * The copy after the body of one version was erased, another client's words pasted in, say: its stub stays, so that what
 * was made from it still descends from it. Throws `not-found` where its body is not here.
 */
export function versionErased(copy: CaseCopy, id: string, at: string): CaseCopy {
  const version = copy.versions.get(id);
  if (version === undefined || isStub(version)) throw new HoldfastError('not-found');
  return {
    ...copy,
    versions: new Map([...copy.versions, [id, stubOf(version)]]),
    erasedVersions: new Map([...copy.erasedVersions, [id, { at }]]),
  };
}

/** The copy after the whole case was erased. */
export function caseErased(copy: CaseCopy, at: string): CaseCopy {
  const records = new Set([...copy.versions.values()].map(({ recordId }) => recordId));
  return {
    ...emptyCopy(copy.caseId),
    erasedRecords: new Map([...copy.erasedRecords, ...[...records].map((id) => [id, { at }] as const)]),
    declined: copy.declined,
  };
}
