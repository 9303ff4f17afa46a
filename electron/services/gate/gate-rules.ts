import { parseEdtf } from '../../../shared/domain/dates/parse';
import type { LeavingAnswer } from '../../../shared/records/leaving-answer';
import { leavingAnswerKind } from '../../../shared/records/leaving-answer';
import type { PermissionRecord } from '../../../shared/records/permission';
import { permissionKind } from '../../../shared/records/permission';
import type { VaultContext } from '../../vault/api';
import { requireExhibit } from '../items/require-exhibit';
import type { RecordRules } from '../records/rules';

type Db = Pick<VaultContext, 'db'>;

/** A permission is for an exhibit of the case, and was given on a date. Throws `invalid-input`. */
export function requirePermission(
  context: Db,
  caseId: string,
  { itemId, on }: Pick<PermissionRecord, 'itemId' | 'on'>,
): void {
  requireExhibit(context, caseId, itemId);
  parseEdtf(on);
}

/** An answer is about an exhibit of the case, or about none. Throws `invalid-input`. */
export function requireAnswer(context: Db, caseId: string, { itemId }: Pick<LeavingAnswer, 'itemId'>): void {
  if (itemId !== null) requireExhibit(context, caseId, itemId);
}

export const permissionRules: RecordRules = {
  kind: permissionKind.kind,
  area: 'records',
  admit: (context, caseId, body, when) => {
    if (when === 'now') requirePermission(context, caseId, permissionKind.body.parse(body));
    return body;
  },
};

export const leavingAnswerRules: RecordRules = {
  kind: leavingAnswerKind.kind,
  area: 'records',
  admit: (context, caseId, body, when) => {
    if (when === 'now') requireAnswer(context, caseId, leavingAnswerKind.body.parse(body));
    return body;
  },
};
