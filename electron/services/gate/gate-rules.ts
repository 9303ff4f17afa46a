import { parseEdtf } from '../../../shared/domain/dates/parse';
import { leavingAnswerKind } from '../../../shared/records/leaving-answer';
import { permissionKind } from '../../../shared/records/permission';
import { requireExhibit } from '../items/require-exhibit';
import type { RecordRules } from '../records/rules';

/** A permission is for an exhibit of the case, and was given on a date. */
export const permissionRules: RecordRules = {
  kind: permissionKind.kind,
  area: 'records',
  admit: (context, caseId, body, when) => {
    const { itemId, on } = permissionKind.body.parse(body);
    if (when === 'now') {
      requireExhibit(context, caseId, itemId);
      parseEdtf(on);
    }
    return body;
  },
};

/** An answer is about an exhibit of the case, or about none. */
export const leavingAnswerRules: RecordRules = {
  kind: leavingAnswerKind.kind,
  area: 'records',
  admit: (context, caseId, body, when) => {
    const { itemId } = leavingAnswerKind.body.parse(body);
    if (when === 'now' && itemId !== null) requireExhibit(context, caseId, itemId);
    return body;
  },
};
