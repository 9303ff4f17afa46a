import type { VaultHandlers, VaultInput } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import type { Job } from '../../../shared/models/job';
import type { PackageComparison } from '../../../shared/models/package-comparison';
import { writeSetting } from '../../vault/settings';
import type { VaultContext } from '../../vault/api';
import { digestCase } from './digest';
import { ensureOfficeKeys } from '../offices/office';
import { refuseWeakLock } from '../seal/lock';
import { forecast } from './forecast';
import { comparePackageFile } from './compare/compare-package';
import { inspectPackage } from './inspect-package';
import { openPackage } from './open-package';
import type { PackageToOpen } from './read-contents';
import { listTransfers } from './transfer-rows';
import { writePackage } from './write-package';

type TransferMethods =
  | 'transfer.office'
  | 'transfer.nameOffice'
  | 'transfer.list'
  | 'transfer.forecast'
  | 'transfer.inspect'
  | 'transfer.inspectFile'
  | 'transfer.compare'
  | 'transfer.comparison'
  | 'transfer.export'
  | 'transfer.import'
  | 'transfer.send'
  | 'transfer.receive'
  | 'transfer.identity'
  | 'case.digest';

/** Moving a case to another office: this office's keys, packages out, packages in. */
export function transferHandlers(context: VaultContext): Pick<VaultHandlers, TransferMethods> {
  // One at a time: whoever compares another package has left this one.
  let compared: PackageComparison | null = null;

  async function send(input: VaultInput<'transfer.export'>): Promise<Job> {
    await refuseWeakLock(context, input.lock);
    return context.jobs.start('transfer-out', input.caseId, async (control) => {
      const { id } = await writePackage(context, input, control);
      context.changed('transfers', null);
      return { resultId: id };
    });
  }

  function receive(input: PackageToOpen): Job {
    return context.jobs.start('transfer-in', null, async (control) => {
      const { id, caseId } = await openPackage(context, input, control);
      context.changed('transfers', null);
      for (const area of ['cases', 'evidence', 'chronology', 'records'] as const)
        context.changed(area, caseId);
      return { resultId: id };
    });
  }

  function compare(input: PackageToOpen): Job {
    return context.jobs.start('transfer-look', null, async (control) => {
      compared = await comparePackageFile(context, input, control);
      return { resultId: compared.packageId };
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
    'transfer.compare': ({ source, passphrase, seen }) =>
      compare({ passphrase, seen, path: context.pathOf(source) }),
    'transfer.comparison': ({ id }) => {
      if (compared?.packageId !== id) throw new HoldfastError('not-found');
      return compared;
    },
    'transfer.receive': ({ source, passphrase, seen, decisions }) =>
      receive({ passphrase, seen, decisions, path: context.pathOf(source) }),
    'case.digest': ({ id }) => digestCase(context, id),
  };
}
