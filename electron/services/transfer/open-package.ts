import type { TransferRecord } from '../../../shared/models/transfer';
import type { JobControl, StoredFile, VaultContext } from '../../vault/api';
import { ensureOfficeKeys } from '../offices/office';
import { hashOfMany } from '../seal/hash-thread';
import { coded, decrypt, findPackage } from './package-stream';
import { nothingDecided } from '../../../shared/models/package-decisions';
import { sealingQuarantine } from './quarantine';
import { readContents } from './read-contents';
import type { PackageToOpen } from './read-contents';
import { takeIn } from './take-in';

/** Takes away what was sealed and has no row: all of it after a failure. */
async function removeUnnamed(
  { db, files }: Pick<VaultContext, 'db' | 'files'>,
  written: readonly StoredFile[],
): Promise<void> {
  // Where the vault was locked meanwhile nothing has come in.
  const isNamed = db.open ? db.prepare('SELECT 1 FROM files WHERE id = ?') : null;
  for (const { id } of written)
    if (isNamed?.get(id) === undefined) await files.remove(id).catch(() => undefined);
}

/**
 * Opens a package into the vault. Nothing of it is stored before it is known who has signed it (see `admitSender`). Its
 * files then go, as far as they are wanted, straight into encrypted storage and are worth nothing until all of it has been verified: signature,
 * recipient, every length and fingerprint, and age's end marker. Then everything goes in with one transaction; on any
 * failure what was written is removed and the vault is as it was. A case that is here is joined with what the package says of it.
 */
export async function openPackage(
  context: VaultContext,
  input: PackageToOpen,
  control: JobControl,
): Promise<TransferRecord> {
  const keys = await ensureOfficeKeys(context);
  const found = await findPackage(input);
  control.progress({ step: 'verifying', done: 0, total: found.bytes });
  const hash = hashOfMany(found.bytes);
  const written: StoredFile[] = [];
  const { decisions = nothingDecided, seen } = input;
  const quarantine = sealingQuarantine(context, decisions, written);
  try {
    const plain = await decrypt(found, keys, hash, control);
    const contents = await readContents(context, plain, keys, input, quarantine);
    // A file is durable before its row is.
    await quarantine.durable();
    const file = { bytes: found.bytes, sha256: await hash.digest() };
    return takeIn(context, contents, file, decisions, seen !== null);
  } catch (error) {
    throw coded(error, found.paths.length);
  } finally {
    await hash.end();
    // What is still on its way to its name would get it behind the clearing up.
    await quarantine.durable().catch(() => undefined);
    await removeUnnamed(context, written);
  }
}
