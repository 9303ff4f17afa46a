import { actLabel } from '../../charts/act-label';
import { channelText } from '../../domain/behaviours';
import { elements } from '../../domain/coverage/law';
import { printDate } from '../../domain/dates/print';
import { hourText, weekdayNames } from '../../domain/patterns/calendar';
import type { EntryFilter } from '../../models/entry-filter';
import type { NameOf } from './printed';

/** What a filter asks for, piece by piece; without the words somebody typed, which are in sight. */
export function filterWords(filter: EntryFilter, nameOf: NameOf): readonly string[] {
  const {
    kind,
    acts,
    channel,
    from,
    to,
    reported,
    approximate,
    evidence,
    registerId,
    element,
    weekday,
    hour,
  } = filter;
  const words: (string | null)[] = [
    filter.inverse ? 'all but:' : null,
    filter.newer.length === 0 ? null : 'conditions of a newer Holdfast',
    kind === null ? null : kind === 'incident' ? 'incidents' : 'background events',
    ...acts.map(actLabel),
    channel === null ? null : channelText(channel),
    from === null ? null : `from ${printDate(from, null)}`,
    to === null ? null : `to ${printDate(to, null)}`,
    reported === null ? null : reported ? 'reported' : 'no report noted',
    approximate === null ? null : approximate ? 'approximate dates' : 'dates of one day',
    evidence === null ? null : evidence ? 'with evidence' : 'without evidence',
    registerId === null ? null : nameOf(registerId),
    element === null ? null : (elements.find(({ id }) => id === element)?.title ?? element),
    weekday === null ? null : (weekdayNames[weekday] ?? null),
    hour === null ? null : hourText(hour),
  ];
  return words.filter((each) => each !== null);
}
