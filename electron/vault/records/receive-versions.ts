import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import type { CaseCopy, Tombstone } from '../../../shared/domain/merge/copy';
import { noDecisions, receive } from '../../../shared/domain/merge/receive';
import type { Decisions, MergeReport } from '../../../shared/domain/merge/receive';
import type { KnownKinds } from '../../../shared/domain/merge/package';
import type { Version } from '../../../shared/domain/records/version';
import { kindOf, recordKinds } from '../../../shared/records/all';
import { allRows } from '../rows/rows';
import { insertVersion, versionsByIds, versionsOf } from './version-rows';

/** Versions that came from another office, and what a person decided about them. */
export interface Received {
  readonly caseId: string;
  readonly office: string;
  readonly versions: readonly Version[];
  readonly decisions?: Decisions;
}

/** The case before what hangs on it, then people and places before the entries that name them. */
const order = ['case', 'register'];

/**
 * Merges versions into what is here and works the records they are of out anew. Must run inside an act. Throws as `receive` of
 * shared/domain/merge, and then nothing of them is taken.
 */
export function receiveVersions(
  db: Database,
  { caseId, office, versions, decisions = noDecisions }: Received,
  at: string,
  settle: (recordId: string) => void,
): MergeReport {
  const { copy: before, arrived } = copyBeside(db, caseId, versions);
  const { copy, report } = receive(
    before,
    { caseId, office, sentAt: 0, versions: arrived },
    decisions,
    knownKinds(),
  );
  for (const id of report.filled)
    db.prepare('DELETE FROM record_versions WHERE id = ? AND body IS NULL').run(id);
  const taken = [...report.added, ...report.filled].flatMap((id) => copy.versions.get(id) ?? []);
  for (const version of taken) insertVersion(db, version);
  keepDecisions(db, before, copy, at);
  const kindsOf = new Map(taken.map(({ recordId, kind }) => [recordId, kind]));
  const rank = (kind: string): number => {
    const at = order.indexOf(kind);
    return at < 0 ? order.length : at;
  };
  for (const [recordId] of [...kindsOf].sort(([, a], [, b]) => rank(a) - rank(b))) settle(recordId);
  return report;
}

/** The kinds that this Holdfast knows, with the number of the newest schema of each. */
export function knownKinds(): KnownKinds {
  return new Map(recordKinds.map((kind) => [kind, kindOf(kind)?.schema ?? 0]));
}

/** As much of our copy as versions of another office touch, and these as they are read here. */
export function copyBeside(
  db: Database,
  caseId: string,
  versions: readonly Version[],
): { readonly copy: CaseCopy; readonly arrived: readonly Version[] } {
  const arrived = versions.map(asRead);
  return { copy: copyOf(db, caseId, arrived), arrived };
}

/**
 * A version with its body as its kind reads it by now: a field that the kind got since, and that a package's reader has filled
 * in, makes no other version of what was written without it.
 */
function asRead(version: Version): Version {
  const { kind: name, schema, body } = version;
  const kind = kindOf(name);
  if (body === null || kind === undefined || schema > kind.schema || !kind.isBody(body)) return version;
  return { ...version, body: kind.read(body) };
}

const tombstoneRow = z.object({ id: z.string(), what: z.enum(['record', 'version']), at: z.string() });

/** As much of our copy as a package touches: its records, and whatever else has an id of its versions. */
function copyOf(db: Database, caseId: string, arrived: readonly Version[]): CaseCopy {
  const records = [...new Set(arrived.map(({ recordId }) => recordId))];
  const ids = arrived.map(({ id }) => id);
  const here = [...records.flatMap((id) => versionsOf(db, id)), ...versionsByIds(db, ids)];
  const erased = { record: new Map<string, Tombstone>(), version: new Map<string, Tombstone>() };
  const tombstones = allRows(
    db,
    tombstoneRow,
    'SELECT t.* FROM json_each(?) j JOIN record_tombstones t ON t.id = j.value',
    JSON.stringify([...records, ...ids]),
  );
  for (const { id, what, at } of tombstones) erased[what].set(id, { at });
  const declined = db
    .prepare('SELECT d.version_id FROM json_each(?) j JOIN record_declined d ON d.version_id = j.value')
    .pluck()
    .all(JSON.stringify(ids)) as string[];
  return {
    caseId,
    versions: new Map(here.map(asRead).map((version) => [version.id, version])),
    erasedRecords: erased.record,
    erasedVersions: erased.version,
    declined: new Set(declined),
  };
}

function keepDecisions(db: Database, before: CaseCopy, after: CaseCopy, at: string): void {
  const bury = db.prepare('DELETE FROM record_tombstones WHERE id = ?');
  for (const id of before.erasedRecords.keys()) if (!after.erasedRecords.has(id)) bury.run(id);
  for (const id of before.erasedVersions.keys()) if (!after.erasedVersions.has(id)) bury.run(id);
  const decline = db.prepare(
    'INSERT OR IGNORE INTO record_declined (version_id, case_id, at) VALUES (?, ?, ?)',
  );
  for (const id of after.declined) if (!before.declined.has(id)) decline.run(id, after.caseId, at);
  const take = db.prepare('DELETE FROM record_declined WHERE version_id = ?');
  for (const id of before.declined) if (!after.declined.has(id)) take.run(id);
}
