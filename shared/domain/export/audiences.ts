import { everyEntry } from '../../models/entry-filter';
import type { Audience, SavedViewBody, ViewField } from '../../models/saved-view';
import { viewFields } from '../../models/saved-view';

const names: Readonly<Record<Audience, string>> = {
  police: 'Police',
  'family-court': 'Family court',
  'criminal-court': 'Criminal court',
  marac: 'MARAC',
  client: 'The client’s own copy',
  own: 'Our own use',
};
export function audienceText(audience: Audience): string {
  return names[audience];
}

const account: readonly ViewField[] = ['date', 'dateSource', 'title', 'description', 'quote'];

/**
 * What is usually given to whom. The advocate's comment is for our own use; how to reach witnesses goes to the police alone;
 * a conference is given the outline and the risk, not the exact words. Each view can be changed before it is used.
 */
const fields: Readonly<Record<Audience, readonly ViewField[]>> = {
  police: [
    ...account,
    'acts',
    'channel',
    'place',
    'people',
    'vehicle',
    'witnesses',
    'witnessContacts',
    'effect',
    'fear',
    'reported',
    'exhibits',
    'messages',
  ],
  'family-court': [...account, 'place', 'people', 'effect', 'reported', 'exhibits'],
  'criminal-court': [
    ...account,
    'acts',
    'channel',
    'place',
    'people',
    'effect',
    'fear',
    'reported',
    'exhibits',
    'messages',
  ],
  marac: ['date', 'title', 'acts', 'people', 'effect', 'fear', 'reported', 'safetyAction'],
  client: [...account, 'place', 'effect', 'reported', 'exhibits', 'messages'],
  own: viewFields,
};

/** A view for somebody, to begin with: every entry, oldest first, nothing covered. */
export function viewFor(audience: Audience): SavedViewBody {
  return { audience, filter: everyEntry, order: 'oldest', fields: [...fields[audience]], covering: [] };
}
