import { parseEdtf } from '../../../shared/domain/dates/parse';
import { HoldfastError } from '../../../shared/errors';
import { proceedingsKind } from '../../../shared/records/proceedings';
import type { RecordRules } from '../records/rules';

/** Proceedings are called something, and what stands as the date of a hearing is one. The case number may be anything. */
export const proceedingsRules: RecordRules = {
  kind: proceedingsKind.kind,
  area: 'records',
  admit: (_context, _caseId, body, when) => {
    // What was written before stays what it is, however two versions of it were joined.
    if (when === 'again') return body;
    const { court, title, hearings } = proceedingsKind.body.parse(body);
    if (court === '' && title === '') throw new HoldfastError('invalid-input');
    for (const { edtf } of hearings) if (edtf !== null) parseEdtf(edtf);
    return body;
  },
};
