import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { VaultContext } from '../../vault/api';
import { searchEverything } from './everything';

/** The one search box over everything. */
export function searchHandlers(context: VaultContext): Pick<VaultHandlers, 'search.everything'> {
  return { 'search.everything': ({ caseId, text }) => searchEverything(context, caseId, text) };
}
