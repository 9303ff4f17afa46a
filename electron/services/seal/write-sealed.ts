import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pack } from 'tar-stream';
import { HoldfastError } from '../../../shared/errors';
import type { PackageLock } from '../../../shared/models/transfer';
import { writeDurably } from '../../vault/durable';
import type { FsLayer } from '../../vault/fs-layer';
import { newHead, sealAge } from '../age/seal';
import { ageLockOf } from './lock';
import { hashOf } from './write-parts';
import type { Sealed } from './write-parts';

interface Sealing {
  readonly lock: PackageLock;
  readonly signal: AbortSignal;
  readonly layer?: FsLayer | undefined;
  /** Told when everything was written and is about to be read back. */
  readonly verifying: () => void;
  /** What else must have happened before the file gets its name. */
  readonly verified?: () => Promise<void> | void;
}

/**
 * Writes age around `plain`, which is a tar. The finished file is read back through a fresh handle and compared before it gets its name; until then the
 * path holds what it held before.
 */
export async function writeSealed(
  path: string,
  plain: Pack | AsyncIterable<Uint8Array>,
  { lock, signal, layer, verifying, verified = () => undefined }: Sealing,
): Promise<Sealed> {
  const sealed = sealAge(await newHead(ageLockOf(lock)), bytesOf(plain));
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of sealed) {
      if (signal.aborted) throw new HoldfastError('cancelled');
      hash.update(chunk);
      yield chunk;
    }
  }
  let sha256 = '';
  const bytes = await writeDurably(path, hashed(), layer, async (draft) => {
    sha256 = hash.digest('hex');
    verifying();
    if ((await hashOf([draft])) !== sha256) throw new HoldfastError('read-failed');
    await verified();
  });
  return { bytes, sha256 };
}

/** Adds a member to a tar, readable by its owner alone. */
export async function addMember(
  archive: Pack,
  { name, bytes, mtime }: { readonly name: string; readonly bytes: number; readonly mtime: Date },
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const entry = archive.entry({ name, size: bytes, mode: 0o600, mtime, uid: 0, gid: 0 });
  await pipeline(Readable.from(content), entry);
}

function bytesOf(plain: Pack | AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // The stream's types do not say that it gives bytes.
  return plain as AsyncIterable<Uint8Array>;
}
