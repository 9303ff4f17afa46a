import { viewKind } from '../../../shared/records/view';
import type { RecordRules } from '../records/rules';
import { requireRead } from './unread-filter';

/** A view that can never show anything is not worth a name (`filter-unread`); one that was kept before stays what it was. */
export const viewRules: RecordRules = {
  kind: viewKind.kind,
  area: 'chronology',
  admit: (context, caseId, body, when) => {
    if (when === 'now') requireRead(context, caseId, viewKind.body.parse(body).filter);
    return body;
  },
};
