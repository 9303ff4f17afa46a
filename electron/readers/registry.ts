import type { EvidenceKind } from '../../shared/models/evidence';
import { HoldfastError } from '../../shared/errors';
import { readArchive } from './archive/archive';
import { readDocument } from './documents/document';
import { readEmail } from './mail/email';
import { readMedia } from './recordings/media';
import { readPlain } from './documents/plain';
import type { Reader } from './kit/reader';
import { readMessages } from './messages/messages';
import { readTable } from './messages/csv';
import { readContacts } from './mail/vcard';
import { withinLimits } from './kit/within-limits';

/** The reader of each kind. A kind that is added here is added to `readableKinds` in kinds.ts too. */
const readers: Readonly<Partial<Record<EvidenceKind, Reader>>> = {
  archive: readArchive,
  email: readEmail,
  document: readDocument,
  contact: readContacts,
  text: readPlain,
  messages: readMessages,
  table: readTable,
  audio: readMedia,
  video: readMedia,
};

/** Reads a file by what it is. */
export const readFile: Reader = async (file, out, options) => {
  const reader = readers[file.kind];
  if (reader === undefined) throw new HoldfastError('unsupported-preview');
  try {
    return await reader(file, withinLimits(out), options);
  } catch (error) {
    // What a library throws at a broken file has no code, and its message may hold content.
    throw error instanceof HoldfastError ? error : new HoldfastError('unreadable-file', { cause: error });
  }
};

export const kindsWithReader: readonly string[] = Object.keys(readers);
