import { HoldfastError } from '../../../shared/errors';
import type { StoredFile, VaultContext } from '../../vault/api';
import { hashOfMany } from '../../vault/hash-thread';

/** Reads a stored file to its end and insists that it is what it was when it was stored. Throws `evidence-damaged`. */
export async function requireWhole({ files }: Pick<VaultContext, 'files'>, file: StoredFile): Promise<void> {
  const hash = hashOfMany(file.bytes);
  try {
    for await (const chunk of files.read(file)) await hash.update(chunk);
    if ((await hash.digest()) !== file.sha256) throw new HoldfastError('evidence-damaged');
  } finally {
    await hash.end();
  }
}
