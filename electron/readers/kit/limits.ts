const mebi = 1024 * 1024;

/** What a seat may take, beyond which it is ended (security 6). Times in milliseconds. */
export interface SeatLimits {
  /** Without a sign of life, while nothing it asked for is outstanding. */
  readonly idleMs: number;
  /** Altogether for one file, likewise without the time it waits for answers. */
  readonly baseMs: number;
  readonly perMegabyteMs: number;
}
export const seatLimits: SeatLimits = {
  idleMs: 10_000,
  baseMs: 30_000,
  perMegabyteMs: 1000,
};

/** Longest piece of content and of text that crosses at a time. */
export const longestPiece = mebi;
export const longestText = 64 * 1024;
export const mostRowsAtATime = 500;

/** Text kept of one file, in characters. */
export const mostText = 5_000_000;
/** Facts kept of one file. */
export const mostFacts = 400;

/** An e-mail, contact file or compound file above this is not taken apart: its reader needs all of it in memory. */
export const largestInMemory = 64 * mebi;

/** Files in one archive, with those of archives inside it. */
export const mostFiles = 20_000;
/** Archives in archives: a zip in a zip has depth 1. */
export const deepest = 5;

/**
 * Bytes that may come out of a file of so many, with what comes out of archives inside it. Texts shrink to a twentieth at
 * most and pictures not at all; a bomb to less than a thousandth.
 */
export function mostBytes(bytes: number): number {
  return Math.min(64 * 1024 * mebi, Math.max(256 * mebi, 50 * bytes));
}
