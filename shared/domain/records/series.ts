import { HoldfastError } from '../../errors';
import { exhibitRef, parseExhibitRef } from '../exhibit-ref';
import { initialsPattern, markedInitials } from './series-mark';

/**
 * A run of exhibit references: one producer, one set of initials, and one office that counts on. Whenever another office, or
 * another copy of the vault, could count on from the same place, it is another series with an id of its own.
 */
export interface Series {
  readonly id: string;
  readonly producerId: string;
  readonly initials: string;
  /** The office that counts on; no other does. */
  readonly owner: string;
  /** The number it began with, and the one that it gives next. */
  readonly first: number;
  readonly next: number;
  /** A closed series never counts on, and is never opened again. */
  readonly state: 'open' | 'closed';
  /** The series that it goes on from, by the handover of a case, or beside which it was opened with a mark of its own. */
  readonly after: string | null;
}

/** The highest number that a reference can have (../exhibit-ref.ts). */
const highest = 99_999;

/** A producer's first series. Numbers begin after any that was ever seen under these initials. Throws `invalid-input`. */
export function openedSeries(
  series: Pick<Series, 'id' | 'producerId' | 'initials' | 'owner'>,
  refs: Iterable<string>,
): Series {
  if (!initialsPattern.test(series.initials)) throw new HoldfastError('invalid-input');
  const first = 1 + highestOf(series.initials, refs);
  const { id, producerId, initials, owner } = series;
  return { id, producerId, initials, owner, first, next: first, state: 'open', after: null };
}

/**
 * The next reference of a series. A number that some file bears already, or bore, is left out; the series never goes back to it.
 * Throws `conflict` for an office that does not own it or a series that is closed, `too-many` when its numbers are used up.
 */
export function referenceTaken(
  series: Series,
  office: string,
  used: Pick<ReadonlySet<string>, 'has'>,
): { readonly ref: string; readonly number: number; readonly series: Series } {
  if (series.owner !== office || series.state === 'closed')
    throw new HoldfastError('conflict', { detail: { series: series.id } });
  for (let number = series.next; number <= highest; number += 1) {
    const ref = exhibitRef(series.initials, number);
    if (!used.has(ref)) return { ref, number, series: { ...series, next: number + 1 } };
  }
  throw new HoldfastError('too-many', { detail: { series: series.id } });
}

/**
 * What the handover of a case does to an office's series when the package is written: those that it owns are closed here, and each
 * goes on in the package as one of the other office's, from the same number. All series travel, so that closed ones are known.
 */
export function seriesHandedOver(
  all: readonly Series[],
  from: string,
  to: string,
  newId: () => string,
): { readonly here: readonly Series[]; readonly packed: readonly Series[] } {
  const here = seriesClosed(all, from);
  const onward = all
    .filter((series) => isOurs(series, from))
    .map((series): Series => ({ ...series, id: newId(), owner: to, first: series.next, after: series.id }));
  return { here: [...here, ...onward], packed: [...here, ...onward] };
}

/** What opening a series with a mark needs: ids, and random numbers (0 up to 1) that choose the mark. */
export interface MarkSources {
  readonly newId: () => string;
  readonly random: () => number;
}

export interface Receiver {
  readonly office: string;
  /** Every reference that a file here bears or bore. */
  readonly refs: Iterable<string>;
  /**
   * Given where this vault was ever restored from a backup or is a copy of another: what is handed over to it may have been
   * opened and counted on before, by what it was restored over or copied from, and nothing in it could tell.
   */
  readonly renewed: MarkSources | null;
  /** What the office that wrote the package is called as an owner: of its own series it knows best. */
  readonly from?: readonly string[];
}

/**
 * An office's series after a package came in. One that is here stays as it is where this office owns it: nobody else closes it, and
 * it only moves past numbers that files bear under its initials, which it gave before it was restored from a backup. Of another's,
 * the further count and the closed state hold, and the initials that its owner chose. One that is new here is opened as the package
 * says, past any number seen here under its initials; in a renewed vault it stays closed, and its producer gets one with a
 * mark of its own unless there is an open one. The same package a second time changes nothing.
 */
export function seriesReceived(
  here: readonly Series[],
  packed: readonly Series[],
  { office, refs, renewed, from = [] }: Receiver,
): readonly Series[] {
  const seen = [...refs];
  const theirs = new Map(packed.map((series) => [series.id, series]));
  const known = new Set(here.map(({ id }) => id));
  const all = here.map((series) => {
    if (series.owner === office) return { ...series, next: nextAfter(series, seen) };
    const other = theirs.get(series.id);
    return other === undefined ? series : furtherOf(series, other, from.includes(other.owner));
  });
  for (const series of theirs.values()) {
    if (known.has(series.id)) continue;
    if (!isOurs(series, office)) all.push(series);
    else if (renewed === null) all.push(movedPast(series, seen));
    else {
      all.push(closed(series));
      const { producerId } = series;
      if (seriesOf(all, producerId, office) === undefined)
        all.push(seriesBeside(all, producerId, office, seen, renewed));
    }
  }
  return all;
}

/**
 * A series of an office's own beside those that a producer has, with a mark of its own in the initials: for who has a share of a
 * case and adds exhibits to it, say. Two copies of one vault seldom choose alike. Throws `not-found` for a producer without any.
 */
export function seriesBeside(
  all: readonly Series[],
  producerId: string,
  office: string,
  refs: Iterable<string>,
  { newId, random }: MarkSources,
): Series {
  const ofProducer = all.filter((series) => series.producerId === producerId);
  const last = ofProducer.findLast(({ owner }) => owner === office) ?? ofProducer.at(-1);
  const root = ofProducer.find(({ after }) => after === null) ?? last;
  if (last === undefined || root === undefined) throw new HoldfastError('not-found');
  const taken = new Set([...all.map((series) => series.initials), ...initialsOf(refs)]);
  const initials = markedInitials(root.initials, taken, random);
  return {
    ...{ id: newId(), producerId, initials, owner: office },
    ...{ first: 1, next: 1, state: 'open', after: last.id },
  };
}

/**
 * An office's series after it took a case back, restored a backup or copied a vault, so that others may have counted on from
 * where it stands: all of its own are closed, and each producer who had one here gets a new one with a mark of its own.
 */
export function seriesMarked(
  all: readonly Series[],
  office: string,
  refs: Iterable<string>,
  sources: MarkSources,
): readonly Series[] {
  const seen = [...refs];
  const producers = new Set(all.filter(({ owner }) => owner === office).map(({ producerId }) => producerId));
  const marked = [...seriesClosed(all, office)];
  for (const producerId of producers) marked.push(seriesBeside(marked, producerId, office, seen, sources));
  return marked;
}

/** All series with those that an office counted on closed: it counts on beside them, with a mark of its own (`seriesBeside`). */
export function seriesClosed(all: readonly Series[], office: string): readonly Series[] {
  return all.map((series) => (isOurs(series, office) ? closed(series) : series));
}

/** The series that an office counts on for a producer; undefined where it has none, or none any more. */
export function seriesOf(all: readonly Series[], producerId: string, office: string): Series | undefined {
  return all.findLast((series) => series.producerId === producerId && isOurs(series, office));
}

/** Whether a series has given a reference: from then on its initials stay. */
export function hasGiven({ first, next }: Pick<Series, 'first' | 'next'>): boolean {
  return next > first;
}

/**
 * Other initials for a series that has given no reference yet, as a person chooses them. Throws `in-use` after its first,
 * `invalid-input` for what are no initials, `name-taken` where another series or file has them.
 */
export function initialsChosen(
  series: Series,
  initials: string,
  all: readonly Series[],
  refs: Iterable<string>,
): Series {
  if (hasGiven(series) || series.state === 'closed') throw new HoldfastError('in-use');
  if (!initialsPattern.test(initials)) throw new HoldfastError('invalid-input');
  const taken = all.some((other) => other.id !== series.id && other.initials === initials);
  if (taken || initialsOf(refs).has(initials)) throw new HoldfastError('name-taken');
  return { ...series, initials, first: 1, next: 1 };
}

function isOurs({ owner, state }: Series, office: string): boolean {
  return owner === office && state === 'open';
}

function closed(series: Series): Series {
  return { ...series, state: 'closed' };
}

function movedPast(series: Series, refs: readonly string[]): Series {
  const next = nextAfter(series, refs);
  return { ...series, next, first: next };
}

/** The number it gives next: past any that is seen under its initials. */
function nextAfter({ initials, next }: Series, refs: readonly string[]): number {
  return Math.max(next, 1 + highestOf(initials, refs));
}

/** Another office's series as it is known here and as it came. Initials may be chosen until the first number is given. */
function furtherOf(known: Series, came: Series, isFromOwner: boolean): Series {
  const isLater = isFromOwner ? came.next >= known.next : hasGiven(came) && !hasGiven(known);
  const { initials, first } = isLater ? came : known;
  const state = came.state === 'closed' ? came.state : known.state;
  return { ...known, initials, first, state, next: Math.max(known.next, came.next) };
}

function highestOf(initials: string, refs: Iterable<string>): number {
  const numbers = [...refs].map((ref) => parseExhibitRef(ref));
  return numbers.reduce((most, ref) => (ref?.initials === initials ? Math.max(most, ref.number) : most), 0);
}

function initialsOf(refs: Iterable<string>): ReadonlySet<string> {
  return new Set([...refs].flatMap((ref) => parseExhibitRef(ref)?.initials ?? []));
}
