import { HoldfastError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import type { EvidenceKind } from '../../../shared/models/evidence';
import type { FileStore, StoredFile } from '../../vault/api';
import type { Budget } from './budget';
import { headSize } from '../../../shared/models/identity';
import type { Identity } from '../../../shared/models/identity';
import { empty } from './identify-file';
import type { Identified, Identifier } from './identify-file';
import { readingProblem } from './sources';
import type { SourcePath, SourceReader } from './sources';

const chunkSize = 256 * 1024;
/** Pictures and PDFs up to these sizes are looked into; larger ones are stored all the same. */
const lookedInto: Readonly<Partial<Record<EvidenceKind, number>>> = {
  image: 100 * 1024 * 1024,
  pdf: 200 * 1024 * 1024,
  // For a picture of it; it is played in any length.
  video: 64 * 1024 * 1024,
};

export interface ReadSource {
  readonly file: StoredFile;
  readonly identity: Identity;
  /** Why nobody could tell what it is, or null. */
  readonly unknown: ErrorCode | null;
  /** All of the file when it is one that is looked into, else null. */
  readonly bytes: Buffer | null;
  /** True for a picture or PDF above the limit. */
  readonly tooLarge: boolean;
  readonly modified: Date;
}

/**
 * Reads a file once: hashed, encrypted and stored as it comes, identified by its first bytes, and kept in memory (paid
 * for from the budget until `release`) when it is one to look into. Throws `file-vanished`, `file-changed`,
 * `not-a-file`, `read-failed`, `cancelled`, or what the vault's folder refuses; then nothing is left stored.
 */
export async function readSource(
  deps: {
    readonly files: FileStore;
    readonly reader: SourceReader;
    readonly budget: Budget;
    readonly identifier: Identifier;
  },
  path: SourcePath,
  signal: AbortSignal,
): Promise<ReadSource & { readonly release: () => void }> {
  const handle = await deps.reader.open(path).catch((error: unknown) => {
    throw readingProblem(error);
  });
  let release = (): void => undefined;
  try {
    const before = await handle.stat();
    if (!before.isFile()) throw new HoldfastError('not-a-file');
    // One object, so that what the generator below finds is seen behind it.
    const found: { is: Identified | null; whole: Buffer | null } = { is: null, whole: null };
    let read = 0;

    async function next(): Promise<Buffer> {
      const chunk = Buffer.allocUnsafe(chunkSize);
      try {
        const { bytesRead } = await handle.read(chunk, 0, chunkSize, read);
        return chunk.subarray(0, bytesRead);
      } catch (error) {
        throw readingProblem(error);
      }
    }
    async function* reading(): AsyncGenerator<Buffer> {
      for (let chunk = await next(); chunk.length > 0; chunk = await next()) {
        // A file that grows while it is read would never end.
        if (read + chunk.length > before.size) throw new HoldfastError('file-changed');
        if (found.is === null) {
          found.is = await deps.identifier.byHead(chunk.subarray(0, headSize), signal);
          if (before.size <= (lookedInto[found.is.identity.kind] ?? -1)) {
            release = await deps.budget.take(before.size, signal);
            found.whole = Buffer.allocUnsafe(before.size);
          }
        }
        found.whole?.set(chunk, read);
        read += chunk.length;
        yield chunk;
      }
      const after = await handle.stat().catch((error: unknown) => {
        throw readingProblem(error);
      });
      if (read !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
        throw new HoldfastError('file-changed');
      }
    }

    const file = await deps.files.write(reading(), { signal });
    const { identity, failed } = await deps.identifier.fully(deps.files, file, found.is ?? empty, signal);
    return {
      file,
      identity,
      unknown: failed,
      bytes: found.whole,
      tooLarge: identity.kind in lookedInto && identity.kind !== 'video' && found.whole === null,
      modified: before.mtime,
      release,
    };
  } catch (error) {
    release();
    throw error;
  } finally {
    await handle.close().catch(() => undefined);
  }
}
