import { readArchive } from './archive/archive';
import { readDocument } from './documents/document';
import { readContacts } from './mail/vcard';
import { readEmail } from './mail/email';
import { readMedia } from './recordings/media';
import { readWith } from './read-with';
import type { Readers } from './read-with';
import { wordReaders } from './registry-of-words';

/** The reader of each kind. A kind that is added here is added to `readableKinds` in kinds.ts too. */
const readers: Readers = {
  ...wordReaders,
  archive: readArchive,
  email: readEmail,
  document: readDocument,
  contact: readContacts,
  audio: readMedia,
  video: readMedia,
};

/** Reads a file by what it is. */
export const readFile = readWith(readers);

export const kindsWithReader: readonly string[] = Object.keys(readers);
