import type { Entry } from '../../models/chronology';
import type { Law } from '../../models/law';
import type { SavedViewBody, ViewField } from '../../models/saved-view';
import { channelText } from '../channels';
import { printDate } from '../dates/print';
import { actLabel } from '../law/act-words';
import { unreportedText } from '../reported';
import { coverWords } from './cover';

const labels: Readonly<Record<ViewField, string>> = {
  date: 'When',
  dateSource: 'Where the date comes from',
  title: 'In a few words',
  description: 'What happened, as the client tells it',
  quote: 'The exact words',
  comment: 'Comment of the advocate',
  acts: 'Acts',
  channel: 'How',
  place: 'Place',
  people: 'People, places and orders',
  vehicle: 'Vehicle',
  witnesses: 'Witnesses',
  witnessContacts: 'How to reach the witnesses',
  effect: 'Effect on the client',
  fear: 'Fear, threat, children',
  reported: 'Reported to the police',
  safetyAction: 'Done for safety',
  exhibits: 'Exhibits',
  messages: 'Messages and calls, counted',
};

/** What a column is called; that of the acts names where the law of the case lists them. */
export function fieldLabel(field: ViewField, law: Law): string {
  return field === 'acts' ? law.actList.column : labels[field];
}

const answered = (words: string, value: boolean | null): string =>
  value === null ? '' : `${words}: ${value ? 'yes' : 'no'}`;
const joined = (parts: readonly string[], by: string): string => parts.filter((each) => each !== '').join(by);

const texts: Readonly<Record<ViewField, (entry: Entry, law: Law) => string>> = {
  date: (entry) => entry.printedDate,
  dateSource: (entry) => entry.dateSource,
  title: (entry) => (entry.kind === 'event' ? `${entry.title} (background event)` : entry.title),
  description: (entry) => entry.description,
  quote: (entry) => entry.quote,
  comment: (entry) => entry.comment,
  acts: (entry, law) => entry.behaviours.map((act) => actLabel(law, act)).join('; '),
  channel: (entry) => (entry.channel === null ? '' : channelText(entry.channel)),
  place: (entry) => entry.place,
  people: (entry) =>
    joined(
      [
        ...entry.named.map(({ name, role }) => (role === 'breach' ? `possible breach: ${name}` : name)),
        entry.actor === null ? '' : joined([entry.actor.certainty, entry.actor.why], ': '),
        entry.others,
      ],
      '; ',
    ),
  vehicle: (entry) => entry.vehicle,
  witnesses: (entry) => entry.witnesses.map(({ name }) => name).join('; '),
  witnessContacts: (entry) =>
    entry.witnesses.map(({ name, contact }) => joined([name, contact], ': ')).join('; '),
  effect: (entry) => joined([entry.effect, entry.changes], '\n'),
  fear: (entry) =>
    joined(
      [
        answered('feared violence', entry.fear),
        entry.threat === null ? '' : `threat: ${entry.threat}`,
        answered('children there', entry.childrenPresent),
        answered('first time', entry.firstTime),
      ],
      '; ',
    ),
  reported: (entry) =>
    entry.reported === null
      ? unreportedText(entry)
      : joined(
          [
            entry.reported.date === null ? 'yes' : printDate(entry.reported.date, null),
            entry.reported.how,
            entry.reported.officer,
            entry.reported.reference,
            entry.reported.crimeNumber,
            entry.reported.response,
          ],
          ', ',
        ),
  safetyAction: (entry) => entry.safetyAction,
  exhibits: (entry) => entry.exhibits.map(({ exhibitRef }) => exhibitRef).join(', '),
  messages: (entry) =>
    joined([entry.messageText, entry.attempts === null ? '' : `${entry.attempts} times, as told`], '; '),
};

/** A field of an entry as it is given to somebody, with what is covered for them covered. */
export function viewText(
  entry: Entry,
  field: ViewField,
  covering: SavedViewBody['covering'],
  law: Law,
): string {
  return coverWords(texts[field](entry, law), covering);
}
