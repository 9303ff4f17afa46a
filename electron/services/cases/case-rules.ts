import { caseKind } from '../../../shared/records/case';
import { settleDefault } from '../items/producers';
import type { RecordRules } from '../records/rules';

/** Exhibits that are added from now on belong to whoever has the case's initials. */
export const caseRules: RecordRules = {
  kind: caseKind.kind,
  area: 'cases',
  within: (context, id, before, after) => {
    const initials = caseKind.body.parse(after).exhibitInitials;
    const earlier = before === null ? initials : caseKind.body.parse(before).exhibitInitials;
    settleDefault(context, id, earlier, initials);
  },
};
