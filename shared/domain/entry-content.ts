import type { NewEntry } from '../models/chronology';

/** What an advocate wrote in an entry, without what was worked out from it or added when it was stored. */
export function entryContent(entry: NewEntry): NewEntry {
  const {
    edtf,
    time,
    title,
    description,
    quote,
    behaviours,
    channel,
    place,
    dateSource,
    reported,
    evidenceIds,
    messageKeys,
  } = entry;
  return {
    edtf,
    time,
    title,
    description,
    quote,
    behaviours,
    channel,
    place,
    dateSource,
    reported,
    evidenceIds,
    messageKeys,
  };
}
