/**
 * The only two clocks. An instant is what is written down and shown; it may be wrong, and goes back when somebody sets the
 * computer's clock. A span of time is the difference of two readings of `ticks`, which only ever grow. Lint allows neither
 * to be read anywhere else.
 */
export function readClock(): Date {
  return new Date(Date.now());
}

/** Milliseconds since some moment. It stands still while the computer sleeps: see lock-triggers.ts. */
export function ticks(): number {
  return performance.now();
}
