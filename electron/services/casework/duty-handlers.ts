import type { dutiesMethods } from '../../../shared/contract/duties-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { ukDay } from '../../../shared/domain/dates/standing';
import type { VaultContext } from '../../vault/api';
import { readDuties } from './duties';

/** What is missing or due, of a case or over the caseload. */
export function dutyHandlers(context: VaultContext): Pick<VaultHandlers, keyof typeof dutiesMethods> {
  return {
    'casework.duties': ({ caseId }) => readDuties(context, caseId, ukDay(context.now())),
  };
}
