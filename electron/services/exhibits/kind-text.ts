import type { EvidenceItem, EvidenceKind } from '../../../shared/models/evidence';

const kinds: Readonly<Record<EvidenceKind, string>> = {
  image: 'picture',
  pdf: 'PDF',
  audio: 'sound recording',
  video: 'video',
  email: 'e-mail',
  messages: 'message export',
  table: 'table',
  text: 'text',
  contact: 'contact card',
  document: 'document',
  archive: 'archive',
  other: 'file',
};

/** `picture, image/png`: what a file is by its content. */
export function kindText({ kind, mime }: Pick<EvidenceItem, 'kind' | 'mime'>): string {
  return `${kinds[kind]}, ${mime}`;
}

/** `482,113 bytes`: the exact length, which a copy must have too. */
export function printBytes(bytes: number): string {
  return `${bytes.toLocaleString('en-GB')} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
