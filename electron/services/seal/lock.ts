import { HoldfastError } from '../../../shared/errors';
import type { PackageLock, TransferLock } from '../../../shared/models/transfer';
import type { VaultContext } from '../../vault/api';
import { refuseWeakPassphrase } from '../../vault/passphrase';
import { readSetting } from '../../vault/settings';
import type { AgeLock } from '../age/seal';
import { readOffices } from '../offices/office-rows';
import type { OfficeRow } from '../offices/office-rows';

/** Throws `weak-passphrase`. What is sealed lies on a stick or in the post: its passphrase must hold as well as one of the vault. */
export async function refuseWeakLock({ db }: Pick<VaultContext, 'db'>, lock: PackageLock): Promise<void> {
  if (lock.type !== 'passphrase') return;
  await refuseWeakPassphrase(lock.passphrase, [readSetting(db, 'office.name') ?? '']);
}

/** The office that something is sealed for, null under a passphrase. Throws as `officesOfLock` does. */
export function officeOfLock(context: VaultContext, lock: TransferLock): OfficeRow | null {
  return officesOfLock(context, lock)[0] ?? null;
}

/**
 * The offices that something is sealed for, none under a passphrase. Throws `office-not-compared` for a key that nobody has
 * compared with its owner.
 */
export function officesOfLock(context: VaultContext, lock: PackageLock): readonly OfficeRow[] {
  const compared = readOffices(context).filter(({ standing }) => standing === 'compared');
  return (recipientsOf(lock) ?? []).map((each) => {
    const office = compared.find(({ recipient }) => recipient === each);
    if (office === undefined) throw new HoldfastError('office-not-compared');
    return office;
  });
}

/** The keys that a lock names, or null for a passphrase. */
export function recipientsOf(lock: PackageLock): [string, ...string[]] | null {
  if (lock.type === 'passphrase') return null;
  const [first, ...others] = lock.type === 'recipient' ? [lock.recipient] : lock.recipients;
  if (first === undefined) throw new HoldfastError('invalid-input');
  return [first, ...others];
}

/** As the room that seals is told it. */
export function ageLockOf(lock: PackageLock): AgeLock {
  return lock.type === 'passphrase' ? lock : { type: 'recipients', recipients: recipientsOf(lock) ?? [] };
}
