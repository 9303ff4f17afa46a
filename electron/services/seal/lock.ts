import { HoldfastError } from '../../../shared/errors';
import type { TransferLock } from '../../../shared/models/transfer';
import type { VaultContext } from '../../vault/api';
import { refuseWeakPassphrase } from '../../vault/passphrase';
import { readSetting } from '../../vault/settings';
import { readOffices } from '../offices/office-rows';
import type { OfficeRow } from '../offices/office-rows';

/** Throws `weak-passphrase`. What is sealed lies on a stick or in the post: its passphrase must hold as well as one of the vault. */
export async function refuseWeakLock({ db }: Pick<VaultContext, 'db'>, lock: TransferLock): Promise<void> {
  if (lock.type !== 'passphrase') return;
  await refuseWeakPassphrase(lock.passphrase, [readSetting(db, 'office.name') ?? '']);
}

/**
 * The office that something is sealed for, null under a passphrase. Throws `office-not-compared` for a key that nobody has compared
 * with its owner.
 */
export function officeOfLock(context: VaultContext, lock: TransferLock): OfficeRow | null {
  if (lock.type === 'passphrase') return null;
  const office = readOffices(context).find(
    ({ standing, recipient }) => standing === 'compared' && recipient === lock.recipient,
  );
  if (office === undefined) throw new HoldfastError('office-not-compared');
  return office;
}
