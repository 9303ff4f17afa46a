import { dateBounds } from '../dates/bounds';
import type { EvidenceItem } from '../../models/evidence';
import type { BundleChoices } from '../../models/leaving';
import { hasPages } from './has-pages';

type Dated = Pick<EvidenceItem, 'bestDate' | 'document'>;
type Item = Pick<EvidenceItem, 'id' | 'kind' | 'preview'>;

/** Whether a file may be of a day between two, both included and either open. One without a date is of none. */
export function isDatedIn({ bestDate, document }: Dated, from: string | null, to: string | null): boolean {
  const edtf = document === null ? bestDate?.edtf : document.on;
  if (edtf == null) return false;
  const { earliest, latest } = dateBounds(edtf, null);
  return (from === null || latest.slice(0, 10) >= from) && (to === null || earliest.slice(0, 10) <= to);
}

/** What putting some exhibits in, or leaving them out, would change. Those that cannot be shown are not asked about. */
export interface WouldChange {
  readonly ids: readonly string[];
  /** How many of them are not in, and not out, by now. */
  readonly goIn: number;
  readonly goOut: number;
  readonly cannot: number;
}

/** Counts before anything is done. */
export function wouldChange(
  all: readonly Item[],
  choices: BundleChoices,
  chosen: ReadonlySet<string>,
): WouldChange {
  const decided = new Map(choices.items.map(({ itemId, isIn }) => [itemId, isIn]));
  const found = all.filter(({ id }) => chosen.has(id));
  const ids = found.filter(hasPages).map(({ id }) => id);
  return {
    ids,
    goIn: ids.filter((id) => decided.get(id) !== true).length,
    goOut: ids.filter((id) => decided.get(id) !== false).length,
    cannot: found.length - ids.length,
  };
}
