import { dateBounds } from '../../../shared/domain/dates/bounds';
import type { Body } from '../../../shared/domain/records/version';
import { entryKind } from '../../../shared/records/entry';
import type { RecordRules } from '../records/rules';
import { touchEntries } from './revision';
import { bringLinkedBack, checkCited, citable } from './write-entry';

/** An entry cites what is in its case; what it cited and was erased since is left out. */
export const entryRules: RecordRules = {
  kind: entryKind.kind,
  area: 'chronology',
  admit: (context, caseId, body, when) => {
    const written = entryKind.body.parse(body);
    dateBounds(written.edtf, written.time);
    if (when === 'again') return citable(context, caseId, written) as unknown as Body;
    checkCited(context, caseId, written);
    return body;
  },
  within: (context, _id, _before, after) => {
    bringLinkedBack(context, entryKind.body.parse(after));
  },
  after: touchEntries,
};
