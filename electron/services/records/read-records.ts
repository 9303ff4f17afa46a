import * as z from 'zod';
import { historyOf } from '../../../shared/domain/records/history';
import { isStub } from '../../../shared/domain/records/version';
import type { Version } from '../../../shared/domain/records/version';
import { lawOf } from '../../../shared/domain/law/law-of';
import { HoldfastError } from '../../../shared/errors';
import type { Law } from '../../../shared/models/law';
import type { RecordHistory, ShownRecord } from '../../../shared/models/record';
import { kindOf, withoutSecrets } from '../../../shared/records/all';
import type { RecordKind } from '../../../shared/records/define';
import type { VaultContext } from '../../vault/api';
import { requireSetting } from '../../vault/settings';
import { allRows, oneRow } from '../../vault/rows/rows';
import { lawOfCase } from '../law/law-of-case';
import { namesIn } from './names';
import type { Line, NameOf } from '../../../shared/records/words/lines';

const recordRow = z.object({
  id: z.string(),
  undecided: z.int(),
  removed: z.int(),
  created_at: z.string(),
  updated_at: z.string(),
});

/** The law that the acts and orders of a record are named by; of the office itself, that which holds where nobody said. */
export function lawOfRecord(context: VaultContext, version: Version | null): Law {
  return version?.caseId == null ? lawOf(null) : lawOfCase(context, version.caseId);
}

/** What a version is called and says, in the lines of its kind; of a kind or schema that this Holdfast does not know, its fields as they are. */
export function versionLines(
  { kind: name, body, schema }: Version,
  nameOf: NameOf,
  law?: Law,
): readonly Line[] {
  const kind = kindOf(name);
  if (body === null) return [];
  if (kind !== undefined && schema <= kind.schema && kind.isBody(body)) return kind.lines(body, nameOf, law);
  return Object.entries(body).map(([field, value]) => ({
    field,
    label: field,
    text: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}

export function titleOf({ kind: name, body }: Version): string {
  const kind = kindOf(name);
  return body !== null && kind?.isBody(body) === true ? kind.title(body) : name;
}

type Shown = Omit<ShownRecord, 'names'>;

/** A record as it is shown, and what it names. Throws `not-found`, also for one that was removed. */
function shownWithRefs({ db, records }: VaultContext, id: string): Shown & Pick<Version, 'refs'> {
  const row = oneRow(db, recordRow, 'SELECT * FROM records WHERE id = ?', id);
  const { shown } = records.standing(id);
  if (shown?.body == null || row.removed === 1) throw new HoldfastError('not-found');
  return {
    ...{ id, kind: shown.kind, caseId: shown.caseId, title: titleOf(shown), refs: shown.refs },
    ...{ body: { ...withoutSecrets(shown.kind, shown.body) }, version: shown.id, author: shown.author },
    ...{ createdAt: row.created_at, updatedAt: row.updated_at, undecided: row.undecided === 1 },
  };
}

/** A record as it is shown. Throws `not-found`, also for one that was removed. */
export function readRecord(context: VaultContext, id: string): Shown {
  const { refs: _refs, ...record } = shownWithRefs(context, id);
  return record;
}

/** The same for a screen, which also says what it names by its name. */
export function readNamed(context: VaultContext, id: string, nameOf: NameOf = namesIn(context)): ShownRecord {
  const { refs, ...record } = shownWithRefs(context, id);
  return { ...record, names: Object.fromEntries(refs.map((each) => [each, nameOf(each)])) };
}

function idsOf({ db }: VaultContext, caseId: string | null, kind: string): readonly string[] {
  const sql =
    'SELECT id FROM records WHERE case_id IS ? AND kind = ? AND removed = 0 AND shown IS NOT NULL ORDER BY created_at, id';
  return allRows(db, z.object({ id: z.string() }), sql, caseId, kind).map(({ id }) => id);
}

/** All of a kind in a case, or of the office, in the order in which they were made. */
export function listRecords(context: VaultContext, caseId: string | null, kind: string): Shown[] {
  return idsOf(context, caseId, kind).map((id) => readRecord(context, id));
}

/** The same for a screen. */
export function listNamed(context: VaultContext, caseId: string | null, kind: string): ShownRecord[] {
  const nameOf = namesIn(context);
  return idsOf(context, caseId, kind).map((id) => readNamed(context, id, nameOf));
}

/** What all records of a kind say, each with its id, in the order in which they were made. What a newer Holdfast wrote otherwise is left out. */
export function readBodies<T extends object>(
  context: VaultContext,
  caseId: string | null,
  kind: Pick<RecordKind<T>, 'kind' | 'body'>,
): readonly (T & { readonly id: string })[] {
  return listRecords(context, caseId, kind.kind).flatMap(({ id, body }) => {
    const read = kind.body.safeParse(body);
    return read.success ? [{ ...(read.data as T), id }] : [];
  });
}

/** Every version of a record, the newest first. Throws `not-found`. */
export function readHistory(context: VaultContext, id: string): RecordHistory {
  const { records, db } = context;
  const { shown, removed, heads } = records.standing(id);
  const office = requireSetting(db, 'office.id');
  const nameOf = namesIn(context);
  const law = lawOfRecord(context, shown ?? heads[0] ?? null);
  let written = 0;
  const versions = historyOf(records.versions(id)).map((version) => {
    const isHere = !isStub(version);
    const counts = isHere && !version.removed;
    if (counts) written += 1;
    const isShown = version.id === shown?.id;
    return {
      ...{ id: version.id, number: counts ? written : null, at: version.at, author: version.author },
      ...{ isOurs: version.office === office, removed: version.removed, isHere, isShown },
      canComeBack: counts && (!isShown || removed),
      lines: version.removed ? [] : [...versionLines(version, nameOf, law)],
    };
  });
  const named = shown ?? heads[0];
  return {
    kind: named?.kind ?? '',
    title: named === undefined ? '' : titleOf(named),
    removed,
    versions: versions.reverse(),
  };
}

/** Records of a case with two versions undecided, the latest changed first. */
export function listUndecided(
  { db, records }: VaultContext,
  caseId: string,
): { id: string; kind: string; title: string }[] {
  return allRows(
    db,
    z.object({ id: z.string(), kind: z.string() }),
    'SELECT id, kind FROM records WHERE case_id = ? AND undecided = 1 ORDER BY updated_at DESC, id',
    caseId,
  ).map(({ id, kind }) => {
    const { shown } = records.standing(id);
    return { id, kind, title: shown === null ? kind : titleOf(shown) };
  });
}
