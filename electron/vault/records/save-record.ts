import type { Body } from '../../../shared/domain/records/version';
import type { RecordStore } from './store';

/**
 * Writes to a record that may not be there yet, or may have been removed: it is made, changed, or brought back with what is
 * said now. Must run inside an act. Throws as the store of records.
 */
export function saveRecord(
  { records }: { readonly records: RecordStore },
  kind: string,
  { id, caseId, body }: { readonly id: string; readonly caseId: string; readonly body: Body },
): void {
  if (records.versions(id).length === 0) records.create(kind, { id, caseId, body });
  else if (records.standing(id).removed) records.bringBack(id, body);
  else records.change(id, body);
}

/** Removes a record where there is one that was not removed. Must run inside an act. Throws as the store of records. */
export function takeBack({ records }: { readonly records: RecordStore }, id: string): void {
  if (records.versions(id).length > 0 && !records.standing(id).removed) records.remove(id);
}
