import type { SeatScript } from '../../../vault/api';
import type { EvidenceKind } from '../../../../shared/models/evidence';

/** Kinds that have something inside to read. Apart from the readers themselves, which only the reading room loads. */
export const readableKinds: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  'archive',
  'email',
  'document',
  'contact',
  'text',
  'messages',
  'table',
  'audio',
  'video',
]);
/** Kinds that can hold files, and so more of themselves. */
export const holdingKinds: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['archive', 'email']);

/** The least that can read a file of a kind, with all that is inside of it. */
export function seatFor(kind: EvidenceKind): SeatScript {
  if (kind === 'text') return 'plain';
  return kind === 'messages' || kind === 'table' ? 'words' : 'all';
}
