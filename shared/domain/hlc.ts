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
 * How long after its last act a vault may be opened again without a question, in milliseconds: seven days. A stamp cannot tell a
 * clock that jumped from a vault that lay unused, and who is asked after every long weekend or week of leave answers without
 * looking. Within a session, which ends when nobody touches the computer, a day is enough.
 */
export const longestRest = 7 * farApart;

/**
 * The reading after a package came in, from our last one, the latest of the package's stamps and our wall clock: "receive" of
 * Kulkarni, Demirbas et al., Logical Physical Clocks (OPODIS 2014), figure 5. What is written here from now on sorts after what was
 * received. Except where that stamp is more than a day ahead of our wall clock: it stays as it is and does not move ours.
 */
export function receiveHlc(last: Hlc, theirs: Hlc, now: number): Hlc {
  const ours = binding(last, now);
  if (theirs.wall - now > farApart) return nextHlc(ours, now);
  const later = compareHlc(theirs, ours) > 0 ? theirs : ours;
  return nextHlc(later, now);
}

/** Milliseconds by which another office's clock is ahead of (or, below 0, behind) ours; null while they are within a day. */
export function clockGap(theirs: number, ours: number): number | null {
  const gap = theirs - ours;
  return Math.abs(gap) > farApart ? gap : null;
}

/**
 * By how many milliseconds our own clock jumped since the last act (below 0: back) when that must be asked about before
 * anything is written; null when it need not. Back is a day, whenever. Ahead is a day within a session, and a week
 * (`longestRest`) for its first act. Nobody is asked before the first act of all.
 *
 * @param seen Wall clock of the last act, or the one that a person has since said is right; null when there was none.
 * @param isFirst Whether nothing was done yet since the vault was opened.
 */
export function clockJump(seen: number | null, now: number, isFirst: boolean): number | null {
  if (seen === null) return null;
  const jump = now - seen;
  return jump < -farApart || jump > (isFirst ? longestRest : farApart) ? jump : null;
}

/**
 * The next reading for something that is written here ("send"), once no jump of our clock is a question. Where older stamps are
 * more than a day ahead it starts again from now, below them: a clock that was wrong does not bind for ever. Descent decides, so
 * that nothing hangs on those stamps but the order of ties.
 */
export function stampHlc(last: Hlc, now: number): Hlc {
  return nextHlc(binding(last, now), now);
}

/** Our last reading, as far as it binds: one that is more than a day ahead was made by a clock that was wrong. */
function binding(last: Hlc, now: number): Hlc {
  return last.wall - now > farApart ? { wall: now - 1, count: 0 } : last;
}

function compareHlc(a: Hlc, b: Hlc): number {
  return a.wall - b.wall || a.count - b.count;
}
