import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { writeSetting } from '../../vault/settings';
import type { VaultContext } from '../context';
import { digestCase } from './digest';
import { ensureOfficeKeys } from './office';
import { openPackage } from './open-package';
import { listTransfers } from './transfer-rows';
import { writePackage } from './write-package';

type TransferMethods =
  | 'transfer.office'
  | 'transfer.nameOffice'
  | 'transfer.list'
  | 'transfer.export'
  | 'transfer.import'
  | 'transfer.identity'
  | 'case.digest';

/** Moving a case to another office: this office's keys, packages out, packages in. */
export function transferHandlers(context: VaultContext): Pick<VaultHandlers, TransferMethods> {
  return {
    'transfer.office': async () => (await ensureOfficeKeys(context)).office,
    'transfer.nameOffice': async ({ name }) => {
      context.act({ action: 'office.rename', subject: null }, () => {
        writeSetting(context.db, 'office.name', name);
      });
      context.changed('transfers', null);
      return (await ensureOfficeKeys(context)).office;
    },
    'transfer.identity': async () => ({ identity: (await ensureOfficeKeys(context)).identity }),
    'transfer.list': () => listTransfers(context),
    'transfer.export': (input) =>
      context.jobs.start('transfer-out', input.caseId, async (control) => {
        const { id } = await writePackage(context, input, control);
        context.changed('transfers', null);
        return { resultId: id };
      }),
    'transfer.import': (input) =>
      context.jobs.start('transfer-in', null, async (control) => {
        const { id, caseId } = await openPackage(context, input, control);
        context.changed('transfers', null);
        context.changed('cases', caseId);
        return { resultId: id };
      }),
    'case.digest': ({ id }) => digestCase(context, id),
  };
}
