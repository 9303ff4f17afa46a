import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { HoldfastError } from '../../../shared/errors';
import { writeDurably } from '../../vault/durable';
import type { StoredFile, VaultContext } from '../../vault/api';

/**
 * Writes a stored file, decrypted, to a path outside the vault: under a temporary name, read back through a fresh handle
 * and compared, then renamed. On any error the path holds what it held before.
 */
export async function saveCopy(
  { files }: Pick<VaultContext, 'files'>,
  file: StoredFile,
  path: string,
): Promise<{ bytes: number; sha256: string }> {
  await writeCompared(path, files.read(file), file.sha256);
  return { bytes: file.bytes, sha256: file.sha256 };
}

/** The same for bytes in memory, whose fingerprint is known. */
export function saveBytes(bytes: Uint8Array, sha256: string, path: string): Promise<void> {
  return writeCompared(path, [bytes], sha256);
}

async function writeCompared(
  path: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  sha256: string,
): Promise<void> {
  await writeDurably(path, content, undefined, async (draft) => {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(draft)) hash.update(chunk as Buffer);
    if (hash.digest('hex') !== sha256) throw new HoldfastError('read-failed');
  });
}
