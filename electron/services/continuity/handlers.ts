import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { VaultContext } from '../../vault/api';
import { addHandover, correctHandover } from './record';
import { readTimeline } from './timeline';

/** Through whose hands an exhibit went. */
export function continuityHandlers(
  context: VaultContext,
): Pick<VaultHandlers, 'continuity.timeline' | 'continuity.add' | 'continuity.correct'> {
  return {
    'continuity.timeline': ({ itemId }) => readTimeline(context, itemId),
    'continuity.add': ({ itemIds, handover, planned }) => ({
      rows: addHandover(context, itemIds, handover, planned),
    }),
    'continuity.correct': (input) => ({ rows: correctHandover(context, input) }),
  };
}
