import type { EvidenceItem, EvidenceKind } from '../../shared/models/evidence';

/** What a thing is, as it is filtered by. */
export const kindWords: Readonly<Record<EvidenceKind, string>> = {
  image: 'Pictures',
  pdf: 'PDF documents',
  audio: 'Sound recordings',
  video: 'Videos',
  email: 'E-mails',
  messages: 'Messages and calls',
  table: 'Tables',
  text: 'Texts',
  contact: 'Contacts',
  document: 'Office documents',
  archive: 'Archives',
  other: 'Other files',
};

/** Said where a file of several pictures is looked at: which of them goes on paper. */
export function holdsPictures({ mime, pictures }: Pick<EvidenceItem, 'mime' | 'pictures'>): string {
  const main = ['image/heic', 'image/heif', 'image/avif'].includes(mime) ? 'main' : 'first';
  return `This file holds ${pictures ?? 1} pictures. The ${main} one alone is shown here, and taken for bundles, redacted copies and text reading.`;
}
