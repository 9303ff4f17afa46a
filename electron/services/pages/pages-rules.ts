import { pageTurnsKind } from '../../../shared/records/page-turns';
import { pdfPasswordKind } from '../../../shared/records/pdf-password';
import { requireExhibit } from '../items/require-exhibit';
import type { RecordRules } from '../records/rules';

/** They are of an exhibit of the case. What they are for is made anew when it is next looked at. */
export const pdfPasswordRules: RecordRules = {
  kind: pdfPasswordKind.kind,
  area: 'evidence',
  admit: (context, caseId, body, when) => {
    if (when === 'now') requireExhibit(context, caseId, pdfPasswordKind.body.parse(body).itemId);
    return body;
  },
};

export const pageTurnsRules: RecordRules = {
  kind: pageTurnsKind.kind,
  area: 'evidence',
  admit: (context, caseId, body, when) => {
    if (when === 'now') requireExhibit(context, caseId, pageTurnsKind.body.parse(body).itemId);
    return body;
  },
};
