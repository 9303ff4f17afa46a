import type { EvidenceItem } from '../../models/evidence';

/**
 * Whether an exhibit can be shown in a bundle: a picture or PDF that can be drawn; and everything else, of which its words are
 * printed, or a slip that names it.
 */
export function hasPages({ kind, preview }: Pick<EvidenceItem, 'kind' | 'preview'>): boolean {
  return kind === 'image' || kind === 'pdf' ? preview === 'ready' : true;
}
