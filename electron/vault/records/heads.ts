import type { Database } from 'better-sqlite3';
import { standingOf } from '../../../shared/domain/records/heads';
import type { Standing } from '../../../shared/domain/records/heads';
import type { Version } from '../../../shared/domain/records/version';
import { kindOf } from '../../../shared/records/all';
import { isAboutWhatIsNotHere, writeWords } from './words';

/** What is shown of a record, ready for the narrow tables of its kind. */
export interface ShownRecord {
  readonly id: string;
  readonly caseId: string | null;
  readonly kind: string;
  readonly shown: Version;
  readonly removed: boolean;
  /** How many versions of it were written, removals apart. */
  readonly version: number;
  /** When it was first and last written, ISO instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/**
 * Narrow tables that a kind is read by, worked out from what is shown of its records and made again at will: each must come
 * out the same whatever stood there before. They run inside the act that writes the version.
 */
export interface Projection {
  readonly kind: string;
  readonly write: (db: Database, record: ShownRecord) => void;
  /** Once nothing of a record can be shown any more, because it was erased. Its narrow rows may be gone before. */
  readonly gone?: (db: Database, last: Version) => void;
}

/** Works a record's row and the narrow tables of its kind out from its versions. Must run inside an act. */
export function settleRecord(
  db: Database,
  versions: readonly Version[],
  projections: readonly Projection[],
): void {
  const shown = writeHeads(db, versions);
  if (shown === null || isAboutWhatIsNotHere(db, shown.kind, shown.shown.body)) return;
  projections.find(({ kind }) => kind === shown.kind)?.write(db, shown);
}

/** Works a record's row out from its versions. Must run inside an act. Null where nothing of it can be shown. */
export function writeHeads(db: Database, versions: readonly Version[]): ShownRecord | null {
  const [first] = versions;
  if (first === undefined) return null;
  const standing = standingOf(versions, kindOf(first.kind)?.merge ?? 'ask');
  const { shown } = standing;
  const firstOnes = versions
    .filter(({ parents, at }) => parents.length === 0 && at !== '')
    .map(({ at }) => at);
  // Where the first version is but a stub, the record's id says when it was made.
  const createdAt = firstOnes.sort()[0] ?? madeAt(first.recordId) ?? shown?.at ?? '';
  const updatedAt = versions.reduce((latest, { at }) => (at > latest ? at : latest), '');
  writeRow(db, first, standing, createdAt, updatedAt);
  if (shown === null) return null;
  return {
    id: first.recordId,
    caseId: first.caseId,
    kind: first.kind,
    shown,
    removed: standing.removed,
    version: versions.filter(({ body, removed }) => body !== null && !removed).length,
    createdAt,
    updatedAt,
  };
}

function writeRow(
  db: Database,
  { recordId, caseId, kind }: Version,
  { shown, heads, sides, removed }: Standing,
  createdAt: string,
  updatedAt: string,
): void {
  db.prepare(
    `INSERT INTO records (id, case_id, kind, shown, heads, undecided, removed, created_at, updated_at)
     VALUES (@recordId, @caseId, @kind, @shown, @heads, @undecided, @removed, @createdAt, @updatedAt)
     ON CONFLICT (id) DO UPDATE SET shown = excluded.shown, heads = excluded.heads, undecided = excluded.undecided,
       removed = excluded.removed, created_at = excluded.created_at, updated_at = excluded.updated_at`,
  ).run({
    ...{ recordId, caseId, kind, createdAt, updatedAt },
    shown: shown?.id ?? null,
    heads: JSON.stringify(heads.map(({ id }) => id)),
    undecided: sides.length > 1 ? 1 : 0,
    removed: removed ? 1 : 0,
  });
  const isFound = shown !== null && !removed && !isAboutWhatIsNotHere(db, kind, shown.body);
  const number: unknown = db.prepare('SELECT number FROM records WHERE id = ?').pluck().get(recordId);
  writeWords(db, Number(number), kindOf(kind), isFound ? shown.body : null);
}

/** Milliseconds are in the first 48 bits of a UUIDv7 (RFC 9562, 5.7). Null for an id of another sort. */
function madeAt(id: string): string | null {
  const hex = id.replaceAll('-', '');
  return hex.charAt(12) === '7' && hex.length === 32
    ? new Date(Number.parseInt(hex.slice(0, 12), 16)).toISOString()
    : null;
}
