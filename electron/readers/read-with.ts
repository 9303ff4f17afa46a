import type { EvidenceKind } from '../../shared/models/evidence';
import { HoldfastError } from '../../shared/errors';
import type { Reader } from './kit/reader';
import { withinLimits } from './kit/within-limits';

export type Readers = Readonly<Partial<Record<EvidenceKind, Reader>>>;

/** Reads a file by what it is. Throws `unsupported-preview` for a kind that none of them reads. */
export function readWith(readers: Readers): Reader {
  return async (file, out, options) => {
    const reader = readers[file.kind];
    if (reader === undefined) throw new HoldfastError('unsupported-preview');
    try {
      return await reader(file, withinLimits(out), options);
    } catch (error) {
      // What a library throws at a broken file has no code, and its message may hold content.
      throw error instanceof HoldfastError ? error : new HoldfastError('unreadable-file', { cause: error });
    }
  };
}
