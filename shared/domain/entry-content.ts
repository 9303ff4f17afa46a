import { newEntrySchema } from '../models/chronology';
import type { NewEntry } from '../models/chronology';

/** What an advocate wrote in an entry, without what was worked out from it or added when it was stored. */
export function entryContent(entry: NewEntry): NewEntry {
  // By the names in the schema and in its order, so that a new field is never forgotten here; unchecked, because a draft
  // may be half filled.
  const content: Readonly<Record<string, unknown>> = { ...entry };
  return Object.fromEntries(
    Object.keys(newEntrySchema.shape)
      .filter((name) => Object.hasOwn(content, name))
      .map((name) => [name, content[name]]),
  ) as NewEntry;
}

/** The parts of an entry of which nothing is known yet: all but when it was and what happened. */
export const nothingMore: Omit<NewEntry, 'edtf' | 'time' | 'title'> = {
  kind: 'incident',
  description: '',
  quote: '',
  comment: '',
  behaviours: [],
  marks: [],
  channel: null,
  place: '',
  dateSource: '',
  reported: null,
  evidenceIds: [],
  messageKeys: [],
  links: [],
  recordedWhen: null,
  actor: null,
  others: '',
  vehicle: '',
  witnesses: [],
  effect: '',
  changes: '',
  fear: null,
  threat: null,
  childrenPresent: null,
  safetyAction: '',
  attempts: null,
  firstTime: null,
};
