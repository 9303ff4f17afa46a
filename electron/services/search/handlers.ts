import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { VaultContext } from '../../vault/api';
import { searchEveryCase } from './every-case';
import { searchEverything } from './everything';

/** The one search box over everything: in a case, or in all of them. */
export function searchHandlers(
  context: VaultContext,
): Pick<VaultHandlers, 'search.everything' | 'search.everyCase'> {
  return {
    'search.everything': ({ caseId, text }) => searchEverything(context, caseId, text),
    'search.everyCase': ({ text }) => searchEveryCase(context, text),
  };
}
