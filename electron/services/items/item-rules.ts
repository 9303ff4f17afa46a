import { parseEdtf } from '../../../shared/domain/dates/parse';
import { referenceKept } from '../../../shared/domain/records/references';
import type { Version } from '../../../shared/domain/records/version';
import { HoldfastError } from '../../../shared/errors';
import { dateChoiceKind } from '../../../shared/records/date-choice';
import { exhibitKind } from '../../../shared/records/exhibit';
import type { ExhibitRecord } from '../../../shared/records/exhibit';
import { recordIdAbout } from '../../vault/records/record-id';
import type { RecordRules } from '../records/rules';

/** A date that was settled on is a date. That it is of the exhibit it was of before, the store sees to. */
export const dateChoiceRules: RecordRules = {
  kind: dateChoiceKind.kind,
  area: 'evidence',
  admit: (_context, _caseId, body) => {
    parseEdtf(dateChoiceKind.body.parse(body).date.edtf);
    return body;
  },
};

/**
 * What an exhibit is called: anything. Its reference is given by a series alone (`exhibits.renumber`): a version that is brought
 * back keeps the one that it bears, and a join chooses among those that its two versions have.
 */
export const exhibitRules: RecordRules = {
  kind: exhibitKind.kind,
  area: 'evidence',
  admit: ({ db, records }, _caseId, body) => {
    const { renumbered: wanted, itemId } = exhibitKind.body.parse(body);
    const id = recordIdAbout(exhibitKind.kind, itemId);
    const isNew = db.prepare('SELECT 1 FROM records WHERE id = ?').get(id) === undefined;
    const { shown, heads } = isNew ? { shown: null, heads: [] } : records.standing(id);
    const renumbered = referenceKept(wanted, referenceIn(shown), heads.map(referenceIn));
    const { renumbered: _r, ...rest } = body;
    return renumbered === undefined ? rest : { ...rest, renumbered: { ...renumbered } };
  },
  // Without it the exhibit would go back to a reference that another bears.
  without: (_context, _id, before) => {
    if (exhibitKind.body.safeParse(before).data?.renumbered !== undefined) throw new HoldfastError('in-use');
  },
};

function referenceIn(version: Version | null): ExhibitRecord['renumbered'] {
  return exhibitKind.body.safeParse(version?.body).data?.renumbered;
}
