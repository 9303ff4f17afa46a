import { crc32 } from '../kit/node';
import { fromRandomAccessReaderPromise, getFileNameLowLevel } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { HoldfastError } from '../../../shared/errors';
import { mostFiles } from '../kit/limits';
import { RandomAccess } from './random-access';
import type { ReaderFile } from '../kit/reader';
import type { Buffer } from '../kit/node';

export interface ZipEntry {
  /** As the archive writes it. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
  readonly isReadable: boolean;
  readonly bytes: number;
  readonly packed: number;
  readonly offset: number;
  readonly modified: string | null;
  /** What is in it, checked against length and checksum; throws `unreadable-file` where it does not fit. */
  content(): AsyncIterable<Uint8Array>;
}

const linkMode = 0o120000;
const modeMask = 0o170000;

/** Opens a zip and lists it. Throws `archive-too-large` for more entries than are taken out, or what the library throws. */
export async function openZip(
  file: ReaderFile,
): Promise<{ readonly entries: readonly ZipEntry[]; readonly close: () => void }> {
  const zip = await open(file);
  if (zip.entryCount > mostFiles) throw new HoldfastError('archive-too-large');
  const entries: ZipEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(describe(zip, entry));
  } catch (error) {
    throw coded(error);
  }
  return {
    entries,
    close: () => {
      zip.close();
    },
  };
}

async function open(file: ReaderFile): Promise<ZipFile> {
  try {
    return await fromRandomAccessReaderPromise(new RandomAccess(file), file.bytes, {
      autoClose: false,
      lazyEntries: true,
      // One bad name or size must not keep the rest from being taken out: both are looked at entry by entry.
      decodeStrings: false,
      validateEntrySizes: false,
    });
  } catch (error) {
    throw coded(error);
  }
}

/** The library says so of an archive whose very list is locked (APPNOTE 7.3). */
function coded(error: unknown): HoldfastError {
  if (error instanceof HoldfastError) return error;
  const locked = error instanceof Error && error.message.includes('encryption');
  return new HoldfastError(locked ? 'encrypted-file' : 'unreadable-file', { cause: error });
}

function describe(zip: ZipFile, entry: Entry): ZipEntry {
  const path = pathOf(entry);
  const mode = (entry.externalFileAttributes >>> 16) & modeMask;
  return {
    path,
    isFolder: /[/\\]$/u.test(path),
    isLink: mode === linkMode,
    isEncrypted: entry.isEncrypted(),
    isReadable: entry.canDecodeFileData(),
    bytes: entry.uncompressedSize,
    packed: entry.compressedSize,
    offset: entry.relativeOffsetOfLocalHeader,
    modified: modifiedOf(entry),
    content: () => checked(zip, entry),
  };
}

/**
 * UTF-8 where the entry says so; else UTF-8 all the same where it can be nothing else (phones and Macs forget to say so),
 * and code page 437 as the format has it (APPNOTE, appendix D).
 */
function pathOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  let flags = generalPurposeBitFlag;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
    flags |= 0x800;
  } catch {
    flags &= ~0x800;
  }
  return getFileNameLowLevel(flags, fileNameRaw, extraFields, true);
}

const unixTime = 0x5455;
const ntfsTime = 0x000a;

/** DOS times are local, in steps of two seconds, of a zone nobody knows; the two extensions are UTC. */
function modifiedOf(entry: Entry): string | null {
  const inUtc = entry.extraFields.some(({ id }) => id === unixTime || id === ntfsTime);
  const date = inUtc
    ? entry.getLastModDate()
    : entry.getLastModDate({ timezone: 'UTC', forceDosFormat: true });
  const time = date.getTime();
  if (!(time > Date.UTC(1980, 0, 2) && time < Date.UTC(2200, 0))) return null;
  return `${date.toISOString().slice(0, 19)}${inUtc ? 'Z' : ''}`;
}

async function* checked(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let length = 0;
  let sum = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    const bytes = piece as Buffer;
    length += bytes.length;
    if (length > entry.uncompressedSize) throw new HoldfastError('unreadable-file');
    sum = crc32(bytes, sum);
    yield bytes;
  }
  if (length !== entry.uncompressedSize || sum !== entry.crc32) throw new HoldfastError('unreadable-file');
}
