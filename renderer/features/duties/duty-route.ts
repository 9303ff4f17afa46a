import type { Duty } from '../../../shared/models/duty';
import { isRecordForm } from '../../../shared/models/record-form';
import type { Route } from '../../kit/navigation';
import { routeOf } from '../drafts/route-of';

/** Where a record that a line stands on is looked at. */
export function routeOfRecord(caseId: string, { id, kind }: Duty['standsOn'][number]): Route {
  if (kind === 'entry') return { name: 'chronology', caseId, entryId: id };
  if (kind === 'proceedings') return { name: 'proceedings', caseId, form: id };
  // Of the register only orders are named.
  if (kind === 'register') return { name: 'protection', caseId, record: id };
  const form = `record-${kind}`;
  return isRecordForm(form) ? routeOf({ form, subject: id, caseId }) : { name: 'case', caseId };
}
