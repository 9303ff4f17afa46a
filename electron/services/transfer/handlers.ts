import type { VaultHandlers, VaultInput } from '../../../shared/contract/vault-methods';
import type { Job } from '../../../shared/models/job';
import { writeSetting } from '../../vault/settings';
import type { VaultContext } from '../../vault/api';
import { digestCase } from './digest';
import { ensureOfficeKeys } from '../offices/office';
import { refuseWeakLock } from '../seal/lock';
import { forecast } from './forecast';
import { inspectPackage } from './inspect-package';
import { openPackage } from './open-package';
import { listTransfers } from './transfer-rows';
import { writePackage } from './write-package';

type TransferMethods =
  | 'transfer.office'
  | 'transfer.nameOffice'
  | 'transfer.list'
  | 'transfer.forecast'
  | 'transfer.inspect'
  | 'transfer.inspectFile'
  | 'transfer.export'
  | 'transfer.import'
  | 'transfer.send'
  | 'transfer.receive'
  | 'transfer.identity'
  | 'case.digest';

/** Moving a case to another office: this office's keys, packages out, packages in. */
export function transferHandlers(context: VaultContext): Pick<VaultHandlers, TransferMethods> {
  async function send(input: VaultInput<'transfer.export'>): Promise<Job> {
    await refuseWeakLock(context, input.lock);
    return context.jobs.start('transfer-out', input.caseId, async (control) => {
      const { id } = await writePackage(context, input, control);
      context.changed('transfers', null);
      return { resultId: id };
    });
  }

  function receive(input: VaultInput<'transfer.import'>): Job {
    return context.jobs.start('transfer-in', null, async (control) => {
      const { id, caseId } = await openPackage(context, input, control);
      context.changed('transfers', null);
      context.changed('cases', caseId);
      return { resultId: id };
    });
  }

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
    'transfer.forecast': (asked) => forecast(context, asked),
    'transfer.export': (input) => send(input),
    'transfer.import': (input) => receive(input),
    'transfer.send': ({ target, ...input }) => send({ ...input, path: context.pathOf(target) }),
    'transfer.inspect': ({ source, passphrase }) =>
      inspectPackage(context, { passphrase, path: context.pathOf(source) }),
    'transfer.inspectFile': (input) => inspectPackage(context, input),
    'transfer.receive': ({ source, passphrase, seen }) =>
      receive({ passphrase, seen, path: context.pathOf(source) }),
    'case.digest': ({ id }) => digestCase(context, id),
  };
}
