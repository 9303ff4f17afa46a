import type { packMethods } from '../../../shared/contract/pack-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { VaultContext } from '../../vault/api';
import { refuseWeakLock } from '../seal/lock';
import { makePack } from './make';
import { readPacks } from './pack-rows';
import { planFiles, readPackRedactions } from './plan-files';

/** Evidence packs: what one will hold, making it, and those that were made. */
export function packHandlers(context: VaultContext): Pick<VaultHandlers, keyof typeof packMethods> {
  return {
    'pack.plan': ({ caseId, exhibits }) =>
      planFiles(context, caseId, exhibits).flatMap(({ paper, files }) =>
        files.map((file) => ({ itemId: paper.item.id, ...file })),
      ),
    'pack.redactions': ({ caseId }) => readPackRedactions(context, caseId),
    'pack.list': ({ caseId }) => readPacks(context, caseId),
    'pack.make': async ({ caseId, options, lock, target }) => {
      const path = context.pathOf(target);
      if (lock !== null) await refuseWeakLock(context, lock);
      return context.jobs.start('pack', caseId, async (control) => ({
        resultId: await makePack(context, { caseId, options, lock }, path, control),
      }));
    },
  };
}
