import type { Buffer } from './node';

/** Bytes anywhere in a file: what is needed to look at its end or to follow its own directory, without all of it in memory. */
export interface RandomAccess {
  /** Length of the file. */
  readonly bytes: number;
  /** The bytes from `start` to before `end`, cut to what there is. */
  read(start: number, end: number): Promise<Buffer>;
}

/** A file that is in memory anyhow. */
export function inMemory(whole: Buffer): RandomAccess {
  return {
    bytes: whole.length,
    read: (start, end) =>
      Promise.resolve(whole.subarray(Math.min(start, whole.length), Math.max(start, end))),
  };
}
