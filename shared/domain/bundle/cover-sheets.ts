import type { EvidenceItem } from '../../models/evidence';

type Item = Pick<EvidenceItem, 'id' | 'document'>;

/** The exhibits that statements of the case refer to. */
export function exhibitedIn(items: readonly Item[]): ReadonlySet<string> {
  return new Set(items.flatMap(({ document }) => document?.refersTo ?? []));
}

/** Whether a cover sheet can stand before it: a statement, or an exhibit that one refers to. */
export function canHaveSheet(items: readonly Item[], { id, document }: Item): boolean {
  return document === null ? exhibitedIn(items).has(id) : document.what === 'statement';
}
