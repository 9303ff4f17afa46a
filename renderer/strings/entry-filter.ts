import type { RegisterItem } from '../../shared/models/register';
import type { NameOf } from '../../shared/records/words/lines';
import type { FilterProblem } from '../../shared/domain/filter-problem';
import { isTooShort } from '../../shared/domain/text/searchable';
import { printCount } from './counts';

/** What people, places and orders of a case are called, for the words of a filter. */
export function namesIn(register: readonly RegisterItem[]): NameOf {
  return (id) => register.find((each) => each.id === id)?.name ?? 'linked';
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
