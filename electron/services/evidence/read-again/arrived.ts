import type { VaultContext } from '../../../vault/api';
import { queueItem } from '../../items/queue-text';
import { wantText } from './read-texts';
import { wantReading } from './wanted';

/**
 * Called for every exhibit that came with a case of another office, in the same transaction: what can be worked out from its file
 * (what is shown of it, its text, what it looks like) is worked out here, whatever the other office made of it.
 */
export function wantMadeAgain(context: Pick<VaultContext, 'db'>, itemId: string): void {
  wantReading(context, itemId);
  queueItem(context, itemId);
  wantText(context, itemId);
}
