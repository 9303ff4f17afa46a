import { rm } from 'node:fs/promises';
import { pack } from 'tar-stream';
import type { Pack } from 'tar-stream';
import { packFolder } from '../../../shared/domain/pack/names';
import { HoldfastError } from '../../../shared/errors';
import type { TransferLock } from '../../../shared/models/transfer';
import { realFs } from '../../vault/fs-layer';
import type { FsLayer } from '../../vault/fs-layer';
import { addMember, writeSealed } from '../seal/write-sealed';
import type { Sealed } from '../seal/write-parts';
import { measured, reading, UnreadableSource } from './add-file';
import type { AddFile, Writing } from './add-file';
import { refuseWhatIsThere } from './what-is-there';

interface Options extends Writing {
  readonly lock: TransferLock;
  /** When its files say that they were made. */
  readonly at: Date;
  readonly verifying: () => void;
  readonly layer?: FsLayer | undefined;
}

/**
 * Writes what would be a folder as a tar inside age, so that nothing of it ever lies anywhere in the clear. It is there as a whole or
 * not at all, as a package is; then `keep` writes down that it is there. Throws `target-exists` where anything is there already. On any
 * error, and on a cancel, nothing is left.
 */
export async function writeSealedPack<T>(
  target: string,
  { lock, verifying, layer = realFs, ...writing }: Options,
  fill: (add: AddFile) => Promise<T>,
  keep: (filled: T, sealed: Sealed) => void,
): Promise<T> {
  await refuseWhatIsThere(target);
  const filling = filledArchive(writing, fill);
  const named = { isThere: false };
  const watched: FsLayer = {
    ...layer,
    rename: async (from, to) => {
      await layer.rename(from, to);
      named.isThere = true;
    },
  };
  try {
    const sealed = await writeSealed(target, filling.archive(), {
      ...{ lock, signal: writing.signal, layer: watched, verifying },
      verified: async () => {
        if (writing.signal.aborted) throw new HoldfastError('cancelled');
        await refuseWhatIsThere(target);
      },
    });
    const filled = filling.filled();
    keep(filled, sealed);
    return filled;
  } catch (error) {
    await filling.stop();
    // Under its name it is ours: what anybody else put there would have been refused.
    if (named.isThere) await rm(target, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** A tar that is filled while it is read. What went wrong in filling it is what reading it throws. */
function filledArchive<T>(
  writing: Writing & Pick<Options, 'at'>,
  fill: (add: AddFile) => Promise<T>,
): {
  readonly archive: () => AsyncIterable<Uint8Array>;
  readonly filled: () => T;
  /** Ends when nobody fills it any more. */
  readonly stop: () => Promise<void>;
} {
  const made = pack();
  let outcome: { readonly value: T } | { readonly error: unknown } | null = null;
  let work: Promise<void> = Promise.resolve();
  // Whoever reads it is told; were there nobody yet, an event without a listener would end the process.
  made.on('error', () => undefined);
  const run = async (): Promise<void> => {
    try {
      made.entry({
        name: `${packFolder}/`,
        type: 'directory',
        mode: 0o700,
        mtime: writing.at,
        uid: 0,
        gid: 0,
      });
      outcome = { value: await fill((name, ...file) => add(made, writing, name, ...file)) };
      made.finalize();
    } catch (error) {
      outcome = { error };
      made.destroy(error instanceof Error ? error : new HoldfastError('internal'));
    }
  };
  const filled = (): T => {
    if (outcome === null) throw new HoldfastError('internal');
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };
  async function* archive(): AsyncGenerator<Uint8Array> {
    work = run();
    try {
      for await (const piece of made) yield piece as Uint8Array;
    } catch (error) {
      // The tar says that it was broken off before whoever fills it can say why.
      await work;
      filled();
      throw error;
    } finally {
      made.destroy();
    }
    await work;
    filled();
  }
  return {
    ...{ archive, filled },
    stop: () => {
      made.destroy();
      return work;
    },
  };
}

/** A tar says how long a member is before it begins, and takes none back: its content is looked through first. */
async function add(
  archive: Pack,
  { at, ...writing }: Writing & Pick<Options, 'at'>,
  ...[name, content, expected]: Parameters<AddFile>
): ReturnType<AddFile> {
  let bytes = 0;
  const looked = measured(reading(content), writing);
  for await (const piece of looked.pieces) bytes += piece.length;
  const sha256 = looked.sum();
  if (expected !== undefined && sha256 !== expected) throw new UnreadableSource('evidence-damaged');
  const again = measured(reading(content), writing);
  try {
    await addMember(archive, { name: `${packFolder}/${name}`, bytes, mtime: at }, again.pieces);
  } catch (error) {
    // Its beginning is in the tar already.
    throw error instanceof UnreadableSource ? new HoldfastError(error.code, { cause: error }) : error;
  }
  if (again.sum() !== sha256) throw new HoldfastError('evidence-damaged');
  return { name, bytes, sha256 };
}
