import type { RecordStore } from './store';

/** Removes a record where there is one that was not removed. Must run inside an act. Throws as the store of records. */
export function takeBack({ records }: { readonly records: RecordStore }, id: string): void {
  if (records.versions(id).length > 0 && !records.standing(id).removed) records.remove(id);
}
