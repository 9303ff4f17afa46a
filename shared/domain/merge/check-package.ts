import { HoldfastError } from '../../errors';
import { isStub, sameVersion, stubOf } from '../records/version';
import type { Version } from '../records/version';
import type { CaseCopy } from './copy';
import type { CasePackage } from './package';

/**
 * The versions of a package by id, once all of it holds together and with what is here. Throws, with the id of the version:
 * - `package-damaged`: another case's version, a stub that says something, a record of two kinds or cases, a parent in another
 *   record, or versions that descend from each other in a circle;
 * - `package-incomplete`: not closed under parents (stubs count);
 * - `version-altered`: an id comes twice, or is here already, with other content. Of a stub only descent can be compared.
 */
export function checkedVersions(
  copy: CaseCopy,
  { caseId, versions }: CasePackage,
): ReadonlyMap<string, Version> {
  if (caseId !== copy.caseId) throw new HoldfastError('package-damaged');
  const byId = new Map<string, Version>();
  for (const version of versions) {
    if (version.caseId !== caseId && version.caseId !== null) throw failure('package-damaged', version);
    if (isStub(version) && !sameVersion(version, stubOf(version))) throw failure('package-damaged', version);
    const other = byId.get(version.id);
    if (other !== undefined) checkSame(other, version);
    if (other === undefined || isStub(other)) byId.set(version.id, version);
  }
  checkDescent(byId);
  checkRecords(copy, byId);
  for (const version of byId.values()) {
    const here = copy.versions.get(version.id);
    if (here !== undefined) checkSame(here, version);
  }
  return byId;
}

function failure(
  code: 'package-damaged' | 'package-incomplete' | 'version-altered',
  version: Version,
): HoldfastError {
  return new HoldfastError(code, { detail: { version: version.id, record: version.recordId } });
}

/** A stub and the full version of one id agree where the stub of the full one is that stub. */
function checkSame(one: Version, other: Version): void {
  const stubs = isStub(one) || isStub(other);
  if (!(stubs ? sameVersion(stubOf(one), stubOf(other)) : sameVersion(one, other)))
    throw failure('version-altered', other);
}

/** What a version was made from, or covers, is in the package, in the same record, and no circle. */
function checkDescent(byId: ReadonlyMap<string, Version>): void {
  for (const version of byId.values()) for (const id of before(version)) checkEarlier(version, byId.get(id));
  checkNoCircle(byId);
}

function checkEarlier(version: Version, earlier: Version | undefined): void {
  if (earlier === undefined) throw failure('package-incomplete', version);
  if (earlier.recordId !== version.recordId) throw failure('package-damaged', version);
  if (earlier.id === version.covers && !sameParents(earlier, version))
    throw failure('package-damaged', version);
}

/** No version descends from itself: each is left once all before it are. */
function checkNoCircle(byId: ReadonlyMap<string, Version>): void {
  const seen = new Map<string, 'open' | 'done'>();
  for (const start of byId.values()) {
    const path = [start];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      seen.set(top.id, 'open');
      const next = before(top).find((id) => seen.get(id) !== 'done');
      const version = next === undefined ? undefined : byId.get(next);
      if (version === undefined) {
        seen.set(top.id, 'done');
        path.pop();
      } else if (seen.get(version.id) === 'open') throw failure('package-damaged', version);
      else path.push(version);
    }
  }
}

function before({ parents, covers }: Version): readonly string[] {
  return covers === undefined ? parents : [...parents, covers];
}

function sameParents(one: Version, other: Version): boolean {
  return (
    one.parents.length === other.parents.length && one.parents.every((id, at) => id === other.parents[at])
  );
}

/** A record is of one kind and one case, in every version. */
function checkRecords(copy: CaseCopy, byId: ReadonlyMap<string, Version>): void {
  const records = new Map<string, Version>();
  for (const version of [...copy.versions.values(), ...byId.values()]) {
    const first = records.get(version.recordId);
    if (first === undefined) records.set(version.recordId, version);
    else if (first.kind !== version.kind || first.caseId !== version.caseId)
      throw failure('package-damaged', version);
  }
}
