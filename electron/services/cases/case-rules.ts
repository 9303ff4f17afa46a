import { caseKind } from '../../../shared/records/case';
import { settleDefault } from '../items/producers';
import type { RecordRules } from '../records/rules';
import { refuseTakenReference } from './reference';

/** A case is called otherwise than others. Exhibits that are added from now on belong to whoever has the case's initials. */
export const caseRules: RecordRules = {
  kind: caseKind.kind,
  area: 'cases',
  within: (context, id, before, after) => {
    const { reference, exhibitInitials } = caseKind.body.parse(after);
    const earlier = before === null ? null : caseKind.body.parse(before);
    refuseTakenReference(context, id, earlier?.reference ?? null, reference);
    settleDefault(context, id, earlier?.exhibitInitials ?? exhibitInitials, exhibitInitials);
  },
};
