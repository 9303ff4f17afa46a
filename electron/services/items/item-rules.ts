import { parseEdtf } from '../../../shared/domain/dates/parse';
import { dateChoiceKind } from '../../../shared/records/date-choice';
import { exhibitKind } from '../../../shared/records/exhibit';
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

/** What an exhibit is called: anything. */
export const exhibitRules: RecordRules = { kind: exhibitKind.kind, area: 'evidence' };
