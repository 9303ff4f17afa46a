import { open } from 'node:fs/promises';
import { HoldfastError, reportError } from '../../../shared/errors';
import type { JobControl } from '../../vault/api';
import { blocksOf } from '../../vault/blocks';
import type { OfficeKeys } from '../offices/office';
import { firstLine } from '../age/header';
import { openAge } from '../age/open';
import type { SlowHash } from '../seal/hash-thread';
import { findParts } from '../seal/parts';

export interface SealedPackage {
  readonly path: string;
  /** Null for one that is sealed for this office's key. */
  readonly passphrase: string | null;
}

/** A package as it lies there: in one file, or in parts. */
export interface FoundPackage {
  readonly paths: readonly string[];
  readonly bytes: number;
  readonly passphrase: string | null;
}

/** Throws `package-not-ours` for a file that is no age file at all, `package-parts` where a part is missing. */
export async function findPackage({ path, passphrase }: SealedPackage): Promise<FoundPackage> {
  const { paths, bytes } = await findParts(path);
  const handle = await open(paths[0] ?? path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(firstLine.length), 0, firstLine.length, 0);
    if (buffer.toString('latin1', 0, bytesRead) === firstLine) return { paths, bytes, passphrase };
  } finally {
    await handle.close();
  }
  throw new HoldfastError(paths.length > 1 ? 'package-parts' : 'package-not-ours');
}

/** The plain bytes, each authenticated by age; that the last is there is known only at the end. `hash` gets the sealed ones, if any. */
export function decrypt(
  { paths, passphrase }: FoundPackage,
  keys: OfficeKeys,
  hash: Pick<SlowHash, 'update'> | null,
  control: Pick<JobControl, 'signal' | 'progress'>,
): Promise<AsyncIterable<Uint8Array>> {
  let done = 0;
  async function* reading(): AsyncGenerator<Uint8Array> {
    for (const path of paths)
      for await (const block of blocksOf(path)) {
        if (control.signal.aborted) throw new HoldfastError('cancelled');
        await hash?.update(block);
        done += block.length;
        control.progress({ done });
        yield block;
      }
  }
  return openAge(
    reading(),
    passphrase === null ? { type: 'identity', identity: keys.identity } : { type: 'passphrase', passphrase },
  );
}

/** Whatever a stranger's file makes the readers throw means that it is damaged; what the disk says is said as it is.
 * Of several parts the likeliest fault is that they do not belong together. */
export function coded(error: unknown, parts = 1): HoldfastError {
  if (parts > 1 && reportError(error).code === 'package-damaged')
    return new HoldfastError('package-parts', { cause: error });
  // A date that none is, say: whoever reads this has put nothing in.
  if (error instanceof HoldfastError && error.code !== 'invalid-input') return error;
  const { code } = reportError(error);
  const disk =
    code === 'disk-full' || code === 'not-writable' || code === 'read-failed' || code === 'file-vanished';
  return new HoldfastError(disk ? code : 'package-damaged', { cause: error });
}
