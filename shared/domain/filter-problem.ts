import type { EntryFilter } from '../models/entry-filter';
import { wantedWords } from './text/searchable';

/** Why a filter selects nothing: it asks for something that cannot be looked for. */
export type FilterProblem =
  | { readonly kind: 'words'; readonly parts: readonly string[] }
  /** It ends before it begins. */
  | { readonly kind: 'days' }
  /** It was made by a newer Holdfast. */
  | { readonly kind: 'newer' };

/** What of a filter cannot be looked for by itself, whatever is in the case; null where all of it can. */
export function filterProblem(
  filter: Pick<EntryFilter, 'text' | 'from' | 'to'> & Partial<Pick<EntryFilter, 'newer'>>,
): FilterProblem | null {
  const words = wantedWords(filter.text);
  if (words.kind === 'unreadable') return { kind: 'words', parts: words.parts };
  if (filter.from !== null && filter.to !== null && filter.from > filter.to) return { kind: 'days' };
  if ((filter.newer ?? []).length > 0) return { kind: 'newer' };
  return null;
}
