/** The same numbers in every run, so that two runs measure the same work. Not for anything secret. */
export interface Seeded {
  /** 0 up to, but not, 1. */
  next(): number;
  /** A whole number of 0 up to, but not, `below`. */
  below(below: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** Bytes that do not compress. */
  bytes(length: number): Buffer;
}

/** Mulberry32: small, well spread, and enough for filling tables and files. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = (): number => word() / 2 ** 32;
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (from) => from[below(from.length)] ?? from[0],
    bytes: (length) => {
      const words = Uint32Array.from({ length: Math.ceil(length / 4) }, word);
      return Buffer.from(words.buffer, 0, length);
    },
  };
}
