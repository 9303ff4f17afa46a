import { parseEdtf } from '../../../shared/domain/dates/parse';
import { HoldfastError } from '../../../shared/errors';
import { provenanceKind } from '../../../shared/records/provenance';
import { recordIdAbout } from '../../vault/records/record-id';
import { requireExhibit } from '../items/require-exhibit';
import type { RecordRules } from '../records/rules';

/** Throws for a date that is none. */
export function checkDay(edtf: string | null): void {
  if (edtf !== null) parseEdtf(edtf);
}

/** It is about an exhibit of its case, of which there is no other record of this kind: `provenance.save` makes it. */
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
  within: (_context, id, _before, after) => {
    const { itemId } = provenanceKind.body.parse(after);
    if (id !== recordIdAbout(provenanceKind.kind, itemId)) throw new HoldfastError('invalid-input');
  },
};
