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

/** Kinds that hold nothing but words and rows, for which the readers of words are enough. */
export const wordKinds: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['text', 'messages', 'table']);
