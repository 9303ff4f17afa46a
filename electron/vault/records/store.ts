import type { Database } from 'better-sqlite3';
import { HoldfastError } from '../../../shared/errors';
import { changedVersion, firstVersion } from '../../../shared/domain/records/change';
import type { Stamp as VersionStamp } from '../../../shared/domain/records/change';
import { standingOf } from '../../../shared/domain/records/heads';
import type { Standing } from '../../../shared/domain/records/heads';
import { broughtBack, removal } from '../../../shared/domain/records/history';
import { joinVersion } from '../../../shared/domain/records/join';
import type { Body, Version } from '../../../shared/domain/records/version';
import type { MergeReport } from '../../../shared/domain/merge/receive';
import { kindOf } from '../../../shared/records/all';
import type { AnyKind } from '../../../shared/records/define';
import type { Stamp } from './stamp';
import { eraseRecord, eraseVersion } from './erase-records';
import { settleRecord } from './heads';
import type { Projection } from './heads';
import { idFor, isUnderItsId } from './record-id';
import { receiveVersions } from './receive-versions';
import type { Received } from './receive-versions';
import { insertVersion, versionsOf } from './version-rows';

/** Records: what people write, kept version by version. All that writes must run inside an act. */
export interface RecordStore {
  /**
   * The first version of a new record. The record of kind `case` belongs to the case of its own id; one of the office itself has no
   * case (null), and every other kind has one: else it throws `invalid-input`.
   */
  create(kind: string, record: { id: string; caseId: string | null; body: unknown }): Version;
  /**
   * The same for a kind of which there is one record about something, whether or not it is there already, or was removed. Throws as
   * `change` where it is.
   */
  say(kind: string, record: { caseId: string; body: unknown }): Version;
  /** A version made from the shown one. Throws `not-found` for one that is not there or is removed, `record-newer`, `record-erased`. */
  change(recordId: string, body: unknown): Version;
  /** A version that removes it and keeps what it removed. Throws as `change`. */
  remove(recordId: string): Version;
  /** A version with this content that is shown again, whether or not the record was removed. Throws as `change`. */
  bringBack(recordId: string, body: unknown): Version;
  /**
   * Joins every head: it stays and says this, or it is removed (null). Throws `conflict` when the heads are others than those
   * that were looked at.
   */
  join(recordId: string, heads: readonly string[], keep: unknown): Version;
  /** Takes versions of another office in, by the rules of shared/domain/merge/receive.ts, which see for what it throws. */
  receive(received: Received): MergeReport;
  /** Leaves of a record its id alone. Throws `not-found`. */
  erase(recordId: string): void;
  /** Has narrow tables forget records that were erased, each by what was last shown of it. */
  forget(last: readonly Version[]): void;
  /** Leaves of one version its stub, so that what was made from it still descends from it. Throws `not-found`. */
  eraseVersion(recordId: string, versionId: string): void;
  /** Works the narrow tables of every record of a case anew whose shown version names one of these, which were erased, or came in. */
  anew(caseId: string, named: readonly string[]): void;
  versions(recordId: string): readonly Version[];
  /** How it stands. Throws `not-found`. */
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
  // A newer Holdfast's kinds are carried and shown, never written.
  if (found === undefined) throw new HoldfastError('record-newer');
  return found;
}

/** Fields of what is shown that this Holdfast does not know: a form keeps them. */
function unknownFields(shown: Version | null, { fields }: AnyKind): Body {
  const entries = Object.entries(shown?.body ?? {}).filter(([name]) => !fields.includes(name));
  return Object.fromEntries(entries);
}

export function createRecordStore({ db, newId, now, stamp, projections }: StoreDeps): RecordStore {
  function settle(recordId: string): void {
    settleRecord(db, versionsOf(db, recordId), projections);
  }

  /** Adds a version to those there are. Throws `invalid-input` for one that is about what another record is about. */
  function add(version: Version, before: readonly Version[]): Version {
    if (!isUnderItsId(version)) throw new HoldfastError('invalid-input');
    insertVersion(db, version);
    settleRecord(db, [...before, version], projections);
    return version;
  }

  const stamped = (): VersionStamp => ({ id: newId(), ...stamp(), at: now().toISOString() });

  function found(recordId: string) {
    const versions = versionsOf(db, recordId);
    const [first] = versions;
    if (first === undefined) throw new HoldfastError('not-found');
    return { versions, name: first.kind, stands: standingOf(versions, kindOf(first.kind)?.merge ?? 'ask') };
  }

  /** A record that is to be written to. */
  function writable(recordId: string) {
    const { versions, name, stands } = found(recordId);
    return { versions, stands, kind: known(name) };
  }

  const create: RecordStore['create'] = (name, { id, caseId, body }) => {
    const kind = known(name);
    if ((caseId === null) !== (kind.ofOffice === true)) throw new HoldfastError('invalid-input');
    return add(firstVersion({ recordId: id, caseId, kind: name }, kind.read(body), kind, stamped()), []);
  };

  /** What is shown, removed or not, in other words. */
  function reworded({ versions, stands, kind }: ReturnType<typeof writable>, body: unknown): Version {
    const kept = { ...unknownFields(stands.shown, kind), ...kind.read(body) };
    return add(changedVersion(stands, kept, kind, stamped()), versions);
  }

  /** Has narrow tables forget a record of which nothing can be shown any more. */
  function forget(last: Version | null): void {
    if (last !== null) projections.find(({ kind }) => kind === last.kind)?.gone?.(db, last);
  }

  return {
    create,
    say: (name, { caseId, body }) => {
      const kind = known(name);
      const id = idFor(kind, kind.read(body), caseId);
      if (id === null) throw new HoldfastError('internal');
      return versionsOf(db, id).length === 0
        ? create(name, { id, caseId, body })
        : reworded(writable(id), body);
    },
    change: (recordId, body) => {
      const record = writable(recordId);
      const { shown, removed } = record.stands;
      if (removed && shown !== null) throw new HoldfastError('not-found');
      return reworded(record, body);
    },
    remove: (recordId) => {
      const { versions, stands, kind } = writable(recordId);
      return add(removal(stands, kind, stamped()), versions);
    },
    bringBack: (recordId, body) => {
      const { versions, stands, kind } = writable(recordId);
      const content: Body = kind.read(body);
      const old = stands.shown;
      if (old === null) throw new HoldfastError('record-erased');
      const wanted = { ...old, body: content, refs: kind.refs(content), schema: kind.schema, removed: false };
      return add(broughtBack(stands, wanted, kind, stamped()), versions);
    },
    join: (recordId, heads, keep) => {
      const { versions, stands, kind } = writable(recordId);
      const ids = stands.heads.map(({ id }) => id);
      if (ids.length !== heads.length || ids.some((id) => !heads.includes(id)))
        throw new HoldfastError('conflict');
      return add(
        joinVersion(stands, { keep: keep === null ? null : kind.read(keep) }, kind, stamped()),
        versions,
      );
    },
    receive: (received) => receiveVersions(db, received, now().toISOString(), settle),
    erase: (recordId) => {
      const { shown } = found(recordId).stands;
      eraseRecord(db, recordId, now().toISOString());
      forget(shown);
    },
    forget: (last) => {
      for (const version of last) forget(version);
    },
    eraseVersion: (recordId, versionId) => {
      const { shown } = found(recordId).stands;
      eraseVersion(db, recordId, versionId, now().toISOString());
      settle(recordId);
      if (found(recordId).stands.shown === null) forget(shown);
    },
    anew: (caseId, named) => {
      if (named.length === 0) return;
      const ids = db
        .prepare(
          `SELECT r.id FROM records r JOIN record_versions v ON v.id = r.shown
           WHERE r.case_id = ? AND EXISTS (SELECT 1 FROM json_each(v.refs) j
             WHERE j.value IN (SELECT value FROM json_each(?)))`,
        )
        .pluck()
        .all(caseId, JSON.stringify(named)) as string[];
      for (const id of ids) settle(id);
    },
    versions: (recordId) => versionsOf(db, recordId),
    standing: (recordId) => found(recordId).stands,
  };
}
