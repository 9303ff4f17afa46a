import { checkLeaving } from '../../../shared/domain/leaving/check';
import type { leavingMethods } from '../../../shared/contract/leaving-methods';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { leavingAnswerKind } from '../../../shared/records/leaving-answer';
import { permissionKind } from '../../../shared/records/permission';
import type { VaultContext } from '../../vault/api';
import { requireExhibit } from '../items/require-exhibit';
import { sayOfItem } from '../items/name-item';
import { requireAnswer, requirePermission } from './gate-rules';
import { readMaterial } from './read-material';
import { bundleRequest } from './requests';

/** What is about to leave, held to the rules, and what a person says about it. */
export function gateHandlers(context: VaultContext): Pick<VaultHandlers, keyof typeof leavingMethods> {
  const said = (caseId: string): void => {
    for (const area of ['evidence', 'records'] as const) context.changed(area, caseId);
  };
  return {
    'leaving.check': ({ request }) => checkLeaving(readMaterial(context, request)),
    'leaving.bundleRequest': ({ id }) => ({ request: bundleRequest(context, id) }),
    'leaving.classify': ({ caseId, itemIds, itemClass }) => {
      for (const id of itemIds) requireExhibit(context, caseId, id);
      const detail = { exhibits: itemIds.length, class: itemClass };
      context.act({ action: 'leaving.classify', subject: caseId, detail }, () => {
        for (const id of itemIds) sayOfItem(context, caseId, id, { itemClass });
      });
      said(caseId);
      return {};
    },
    'leaving.permit': ({ caseId, itemIds, permission }) => {
      for (const itemId of itemIds) requirePermission(context, caseId, { ...permission, itemId });
      const detail = { exhibits: itemIds.length, what: permission.what, to: permission.recipient };
      context.act({ action: 'leaving.permit', subject: caseId, detail }, () => {
        for (const itemId of itemIds)
          context.records.create(permissionKind.kind, {
            ...{ id: context.newId(), caseId },
            body: { ...permission, itemId },
          });
      });
      said(caseId);
      return {};
    },
    'leaving.answer': ({ caseId, answer, why }) => {
      requireAnswer(context, caseId, answer);
      const detail = { code: answer.code, to: answer.recipient };
      context.act({ action: 'leaving.answer', subject: caseId, detail }, () => {
        context.records.say(leavingAnswerKind.kind, { caseId, body: { ...answer, why } });
      });
      said(caseId);
      return {};
    },
  };
}
