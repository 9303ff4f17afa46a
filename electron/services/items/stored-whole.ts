import { createHash } from 'node:crypto';
import { HoldfastError } from '../../../shared/errors';
import type { StoredFile, VaultContext } from '../../vault/api';

/** Reads a stored file to its end and insists that it is what it was when it was stored. Throws `evidence-damaged`. */
export async function requireWhole({ files }: Pick<VaultContext, 'files'>, file: StoredFile): Promise<void> {
  const hash = createHash('sha256');
  for await (const chunk of files.read(file)) hash.update(chunk);
  if (hash.digest('hex') !== file.sha256) throw new HoldfastError('evidence-damaged');
}
