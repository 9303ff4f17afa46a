import { channelText } from '../../domain/channels';
import { printDate } from '../../domain/dates/print';
import { actLabel } from '../../domain/law/act-words';
import { elementTitle } from '../../domain/law/law-of';
import { hourText, weekdayNames } from '../../domain/patterns/calendar';
import type { EntryFilter } from '../../models/entry-filter';
import type { Law } from '../../models/law';
import type { NameOf } from './lines';

/** One thing that a filter asks for, in words; nothing where it does not ask for it. */
function asked<T>(value: T | null, words: (value: T) => string): readonly string[] {
  return value === null ? [] : [words(value)];
}

/** What a filter asks for, piece by piece; without the words somebody typed, which are in sight. */
export function filterWords(filter: EntryFilter, nameOf: NameOf, law: Law): readonly string[] {
  return [
    ...(filter.inverse ? ['all but:'] : []),
    ...(filter.newer.length === 0 ? [] : ['conditions of a newer Holdfast']),
    ...asked(filter.kind, (kind) => (kind === 'incident' ? 'incidents' : 'background events')),
    ...filter.acts.map((act) => actLabel(law, act)),
    ...asked(filter.channel, channelText),
    ...asked(filter.from, (day) => `from ${printDate(day, null)}`),
    ...asked(filter.to, (day) => `to ${printDate(day, null)}`),
    ...asked(filter.reported, (is) => (is ? 'reported' : 'no report noted')),
    ...asked(filter.approximate, (is) => (is ? 'approximate dates' : 'dates of one day')),
    ...asked(filter.evidence, (is) => (is ? 'with evidence' : 'without evidence')),
    ...asked(filter.registerId, nameOf),
    ...asked(filter.element, (id) => elementTitle(law, id)),
    ...asked(filter.weekday, (day) => weekdayNames[day] ?? ''),
    ...asked(filter.hour, hourText),
  ].filter((each) => each !== '');
}
