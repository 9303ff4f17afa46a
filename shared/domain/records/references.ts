import { HoldfastError } from '../../errors';
import { compareExhibitRefs } from '../exhibit-ref';
import { groupBy } from './group';
import { referenceTaken } from './series';
import type { Series } from './series';
import { compareIds } from './version';

/** A file and the reference that it bears. */
export interface Referenced {
  readonly id: string;
  readonly ref: string;
  /** References that it bore before, the oldest first: "AB/7, formerly AB/3". */
  readonly formerly: readonly string[];
  /** Whether its reference has left the office in a bundle or pack: such a one keeps its file. */
  readonly left: boolean;
}

/** References that more than one file bears, in the order of a schedule, each with its files by id. Both keep it until a person decides. */
export function referenceConflicts(
  files: Iterable<Referenced>,
): readonly { readonly ref: string; readonly files: readonly Referenced[] }[] {
  return [...groupBy(files, ({ ref }) => ref)]
    .filter(([, bearers]) => bearers.length > 1)
    .map(([ref, bearers]) => ({ ref, files: [...bearers].sort((a, b) => compareIds(a.id, b.id)) }))
    .sort((a, b) => compareExhibitRefs(a.ref, b.ref));
}

/** All references that files bear or bore: none of them is given again. */
export function usedReferences(files: Iterable<Referenced>): ReadonlySet<string> {
  return new Set([...files].flatMap(({ ref, formerly }) => [ref, ...formerly]));
}

/**
 * The file that a person wants to give a new reference. Throws `in-use` for one whose reference has left the office, `not-found`
 * where no other file bears the same one.
 */
export function toRenumber<T extends Referenced>(id: string, files: readonly T[]): T {
  const file = files.find((each) => each.id === id);
  if (file === undefined || !files.some((other) => other.id !== id && other.ref === file.ref))
    throw new HoldfastError('not-found');
  if (file.left) throw new HoldfastError('in-use');
  return file;
}

/**
 * A person's decision: this file gets the next reference of the series, and says what it was formerly. Throws as `toRenumber` and
 * `referenceTaken`.
 */
export function renumbered(
  id: string,
  files: readonly Referenced[],
  series: Series,
  office: string,
): { readonly file: Referenced; readonly series: Series } {
  const file = toRenumber(id, files);
  const { ref, series: moved } = referenceTaken(series, office, usedReferences(files));
  return { file: { ...file, ref, formerly: [...file.formerly, file.ref] }, series: moved };
}

/** A new reference with those that a file bore before, the oldest first. */
export interface NewReference {
  readonly ref: string;
  readonly formerly: readonly string[];
}

/**
 * The reference that a file bears after a version of what is said of it was written: the one that is asked for where a version that
 * stands has it, else the one that is shown. Where the versions that stand have different ones, what was not chosen was borne too.
 */
export function referenceKept(
  wanted: NewReference | undefined,
  shown: NewReference | undefined,
  standing: readonly (NewReference | undefined)[],
): NewReference | undefined {
  const has = standing.some((each) => each?.ref === wanted?.ref);
  const kept = has ? wanted : shown;
  const all = standing.filter((each) => each !== undefined);
  if (kept === undefined || all.length < 2) return kept;
  const bore = all.flatMap(({ ref, formerly }) => [...formerly, ref]);
  return { ref: kept.ref, formerly: [...new Set(bore)].filter((ref) => ref !== kept.ref) };
}
