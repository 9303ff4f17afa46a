import { parseEdtf } from '../../../shared/domain/dates/parse';
import { provenanceKind } from '../../../shared/records/provenance';
import { requireExhibit } from '../items/require-exhibit';
import type { RecordRules } from '../records/rules';

/** Throws for a date that is none. */
export function checkDay(edtf: string | null): void {
  if (edtf !== null) parseEdtf(edtf);
}

/** It is about an exhibit of its case, and its day is one. */
export const provenanceRules: RecordRules = {
  kind: provenanceKind.kind,
  area: 'evidence',
  admit: (context, caseId, body, when) => {
    const { itemId, receivedOn } = provenanceKind.body.parse(body);
    if (when === 'now') {
      requireExhibit(context, caseId, itemId);
      checkDay(receivedOn);
    }
    return body;
  },
};
