import type { receiptsMethods } from '../../../shared/contract/receipts-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { printUkMoment } from '../../../shared/domain/dates/uk-moment';
import own from '../../../package.json' with { type: 'json' };
import { printTo } from '../print/print-to';
import type { VaultContext } from '../../vault/api';
import { custodyHtml } from './custody-html';
import { readCustody } from './custody';
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
    'transfer.custody': ({ caseId }) => readCustody(context, caseId),
    'transfer.printCustody': async ({ caseId, target }) => {
      const path = context.pathOf(target);
      const custody = await readCustody(context, caseId);
      const at = printUkMoment(context.now().toISOString());
      const page = custodyHtml(custody, { at, version: own.version });
      const printed = await printTo(context, page, 'Custody of a case', path);
      const detail = { packages: custody.steps.length };
      context.act({ action: 'custody.save', subject: caseId, detail }, () => undefined);
      return printed;
    },
  };
}
