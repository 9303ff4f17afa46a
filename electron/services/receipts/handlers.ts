import type { receiptsMethods } from '../../../shared/contract/receipts-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { VaultContext } from '../../vault/api';
import { readReceipt } from './read-receipt';
import { listReceipts } from './receipt-rows';
import { writeReceipt } from './write-receipt';

/** What comes after a package was written or taken in. */
export function receiptHandlers(context: VaultContext): Pick<VaultHandlers, keyof typeof receiptsMethods> {
  return {
    'transfer.writeReceipt': async ({ id, target }) => {
      const kept = await writeReceipt(context, { id, path: context.pathOf(target) });
      context.changed('transfers', null);
      return kept;
    },
    'transfer.readReceipt': async ({ source }) => {
      const kept = await readReceipt(context, context.pathOf(source));
      context.changed('transfers', null);
      return kept;
    },
    'transfer.receipts': () => [...listReceipts(context)],
  };
}
