import type { EvidenceKind } from '../../shared/models/evidence';

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
