import { extname } from 'node:path';
import { ukDate } from '../../../shared/domain/facts/uk-date';
import type { EvidenceItem } from '../../../shared/models/evidence';

/**
 * The name a saved copy of an exhibit starts with: `RW-27_20260923.png`. The form EXHIBITREF_YYYYMMDD is the one the
 * police find easiest (domain research 2.3), of the day it was in the UK; the file's own name may say too much and is left out.
 */
export function exportName(item: Pick<EvidenceItem, 'exhibitRef' | 'bestDate' | 'fileName'>): string {
  const ref = item.exhibitRef.replace(/[^A-Za-z0-9]+/g, '-');
  const day = /^\d{4}-\d{2}-\d{2}/
    .exec(item.bestDate === null ? '' : ukDate(item.bestDate).edtf)?.[0]
    .replaceAll('-', '');
  const extension = /^\.[A-Za-z0-9]{1,8}$/.exec(extname(item.fileName))?.[0].toLowerCase() ?? '';
  return `${day === undefined ? ref : `${ref}_${day}`}${extension}`;
}
