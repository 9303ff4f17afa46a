import type { responseMethods } from '../../../shared/contract/response-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { VaultContext } from '../../vault/api';
import { readResponse } from './read-response';

/** Police, prosecutor and court of a case. */
export function responseHandlers(context: VaultContext): Pick<VaultHandlers, keyof typeof responseMethods> {
  return { 'casework.response': ({ caseId }) => readResponse(context, caseId) };
}
