import type { conflictMethods } from '../../../shared/contract/conflict-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { VaultContext } from '../../vault/api';
import { findConflicts } from './find-conflicts';

/** Whether people of a case stand in another. */
export function conflictHandlers(context: VaultContext): Pick<VaultHandlers, keyof typeof conflictMethods> {
  return { 'casework.conflict': ({ caseId }) => findConflicts(context, caseId) };
}
