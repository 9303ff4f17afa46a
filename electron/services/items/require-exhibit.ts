import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';

/** Insists that an exhibit is there and of this case. Throws `invalid-input`. */
export function requireExhibit({ db }: Pick<VaultContext, 'db'>, caseId: string, itemId: string): void {
  const found = db.prepare('SELECT 1 FROM evidence WHERE id = ? AND case_id = ?').get(itemId, caseId);
  if (found === undefined) throw new HoldfastError('invalid-input');
}
