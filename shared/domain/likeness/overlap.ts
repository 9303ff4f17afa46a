import { landmarksOf, signsOf } from './landmarks';
import { bands, contrastOf } from './descriptor';
import type { Descriptor } from './descriptor';

/**
 * Why nobody should rely on an overlap without looking: `little` is in common (a message may have been sent twice), what is
 * in common `repeats` and would fit elsewhere too, or next to it something `differs` that should be the same.
 */
export const doubts = ['little', 'repeats', 'differs'] as const;
export type Doubt = (typeof doubts)[number];

/** What the lower part of one screenshot and the upper part of another have in common. */
export interface Overlap {
  /** Row y of the upper picture is row y - offset of the lower one. */
  readonly offset: number;
  /** The rows of the upper picture that both show. */
  readonly top: number;
  readonly bottom: number;
  /** Rows in common that have something on them. */
  readonly rows: number;
  readonly doubt: Doubt | null;
}

/** A descriptor with what is computed from it once. */
export interface Prepared {
  readonly descriptor: Descriptor;
  /** 1 for each row of empty ground. */
  readonly empty: Uint8Array;
  readonly landmarks: ReadonlyMap<number, readonly number[]>;
}

export function prepare(descriptor: Descriptor): Prepared {
  const places = new Map<number, number[]>();
  for (const { token, row } of landmarksOf(signsOf(descriptor.rows))) {
    const rows = places.get(token);
    if (rows === undefined) places.set(token, [row]);
    else rows.push(row);
  }
  const empty = Uint8Array.from({ length: descriptor.height }, (_, y) =>
    contrastOf(descriptor.rows, y) < emptyBelow ? 1 : 0,
  );
  return { descriptor, empty, landmarks: places };
}

/** Differences of brightness that compression makes. */
const noise = 14;
/** A row whose bands differ by less is empty ground. */
const emptyBelow = 8;
/** A row that differs weighs as much against an overlap as so many rows that agree for it. */
const against = 2;
/** Offsets closer than this are the same one. */
const sameOffset = 6;
/** Offsets that are looked into, if so many landmarks speak for them. */
const tried = 5;
const leastVotes = 2;
/** Less in common than this is no overlap; less than that leaves it in doubt. In landmarks, and in lines of text. */
const least = { landmarks: 20, lines: 1 };
const enough = { landmarks: 50, lines: 3 };
/** Another offset that fits so nearly as well leaves it in doubt. */
const rivalFits = 0.7;
/** Share of the height taken by the status bar, whose clock goes on. */
const statusBar = 0.06;
/** Share of the height that may differ beside the overlap (a button, a badge) without a doubt. */
const doubtfulBeside = 0.03;
/** Above an overlap more than this is not the same conversation. Below it may be a keyboard. */
const refusedAbove = 0.3;

/**
 * The overlap of two screenshots of the same width, the second one further down; null when there is none. Offsets are
 * proposed by landmarks in common, then every row is compared: the longest stretch counts in which rows agree, with few
 * exceptions (a button that floats over the conversation).
 */
export function findOverlap(upper: Prepared, lower: Prepared): Overlap | null {
  if (upper.descriptor.width !== lower.descriptor.width) return null;
  const found = likelyOffsets(upper, lower)
    .flatMap((offset) => {
      const stretch = stretchAt(upper, lower, offset);
      return stretch === null ? [] : [stretch];
    })
    .sort((a, b) => b.score - a.score);
  const first = found[0];
  if (first === undefined) return null;
  const best = settle(upper, lower, first);
  const { lines, count } = inCommon(upper, lower, best);
  if (count < least.landmarks || lines < least.lines) return null;
  const { above, below } = differingBeside(upper, lower, best);
  if (above > refusedAbove) return null;
  const rival = found.find(
    (other) => Math.abs(other.offset - best.offset) > sameOffset && other.score >= best.score * rivalFits,
  );
  const { offset, top, bottom, rows } = best;
  const doubt: Doubt | null =
    rival !== undefined
      ? 'repeats'
      : Math.max(above, below) > doubtfulBeside
        ? 'differs'
        : count < enough.landmarks || lines < enough.lines
          ? 'little'
          : null;
  return { offset, top, bottom, rows, doubt };
}

/** Offsets, downwards only, at which most landmarks fall on each other; the most likely first. */
function likelyOffsets(upper: Prepared, lower: Prepared): readonly number[] {
  const votes = votesOf(upper, lower);
  const near = (offset: number): number => {
    let sum = 0;
    for (let by = -2; by <= 2; by += 1) sum += votes[offset + by] ?? 0;
    return sum;
  };
  const ranked: { readonly offset: number; readonly votes: number; readonly own: number }[] = [];
  for (const [offset, own] of votes.entries()) {
    if (own === 0) continue;
    const all = near(offset);
    if (all >= leastVotes) ranked.push({ offset, votes: all, own });
  }
  ranked.sort((a, b) => b.votes - a.votes || b.own - a.own || a.offset - b.offset);
  const chosen: number[] = [];
  for (const { offset } of ranked) {
    if (chosen.length === tried) break;
    if (chosen.every((other) => Math.abs(other - offset) > sameOffset)) chosen.push(offset);
  }
  return chosen;
}

/** How many landmarks fall on each other at each offset. */
function votesOf(upper: Prepared, lower: Prepared): Float64Array {
  const votes = new Float64Array(upper.descriptor.height);
  for (const [token, places] of upper.landmarks) {
    const others = lower.landmarks.get(token);
    if (others === undefined) continue;
    for (const row of places) {
      for (const other of others) {
        const offset = row - other;
        // A landmark that is found in several places speaks for each of them the less.
        if (offset > sameOffset) votes[offset] = (votes[offset] ?? 0) + 1 / (places.length * others.length);
      }
    }
  }
  return votes;
}

interface Stretch {
  readonly offset: number;
  readonly top: number;
  readonly bottom: number;
  readonly rows: number;
  readonly score: number;
}

/** Noise may have moved the landmarks by a row or two. */
function settle(upper: Prepared, lower: Prepared, found: Stretch): Stretch {
  let best = found;
  for (const by of [-1, 1, -2, 2]) {
    const other = stretchAt(upper, lower, found.offset + by);
    if (other !== null && other.score > best.score) best = other;
  }
  return best;
}

/** The stretch of rows with the highest sum, where rows that agree add and rows that differ take away. */
function stretchAt(upper: Prepared, lower: Prepared, offset: number): Stretch | null {
  let best: Stretch | null = null;
  let start = offset;
  let score = 0;
  let rows = 0;
  const end = Math.min(upper.descriptor.height, lower.descriptor.height + offset);
  for (let y = Math.max(0, offset); y < end; y += 1) {
    const fit = agree(upper, y, lower, y - offset);
    if (fit === 'empty') continue;
    if (score <= 0) [start, score, rows] = [y, 0, 0];
    score += fit === 'same' ? 1 : -against;
    if (fit === 'same') rows += 1;
    if (score > (best?.score ?? 0)) best = { offset, top: start, bottom: y + 1, rows, score };
  }
  return best;
}

/** One band may differ: a button that floats over the conversation covers no more than the end of a row. */
function agree(a: Prepared, ya: number, b: Prepared, yb: number): 'same' | 'differs' | 'empty' {
  const [one, other] = [a.descriptor.rows, b.descriptor.rows];
  const [from, to] = [ya * bands, yb * bands];
  if (a.empty[ya] === 1 && b.empty[yb] === 1)
    return Math.abs((one[from] ?? 0) - (other[to] ?? 0)) > noise ? 'differs' : 'empty';
  let apart = 0;
  for (let band = 0; band < bands; band += 1) {
    const by = (one[from + band] ?? 0) - (other[to + band] ?? 0);
    if ((by > noise || by < -noise) && (apart += 1) > 1) return 'differs';
  }
  return 'same';
}

/** Distinct landmarks of the stretch that both have there, and how many lines of text they make up. */
function inCommon(
  upper: Prepared,
  lower: Prepared,
  { offset, top, bottom }: Stretch,
): { readonly count: number; readonly lines: number } {
  const rows: number[] = [];
  for (const [token, places] of upper.landmarks) {
    const others = lower.landmarks.get(token);
    if (others === undefined) continue;
    const row = places.find(
      (place) =>
        place >= top && place < bottom && others.some((other) => Math.abs(place - other - offset) <= 2),
    );
    if (row !== undefined) rows.push(row);
  }
  rows.sort((a, b) => a - b);
  let lines = 0;
  let inLine = 0;
  let last = -Infinity;
  for (const row of rows) {
    inLine = row - last > 10 ? 1 : inLine + 1;
    last = row;
    // A line of text gives many; one or two are a coincidence.
    if (inLine === 4) lines += 1;
  }
  return { count: rows.length, lines };
}

/**
 * How much of the height differs where it should not: above the overlap the lower picture must show what stands still at the
 * top, below it the upper picture what stands still at the foot. Anything else there is a message that only one of them has.
 */
function differingBeside(
  upper: Prepared,
  lower: Prepared,
  { offset, top, bottom }: Stretch,
): { readonly above: number; readonly below: number } {
  const [heightA, heightB] = [upper.descriptor.height, lower.descriptor.height];
  const count = (from: number, to: number): number => {
    let apart = 0;
    for (let y = from; y < Math.min(to, heightA, heightB); y += 1) {
      if (agree(upper, y, lower, y) === 'differs') apart += 1;
    }
    return apart / Math.max(heightA, heightB);
  };
  return {
    above: count(Math.round(heightB * statusBar), top - offset),
    below: count(bottom, heightA),
  };
}
