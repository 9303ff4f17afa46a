import { actLabel } from '../../shared/charts/act-label';
import { channelText } from '../../shared/domain/behaviours';
import { elements } from '../../shared/domain/coverage/law';
import { printDate } from '../../shared/domain/dates/print';
import { hourText, weekdayNames } from '../../shared/domain/patterns/calendar';
import type { FilterProblem } from '../../shared/domain/filter-problem';
import { isTooShort } from '../../shared/domain/text/searchable';
import type { EntryFilter } from '../../shared/models/entry-filter';
import { printCount } from './counts';
import type { RegisterItem } from '../../shared/models/register';

/** What a filter asks for, piece by piece; without the words somebody typed, which are in sight. */
export function filterWords(filter: EntryFilter, register: readonly RegisterItem[]): readonly string[] {
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
    registerId === null ? null : (register.find(({ id }) => id === registerId)?.name ?? 'linked'),
    element === null ? null : (elements.find(({ id }) => id === element)?.title ?? element),
    weekday === null ? null : (weekdayNames[weekday] ?? null),
    hour === null ? null : hourText(hour),
  ];
  return words.filter((each) => each !== null);
}

/** `12 of 112 entries`, or empty while nothing is left out. */
export function foundText(total: number | null, all: number | null): string {
  if (total === null || all === null || total === all) return '';
  return `${printCount(total)} of ${printCount(all)}`;
}

/** `“k” is too short to look for`, `“🔪” cannot be looked for yet`. */
export function notLookedForText(parts: readonly string[]): string {
  const quoted = (some: readonly string[]): string => some.map((part) => `“${part}”`).join(', ');
  const short = parts.filter(isTooShort);
  const others = parts.filter((part) => !isTooShort(part));
  return [
    short.length === 0 ? '' : `${quoted(short)} is too short to look for`,
    others.length === 0 ? '' : `${quoted(others)} cannot be looked for yet`,
  ]
    .filter((each) => each !== '')
    .join('; ');
}

/** Why a filter selects nothing, and what to do. */
export function filterProblemText(problem: FilterProblem): string {
  switch (problem.kind) {
    case 'words':
      return `${notLookedForText(problem.parts)}, so nothing is selected. Type a word of two letters or more.`;
    case 'days':
      return 'The last day is before the first, so nothing is selected.';
    case 'newer':
      return 'This filter was made by a newer Holdfast and asks for more than this one can read, so nothing is selected.';
  }
}
