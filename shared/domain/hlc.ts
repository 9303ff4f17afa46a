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
