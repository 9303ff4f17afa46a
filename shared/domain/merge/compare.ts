import { groupBy } from '../records/group';
import { standingOf } from '../records/heads';
import { compareIds, isStub } from '../records/version';
import type { Version } from '../records/version';
import type { CaseCopy } from './copy';
import { readabilityOf } from './package';
import type { CasePackage, KnownKinds, Readability } from './package';
import { noDecisions, receive } from './receive';
import type { ErasedHere } from './receive';

/**
 * How a record of a package stands to the same record here: `changed-here` is one of which the package knows less than is here, and
 * `changed-both` one that a person will have to decide on once it is taken.
 */
export const recordVerdicts = [
  'new',
  'same',
  'changed-there',
  'changed-here',
  'changed-both',
  'removed-there',
  'erased-here',
  'left-out-before',
] as const;
export type RecordVerdict = (typeof recordVerdicts)[number];

export interface ComparedRecord {
  readonly recordId: string;
  readonly kind: string;
  readonly verdict: RecordVerdict;
  /** Whether what would be new can be shown here; it is carried either way. */
  readonly readability: Readability;
  /** What says what the record is called: as it would be shown once it was taken. Null where nothing can be shown. */
  readonly shown: Version | null;
  /** What a person accepts who takes it after all: the record's id, or those of versions that were erased. */
  readonly accept: readonly string[];
}

/**
 * A package beside an office's copy of the case, record by record, before anything of it is taken. `copy` has every version of the
 * records that the package names, and may have others. Throws as `receive`.
 */
export function comparePackage(
  copy: CaseCopy,
  casePackage: CasePackage,
  kinds: KnownKinds,
  mergeOf: (kind: string) => 'ask' | 'append',
): readonly ComparedRecord[] {
  const { copy: after, report } = receive(copy, casePackage, noDecisions, kinds);
  const fresh = new Set([...report.added, ...report.filled]);
  const erased = groupBy(report.erasedHere, ({ recordId }) => recordId);
  const declined = new Map(report.declined.map((each) => [each.recordId, each]));
  const here = groupBy(copy.versions.values(), ({ recordId }) => recordId);
  const joined = groupBy(after.versions.values(), ({ recordId }) => recordId);
  const arrived = groupBy(casePackage.versions, ({ recordId }) => recordId);
  return [...arrived]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([recordId, versions]) => {
      const kind = versions[0]?.kind ?? '';
      const merge = mergeOf(kind);
      const told = { ours: here.get(recordId) ?? [], theirs: versions, after: joined.get(recordId) ?? [] };
      const gone = erased.get(recordId) ?? [];
      const held = heldBack(
        gone,
        declined.has(recordId),
        told.after.some(({ id }) => fresh.has(id)),
      );
      const accept = held === 'erased-here' ? gone.map(({ id }) => id) : [recordId];
      const verdict = held ?? verdictOf(told, fresh, merge);
      const shown = standingOf(held === null ? told.after : [...told.after, ...versions], merge).shown;
      return { recordId, kind, verdict, readability: worstOf(versions, kinds), shown, accept };
    });
}

interface Told {
  readonly ours: readonly Version[];
  readonly theirs: readonly Version[];
  readonly after: readonly Version[];
}

/** Why nothing of a record is taken by itself; where one version's body was erased here, others come. */
function heldBack(
  gone: readonly ErasedHere[],
  isDeclined: boolean,
  isFresh: boolean,
): 'erased-here' | 'left-out-before' | null {
  if (isDeclined) return 'left-out-before';
  const isErased = gone.some(({ what }) => what === 'record') || (gone.length > 0 && !isFresh);
  return isErased ? 'erased-here' : null;
}

function verdictOf(
  { ours, theirs, after }: Told,
  fresh: ReadonlySet<string>,
  merge: 'ask' | 'append',
): RecordVerdict {
  const told = new Map(theirs.map((version) => [version.id, version]));
  const isMore = ours.some((version) => {
    const other = told.get(version.id);
    return other === undefined || (isStub(other) && !isStub(version));
  });
  if (!after.some(({ id }) => fresh.has(id))) return isMore ? 'changed-here' : 'same';
  if (ours.length === 0) return 'new';
  const [before, joined] = [standingOf(ours, merge), standingOf(after, merge)];
  const sides = new Set(before.sides.map(({ id }) => id));
  // A question that nobody has had to answer here yet.
  if (joined.sides.length > 1 && joined.sides.some(({ id }) => !sides.has(id))) return 'changed-both';
  return joined.removed && !before.removed ? 'removed-there' : 'changed-there';
}

function worstOf(versions: readonly Version[], kinds: KnownKinds): Readability {
  const found = versions.filter((version) => !isStub(version)).map((each) => readabilityOf(kinds, each));
  return found.find((each) => each !== 'readable') ?? 'readable';
}
