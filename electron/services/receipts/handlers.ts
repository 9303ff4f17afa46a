import type { receiptsMethods } from '../../../shared/contract/receipts-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { VaultContext } from '../../vault/api';
import { readReceipt } from './read-receipt';
import { readAfter, setOverdueDays } from './after';
import { wipePackage } from './wipe';
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
    'transfer.after': () => readAfter(context),
    'transfer.setOverdueDays': ({ days }) => {
      setOverdueDays(context, days);
      context.changed('transfers', null);
      return readAfter(context);
    },
    'transfer.wipe': ({ id, source, givenUp }) => {
      const path = context.pathOf(source);
      return context.jobs.start('transfer-wipe', null, async (control) => {
        await wipePackage(context, { id, path, givenUp }, control);
        context.changed('transfers', null);
        return { resultId: id };
      });
    },
  };
}
