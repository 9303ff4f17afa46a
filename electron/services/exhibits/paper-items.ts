import { compareExhibitRefs } from '../../../shared/domain/exhibit-ref';
import { documentDate } from '../../../shared/records/words/document-words';
import { printDated } from '../../../shared/domain/facts/uk-date';
import { HoldfastError } from '../../../shared/errors';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { VaultContext } from '../../vault/api';
import { readItem, readItems } from '../items/item-rows';
import { readProvenance } from './provenance-lines';
import type { ProvenanceLine } from './provenance-lines';
import { readProducers } from '../items/producers';

/** An exhibit as labels, schedules and certificates name it. */
export interface PaperItem {
  readonly item: EvidenceItem;
  readonly producer: string;
  readonly contentDate: string;
  readonly provenance: readonly ProvenanceLine[];
}

/** The exhibits asked for, each once, in the order of their references, and no other. Throws `invalid-input` for others' ids. */
export function readPaperItems(
  context: Pick<VaultContext, 'db'>,
  caseId: string,
  itemIds: readonly string[],
): readonly PaperItem[] {
  const all = readItems(context, caseId, 'exhibit');
  const wanted = new Set(itemIds);
  const items = all.filter(({ id }) => wanted.has(id));
  if (items.length !== wanted.size) throw new HoldfastError('invalid-input');
  const names = new Map(readProducers(context, caseId).map(({ id, name }) => [id, name]));
  return [...items]
    .sort((a, b) => compareExhibitRefs(a.exhibitRef, b.exhibitRef))
    .map((item) => asPaper(context, item, names));
}

/** One exhibit. */
export function readPaperItem(context: Pick<VaultContext, 'db'>, id: string): PaperItem {
  const item = readItem(context, id);
  const names = new Map(readProducers(context, item.caseId).map((each) => [each.id, each.name]));
  return asPaper(context, item, names);
}

function asPaper(
  context: Pick<VaultContext, 'db'>,
  item: EvidenceItem,
  names: ReadonlyMap<string, string>,
): PaperItem {
  return {
    item,
    producer: item.producerId === null ? '' : (names.get(item.producerId) ?? ''),
    contentDate: printContentDate(item),
    provenance: readProvenance(context, item.id),
  };
}

/** Copying a file can change its date on disk, so that one is never printed without saying what it is. */
function printContentDate({ bestDate, document }: EvidenceItem): string {
  if (document !== null) return documentDate(document);
  if (bestDate === null) return '';
  const words = printDated(bestDate);
  return bestDate.source === 'file-system' ? `${words} (file date only)` : words;
}

/** `93eb41b7 c56b0d2a ...`: eight groups that an eye can compare. */
export function inGroups(sha256: string): string {
  return sha256.match(/.{8}/g)?.join(' ') ?? sha256;
}

/** Enough of a fingerprint to tell two exhibits apart at a glance; the whole one stands beside it. */
export function shortFingerprint(sha256: string): string {
  return sha256.slice(0, 12).match(/.{4}/g)?.join(' ') ?? sha256;
}
