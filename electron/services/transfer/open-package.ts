import { createHash } from 'node:crypto';
import type { TransferRecord } from '../../../shared/models/transfer';
import type { JobControl, StoredFile, VaultContext } from '../../vault/api';
import { ensureOfficeKeys } from '../offices/office';
import { coded, decrypt, findPackage } from './package-stream';
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
  const found = await findPackage(input);
  control.progress({ step: 'verifying', done: 0, total: found.bytes });
  const written: StoredFile[] = [];
  try {
    const hash = createHash('sha256');
    const plain = await decrypt(found, keys, hash, control);
    const contents = await readContents(context, plain, keys, input, written);
    return takeIn(context, contents, found.bytes, hash.digest('hex'), input.seen !== null);
  } catch (error) {
    for (const { id } of written) await context.files.remove(id).catch(() => undefined);
    throw coded(error, found.paths.length);
  }
}
