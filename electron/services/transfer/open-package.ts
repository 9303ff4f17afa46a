import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { TransferRecord } from '../../../shared/models/transfer';
import type { JobControl, StoredFile, VaultContext } from '../../vault/api';
import { ensureOfficeKeys } from '../offices/office';
import { checkHeader, coded, decrypt } from './package-stream';
import { readContents } from './read-contents';
import type { PackageToOpen } from './read-contents';
import { takeIn } from './take-in';

/**
 * Opens a package into the vault. Nothing of it is stored before it is known who has signed it (see `admitSender`). Its
 * files then go straight into encrypted storage and are worth nothing until all of it has been verified: signature,
 * recipient, every length and fingerprint, and age's end marker. Then everything goes in with one transaction; on any
 * failure what was written is removed and the vault is as it was.
 */
export async function openPackage(
  context: VaultContext,
  input: PackageToOpen,
  control: JobControl,
): Promise<TransferRecord> {
  const keys = await ensureOfficeKeys(context);
  const { size } = await stat(input.path);
  await checkHeader(input.path);
  control.progress({ step: 'verifying', done: 0, total: size });
  const written: StoredFile[] = [];
  try {
    const hash = createHash('sha256');
    const plain = await decrypt(input, keys, hash, control);
    const contents = await readContents(context, plain, keys, input, written);
    return takeIn(context, contents, size, hash.digest('hex'), input.seen !== null);
  } catch (error) {
    for (const { id } of written) await context.files.remove(id).catch(() => undefined);
    throw coded(error);
  }
}
