import { createHash } from 'node:crypto';
import { HoldfastError, reportError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';

export interface Written {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What was to be written could not be read, or is not what it was: the pack is sound, and this file is not in it. */
export class UnreadableSource extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
    this.name = 'UnreadableSource';
  }
}

/** What a file is to hold, from its beginning each time it is asked for: whatever goes into a sealed file is looked through first. */
export type Content = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Writes a file into the pack and compares it. `expected` is the fingerprint it must have. Throws `UnreadableSource` for what the
 * content itself throws, unless that is about the vault or a person's wish.
 */
export type AddFile = (name: string, content: Content, expected?: string) => Promise<Written>;

/** How a pack is written, whether it becomes a folder or a sealed file. */
export interface Writing {
  readonly signal: AbortSignal;
  /** Told how many bytes were written. */
  readonly wrote: (bytes: number) => void;
}

/** The content, with what goes wrong in reading it told apart from what goes wrong in writing. */
export async function* reading(content: Content): AsyncGenerator<Uint8Array> {
  try {
    yield* content();
  } catch (error) {
    const { code } = reportError(error);
    throw error instanceof UnreadableSource ? error : new UnreadableSource(code);
  }
}

/** The pieces of a content, counted and hashed on their way; `sum` says the fingerprint once all have passed. */
export function measured(
  pieces: AsyncIterable<Uint8Array>,
  { signal, wrote }: Writing,
): { readonly pieces: AsyncIterable<Uint8Array>; readonly sum: () => string } {
  const hash = createHash('sha256');
  async function* passing(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      if (signal.aborted) throw new HoldfastError('cancelled');
      hash.update(piece);
      wrote(piece.length);
      yield piece;
    }
  }
  return { pieces: passing(), sum: () => hash.digest('hex') };
}
