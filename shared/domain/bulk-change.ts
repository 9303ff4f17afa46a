import { behaviours } from '../models/chronology';
import type { Behaviour, EntryLink, NewEntry } from '../models/chronology';

/** The same change for many entries; what is not given stays as it is in each. */
export interface BulkChange {
  readonly kind?: NewEntry['kind'] | undefined;
  readonly channel?: NewEntry['channel'] | undefined;
  readonly place?: string | undefined;
  readonly addActs?: readonly Behaviour[] | undefined;
  readonly removeActs?: readonly Behaviour[] | undefined;
  readonly addLinks?: readonly EntryLink[] | undefined;
}

/** An entry with a change made; acts stay in the order of the model, and nothing is linked twice. */
export function bulkChange(entry: NewEntry, change: BulkChange): NewEntry {
  const acts = new Set([...entry.behaviours, ...(change.addActs ?? [])]);
  for (const act of change.removeActs ?? []) acts.delete(act);
  const isNew = (link: EntryLink): boolean =>
    !entry.links.some(({ id, role }) => id === link.id && role === link.role);
  return {
    ...entry,
    kind: change.kind ?? entry.kind,
    channel: change.channel === undefined ? entry.channel : change.channel,
    place: change.place ?? entry.place,
    behaviours: behaviours.filter((act) => acts.has(act)),
    links: [...entry.links, ...(change.addLinks ?? []).filter(isNew)],
  };
}
