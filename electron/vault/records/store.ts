import type { Database } from 'better-sqlite3';
import { standingOf } from '../../../shared/domain/records/heads';
import type { Standing } from '../../../shared/domain/records/heads';
import { canonical, isStub } from '../../../shared/domain/records/version';
import type { Body, Version } from '../../../shared/domain/records/version';
import { kindOf } from '../../../shared/records/all';
import type { AnyKind } from '../../../shared/records/define';
import { HoldfastError } from '../../../shared/errors';
import type { Stamp } from '../stamp';
import { writeHeads } from './heads';
import type { Projection } from './heads';
import { insertVersion, versionsOf } from './version-rows';

/** Records: what people write, kept version by version. All that writes must run inside an act. */
export interface RecordStore {
  /** The first version of a new record. The record of kind `case` belongs to the case of its own id. */
  create(kind: string, record: { id: string; caseId: string | null; body: unknown }): Version;
  /** A version made from the shown one. Throws `not-found` for a record that is not there or is removed. */
  change(recordId: string, body: unknown): Version;
  /** A version that removes it and keeps what it removed. Throws `not-found`. */
  remove(recordId: string): Version;
  /** A version with this content that is shown again, whether or not the record was removed. Throws `not-found`. */
  bringBack(recordId: string, body: unknown): Version;
  /** Joins every head: what a person decided. Throws `conflict` when the heads are others than those that were looked at. */
  join(recordId: string, heads: readonly string[], body: unknown): Version;
  /**
   * Takes versions of another office in, as they came: a set. A stub is filled by its version and never the other way round.
   * Gives how many were new. Throws `package-damaged` for a version that is here with other content, or whose parents are
   * nowhere.
   */
  receive(versions: readonly Version[]): number;
  versions(recordId: string): readonly Version[];
  standing(recordId: string): Standing;
}

export interface StoreDeps {
  readonly db: Database;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly stamp: () => Stamp;
  readonly projections: readonly Projection[];
}

function known(kind: string): AnyKind {
  const found = kindOf(kind);
  if (found === undefined) throw new HoldfastError('internal');
  return found;
}

export function createRecordStore({ db, newId, now, stamp, projections }: StoreDeps): RecordStore {
  const projectionOf = new Map(projections.map((each) => [each.kind, each]));

  function settle(recordId: string): void {
    const shown = writeHeads(db, versionsOf(db, recordId));
    if (shown !== null) projectionOf.get(shown.kind)?.write(db, shown);
  }

  function add(
    kind: AnyKind,
    record: { readonly id: string; readonly caseId: string | null },
    parents: readonly string[],
    content: { readonly body: unknown; readonly removed?: boolean },
  ): Version {
    const body = kind.read(content.body);
    const version: Version = {
      id: newId(),
      recordId: record.id,
      caseId: record.caseId,
      kind: kind.kind,
      schema: kind.schema,
      refs: kind.refs(body),
      parents,
      body,
      removed: content.removed ?? false,
      ...stamp(),
      at: now().toISOString(),
    };
    insertVersion(db, version);
    settle(record.id);
    return version;
  }

  function standing(recordId: string): Standing {
    const versions = versionsOf(db, recordId);
    const [first] = versions;
    if (first === undefined) throw new HoldfastError('not-found');
    return standingOf(versions, kindOf(first.kind)?.merge ?? 'ask');
  }

  function follow(
    recordId: string,
    content: (shown: Version) => { body: unknown; removed?: boolean },
  ): Version {
    const { shown } = standing(recordId);
    if (shown === null) throw new HoldfastError('not-found');
    // A newer Holdfast's fields would be lost by being written back.
    const kind = known(shown.kind);
    if (shown.schema > kind.schema) throw new HoldfastError('record-newer');
    return add(kind, { id: recordId, caseId: shown.caseId }, [shown.id], content(shown));
  }

  function live(shown: Version): Version {
    if (shown.removed) throw new HoldfastError('not-found');
    return shown;
  }

  return {
    create: (name, { id, caseId, body }) => add(known(name), { id, caseId }, [], { body }),
    change: (recordId, body) =>
      follow(recordId, (shown) => {
        live(shown);
        return { body };
      }),
    remove: (recordId) => follow(recordId, (shown) => ({ body: live(shown).body, removed: true })),
    bringBack: (recordId, body) => follow(recordId, () => ({ body })),
    join: (recordId, heads, body) => {
      const { heads: now, shown } = standing(recordId);
      const ids = now.map(({ id }) => id);
      if (shown === null || ids.length !== heads.length || ids.some((id) => !heads.includes(id)))
        throw new HoldfastError('conflict');
      return add(known(shown.kind), { id: recordId, caseId: shown.caseId }, ids, { body });
    },
    receive: (versions) => receiveVersions(db, versions, settle),
    versions: (recordId) => versionsOf(db, recordId),
    standing,
  };
}

function receiveVersions(
  db: Database,
  versions: readonly Version[],
  settle: (recordId: string) => void,
): number {
  const there = db.prepare('SELECT 1 FROM record_versions WHERE id = ?').pluck();
  const arriving = new Set(versions.map(({ id }) => id));
  const touched = new Set<string>();
  let added = 0;
  const damaged = (): never => {
    throw new HoldfastError('package-damaged');
  };
  for (const version of versions) {
    if (version.parents.some((id) => !arriving.has(id) && there.get(id) === undefined)) damaged();
    const mine =
      there.get(version.id) === undefined
        ? undefined
        : versionsOf(db, version.recordId).find(({ id }) => id === version.id);
    if (there.get(version.id) !== undefined && mine === undefined) damaged();
    if (mine !== undefined && !isStub(mine)) {
      if (!isStub(version) && canonical({ ...mine }) !== canonical({ ...version })) damaged();
      continue;
    }
    if (mine !== undefined) {
      if (isStub(version)) continue;
      if (canonical([...mine.parents]) !== canonical([...version.parents])) damaged();
      db.prepare('DELETE FROM record_versions WHERE id = ? AND body IS NULL').run(version.id);
    }
    insertVersion(db, version);
    touched.add(version.recordId);
    added += 1;
  }
  // The case before what hangs on it; then people and places before the entries that name them.
  const order = ['case', 'register'];
  const kinds = new Map(versions.map(({ recordId, kind }) => [recordId, kind]));
  const rank = (id: string): number => {
    const at = order.indexOf(kinds.get(id) ?? '');
    return at < 0 ? order.length : at;
  };
  for (const id of [...touched].sort((a, b) => rank(a) - rank(b))) settle(id);
  return added;
}

/** A body as its kind reads it. Throws where it is none. */
export function readBody<T>(schema: { parse: (value: unknown) => T }, body: Body | null): T {
  return schema.parse(body);
}
