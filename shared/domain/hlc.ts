/**
 * Hybrid logical clock: wall time and a counter, so that rows of two offices sort in an order that respects cause even
 * when a laptop's clock is wrong. Text form `0001764000000000-0003` sorts as it should.
 */
export interface Hlc {
  /** Milliseconds since 1970 UTC. */
  readonly wall: number;
  readonly count: number;
}

/** The most that the text form's four digits hold. */
const highestCount = 9999;

/**
 * The next reading: never smaller than the last one, whatever the clock does. When the count is used up (a clock that
 * was set back stays behind for long) the wall moves on by itself: a fifth digit would no longer sort as text.
 */
export function nextHlc(last: Hlc, now: number): Hlc {
  if (now > last.wall) return { wall: now, count: 0 };
  return last.count < highestCount
    ? { wall: last.wall, count: last.count + 1 }
    : { wall: last.wall + 1, count: 0 };
}

export function formatHlc({ wall, count }: Hlc): string {
  return `${String(wall).padStart(16, '0')}-${String(count).padStart(4, '0')}`;
}

/** Reads the text form; anything else is the beginning of time. */
export function parseHlc(text: string): Hlc {
  const match = /^(\d{16})-(\d{4})$/.exec(text);
  return match === null ? { wall: 0, count: 0 } : { wall: Number(match[1]), count: Number(match[2]) };
}

/** A day, in milliseconds: two clocks further apart than this are not both right. */
export const farApart = 86_400_000;

/**
 * The reading after a package came in, from our last one, the latest of the package's stamps and our wall clock: "receive" of
 * Kulkarni, Demirbas et al., Logical Physical Clocks (OPODIS 2014), figure 5. What is written here from now on sorts after what was
 * received. Except where that stamp is more than a day ahead of our wall clock: it stays as it is and does not move ours.
 */
export function receiveHlc(last: Hlc, theirs: Hlc, now: number): Hlc {
  if (theirs.wall - now > farApart) return nextHlc(last, now);
  const later = compareHlc(theirs, last) > 0 ? theirs : last;
  return nextHlc(later, now);
}

/** Milliseconds by which another office's clock is ahead of (or, below 0, behind) ours; null while they are within a day. */
export function clockGap(theirs: number, ours: number): number | null {
  const gap = theirs - ours;
  return Math.abs(gap) > farApart ? gap : null;
}

/**
 * By how many milliseconds our own clock jumped since the last stamp (below 0: back) when that must be asked about before
 * anything is written; null when it need not. Nobody is asked before the first stamp, nor within a day of an instant that a
 * person has confirmed. A stamp cannot tell a clock that jumped from a vault that lay unused: both are asked about.
 *
 * @param confirmed Wall clock, in milliseconds, that a person has said is right; null when nobody has.
 */
export function clockJump(last: Hlc, now: number, confirmed: number | null): number | null {
  if (last.wall === 0) return null;
  if (confirmed !== null && clockGap(now, confirmed) === null) return null;
  return clockGap(now, last.wall);
}

/**
 * The next reading for something that is written here ("send"), or null while the jump of our clock is a question. Once a
 * person has confirmed it, the clock starts again from now, even below older stamps: a clock that was wrong does not bind for
 * ever. Descent decides, so that nothing hangs on those stamps but the order of ties.
 */
export function stampHlc(last: Hlc, now: number, confirmed: number | null): Hlc | null {
  if (clockJump(last, now, confirmed) !== null) return null;
  return clockGap(now, last.wall) === null ? nextHlc(last, now) : { wall: now, count: 0 };
}

function compareHlc(a: Hlc, b: Hlc): number {
  return a.wall - b.wall || a.count - b.count;
}
