import { groupBy } from '../records/group';
import { compareIds, isStub, stubOf } from '../records/version';
import type { Version } from '../records/version';
import { checkedVersions } from './check-package';
import type { CaseCopy, Tombstone } from './copy';
import { readabilityOf } from './package';
import type { CasePackage, KnownKinds } from './package';

/** What a person decided about a package. Whatever nobody decided about is taken, but for what was erased or declined here. */
export interface Decisions {
  /** Ids of records of which nothing new is taken now. */
  readonly decline: ReadonlySet<string>;
  /** Ids of records and of single versions that were erased or declined here and are taken after all. */
  readonly accept: ReadonlySet<string>;
}

export const noDecisions: Decisions = { decline: new Set(), accept: new Set() };

/** Something that is in the package and was erased here: "erased here on ...". */
export interface ErasedHere {
  /** A record, or one version's body. */
  readonly what: 'record' | 'version';
  readonly id: string;
  readonly recordId: string;
  /** ISO instant at which it was erased. */
  readonly at: string;
}

/** New versions of a record that a person declined, now or before. */
export interface Declined {
  readonly recordId: string;
  readonly versions: readonly string[];
  /** It was declined before, and is offered again. */
  readonly before: boolean;
}

/** What a package brings, or would bring: the preview is the report of a merge whose result is not kept. All lists by id. */
export interface MergeReport {
  readonly added: readonly string[];
  /** Versions of which only the stub was here. */
  readonly filled: readonly string[];
  readonly erasedHere: readonly ErasedHere[];
  readonly declined: readonly Declined[];
  /** Of what was taken: versions of a kind or schema that this office cannot show, and carries. */
  readonly unknown: number;
  readonly newer: number;
}

export interface Merge {
  readonly copy: CaseCopy;
  readonly report: MergeReport;
}

/**
 * A package merged into an office's copy: the union of both sets of versions. A stub is filled by the full version, never the
 * reverse. What was erased here is held back and listed; so is what was declined, until a person takes it after all. All of
 * a record's new versions are declined or none, so that the copy stays closed under parents. Throws as `checkedVersions`,
 * and then nothing of the package is taken.
 */
export function receive(
  copy: CaseCopy,
  casePackage: CasePackage,
  decisions: Decisions,
  kinds: KnownKinds,
): Merge {
  const arrived = [...checkedVersions(copy, casePackage).values()].sort((a, b) => compareIds(a.id, b.id));
  const state = opened(copy);
  for (const [recordId, versions] of groupBy(arrived, (version) => version.recordId)) {
    takeRecord(state, recordId, versions, decisions);
  }
  const readings = [...state.added, ...state.filled].flatMap((id) => {
    const version = state.versions.get(id);
    return version === undefined || isStub(version) ? [] : [readabilityOf(kinds, version)];
  });
  const { added, filled, erasedHere, declinedNow, ...merged } = state;
  return {
    copy: { ...merged, caseId: copy.caseId },
    report: {
      added: added.sort(compareIds),
      filled: filled.sort(compareIds),
      erasedHere: erasedHere.sort((a, b) => compareIds(a.id, b.id)),
      declined: declinedNow.sort((a, b) => compareIds(a.recordId, b.recordId)),
      unknown: readings.filter((each) => each === 'unknown').length,
      newer: readings.filter((each) => each === 'newer').length,
    },
  };
}

interface Opened {
  readonly versions: Map<string, Version>;
  readonly erasedRecords: Map<string, Tombstone>;
  readonly erasedVersions: Map<string, Tombstone>;
  readonly declined: Set<string>;
  readonly added: string[];
  readonly filled: string[];
  readonly erasedHere: ErasedHere[];
  readonly declinedNow: Declined[];
}

/** A copy of the copy that may be written to: the one we were given stays as it is. */
function opened({ versions, erasedRecords, erasedVersions, declined }: CaseCopy): Opened {
  return {
    ...{ versions: new Map(versions), erasedRecords: new Map(erasedRecords) },
    ...{ erasedVersions: new Map(erasedVersions), declined: new Set(declined) },
    ...{ added: [], filled: [], erasedHere: [], declinedNow: [] },
  };
}

function takeRecord(
  state: Opened,
  recordId: string,
  arrived: readonly Version[],
  { accept, decline }: Decisions,
): void {
  const erased = state.erasedRecords.get(recordId);
  if (erased !== undefined && !accept.has(recordId)) {
    state.erasedHere.push({ what: 'record', id: recordId, recordId, at: erased.at });
    return;
  }
  const byId = new Map(arrived.map((version) => [version.id, version]));
  const free = arrived.flatMap((version) => {
    if (!isFresh(state, version)) return [];
    const at = erasedAt(state, byId, version);
    if (at === undefined || accept.has(version.id)) return [version];
    if (!isStub(version)) state.erasedHere.push({ what: 'version', id: version.id, recordId, at });
    // Its stub comes, so that what was made from it has something to descend from.
    return state.versions.has(version.id) ? [] : [stubOf(version)];
  });
  const before = free.some(({ id }) => state.declined.has(id));
  if (free.length > 0 && (decline.has(recordId) || (before && !accept.has(recordId)))) {
    for (const { id } of free) state.declined.add(id);
    state.declinedNow.push({ recordId, versions: free.map(({ id }) => id), before });
    return;
  }
  if (free.length > 0) state.erasedRecords.delete(recordId);
  for (const version of free) takeVersion(state, version);
}

/** Whether a version says something that is not here. */
function isFresh({ versions }: Opened, version: Version): boolean {
  const here = versions.get(version.id);
  return here === undefined || (isStub(here) && !isStub(version));
}

/** When a version's body was erased here, or that of what it covers, of which it says the most part. */
function erasedAt(
  { erasedVersions }: Opened,
  byId: ReadonlyMap<string, Version>,
  version: Version,
): string | undefined {
  for (let each: Version | undefined = version; each !== undefined; each = byId.get(each.covers ?? '')) {
    const tombstone = erasedVersions.get(each.id);
    if (tombstone !== undefined) return tombstone.at;
  }
  return undefined;
}

function takeVersion(state: Opened, version: Version): void {
  const list = state.versions.has(version.id) ? state.filled : state.added;
  list.push(version.id);
  state.versions.set(version.id, version);
  state.erasedVersions.delete(version.id);
  state.declined.delete(version.id);
}
