import type { breachesMethods } from '../../../shared/contract/breaches-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { VaultContext } from '../../vault/api';
import { listBreaches, removeBreach, saveBreach } from './breaches';

/** What was lost or stolen, and whom was told of it. */
export function breachHandlers(context: VaultContext): Pick<VaultHandlers, keyof typeof breachesMethods> {
  return {
    'breaches.list': () => listBreaches(context),
    'breaches.save': ({ changes, body }) => saveBreach(context, changes, body),
    'breaches.remove': ({ id }) => {
      removeBreach(context, id);
      return {};
    },
  };
}
