import type { EvidenceKind } from '../../../../shared/models/evidence';
import { HoldfastError } from '../../../../shared/errors';
import { readArchive } from './archive';
import { readDocument } from './document';
import { readEmail } from './email';
import { readMedia } from './media';
import { readPlain } from './plain';
import type { Reader } from './reader';
import { readMessages } from './messages';
import { readTable } from './csv';
import { readContacts } from './vcard';
import { withinLimits } from './within-limits';

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
