import type { protectionMethods } from '../../../shared/contract/protection-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import { safetyPlanKind } from '../../../shared/records/safety-plan';
import type { VaultContext } from '../../vault/api';
import { printTo } from '../print/print-to';
import { namesIn } from '../records/names';
import { readBodies } from '../records/read-records';
import { readPossible } from './read-possible';
import { safetyPlanHtml } from './safety-plan-html';

/** So many lines are shown at once; the rest is counted. */
const most = 200;

/** Orders, breaches, risk and the safety plan. */
export function protectionHandlers(
  context: VaultContext,
): Pick<VaultHandlers, keyof typeof protectionMethods> {
  return {
    'protection.possible': ({ caseId }) => {
      const all = readPossible(context, caseId);
      const nameOf = namesIn(context);
      return {
        total: all.length,
        rows: all.slice(0, most).map((each) => ({
          ...each,
          doubts: [...each.doubts],
          title: nameOf(each.entryId),
        })),
      };
    },
    'safety.print': async ({ caseId, paper, target }) => {
      const path = context.pathOf(target);
      const [plan] = readBodies(context, caseId, safetyPlanKind);
      if (plan === undefined) throw new HoldfastError('not-found');
      // The title stands in the file in clear, and so says nothing of what it is; nor does it say what made it.
      const printed = await printTo(context, safetyPlanHtml(plan, paper), 'Notes', path, '');
      context.act({ action: 'safety-plan.save', subject: plan.id, caseId }, () => undefined);
      return printed;
    },
  };
}
