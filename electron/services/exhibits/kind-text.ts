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

/** `picture, image/png`: what a file is by its content, and how much of it where that is more than one picture or page. */
export function kindText({
  kind,
  mime,
  pages,
  pictures,
}: Pick<EvidenceItem, 'kind' | 'mime' | 'pages' | 'pictures'>): string {
  const many =
    pictures !== null
      ? `, ${pictures} pictures`
      : kind === 'image' && pages !== null
        ? `, ${pages} pages`
        : '';
  return `${kinds[kind]}, ${mime}${many}`;
}

/** `482,113 bytes`: the exact length, which a copy must have too. */
export function printBytes(bytes: number): string {
  return `${bytes.toLocaleString('en-GB')} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
