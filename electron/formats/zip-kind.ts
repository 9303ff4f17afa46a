import type { RandomAccess } from './random-access';
import type { Buffer } from './node';

/** The directory of a zip lies behind its files; a comment of up to 65,535 bytes may follow it (APPNOTE 4.3.16). */
const longestEnd = 22 + 65_535;
/** So much of a directory tells what the zip is for. */
const mostDirectory = 1024 * 1024;
const mostNames = 20_000;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const zip64Locator = 0x07064b50;

/** OpenDocument says what it is in a first file that is stored as it is (ODF 1.2 part 3, 3.3); EPUB does the same. */
const declared = new Map([
  ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['application/vnd.oasis.opendocument.presentation', 'application/vnd.oasis.opendocument.presentation'],
  ['application/epub+zip', 'application/epub+zip'],
]);

const office = 'application/vnd.openxmlformats-officedocument';
/** Office Open XML keeps its main part in a folder of the program's name (ECMA-376 part 2 and part 1, 11.2, 12.2, 13.2). */
const folders: readonly (readonly [folder: string, mime: string])[] = [
  ['word/', `${office}.wordprocessingml.document`],
  ['xl/', `${office}.spreadsheetml.sheet`],
  ['ppt/', `${office}.presentationml.presentation`],
];

/**
 * What a zip is for, by the names in its directory, nothing unpacked: an office document, an Android app, or just a zip.
 * `head` is its beginning. Never throws: a directory that cannot be read makes it just a zip.
 */
export async function zipMime(head: Buffer, file: RandomAccess): Promise<string> {
  const said = declaredType(head);
  if (said !== null) return said;
  const names = await directoryNames(file).catch(() => []);
  const all = new Set(names.length > 0 ? names : localNames(head));
  if (all.has('[Content_Types].xml')) {
    for (const [folder, mime] of folders) {
      for (const name of all) if (name.startsWith(folder)) return mime;
    }
  }
  if (all.has('AndroidManifest.xml')) return 'application/vnd.android.package-archive';
  return 'application/zip';
}

function declaredType(head: Buffer): string | null {
  if (head.length < 38 || head.readUInt16LE(8) !== 0) return null;
  const nameEnd = 30 + head.readUInt16LE(26);
  if (head.toString('latin1', 30, nameEnd) !== 'mimetype') return null;
  const start = nameEnd + head.readUInt16LE(28);
  // Templates and files with a data descriptor keep their length elsewhere: the next signature ends it too.
  const length = head.readUInt32LE(18) || 80;
  const text = head.toString('latin1', start, start + Math.min(length, 80));
  const [type = ''] = /^[a-z0-9.+/-]+/u.exec(text) ?? [];
  return declared.get(type.replace(/PK$/u, '')) ?? declared.get(type.replace(/-template$/u, '')) ?? null;
}

async function directoryNames(file: RandomAccess): Promise<readonly string[]> {
  const tail = await file.read(Math.max(0, file.bytes - longestEnd), file.bytes);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endOfDirectory) continue;
    const place = await directoryPlace(file, tail, at);
    if (place === null) return [];
    const directory = await file.read(place.start, place.start + Math.min(place.length, mostDirectory));
    return entryNames(directory);
  }
  return [];
}

async function directoryPlace(
  file: RandomAccess,
  tail: Buffer,
  at: number,
): Promise<{ readonly start: number; readonly length: number } | null> {
  const length = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  if (start !== 0xffffffff && length !== 0xffffffff) return { start, length };
  // Zip64 keeps both in a record of its own, to which a locator before this one points (APPNOTE 4.3.14 and 4.3.15).
  const locator = at - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== zip64Locator) return null;
  const record = Number(tail.readBigUInt64LE(locator + 8));
  if (!(record < file.bytes)) return null;
  const bytes = await file.read(record, record + 56);
  if (bytes.length < 56) return null;
  return { start: Number(bytes.readBigUInt64LE(48)), length: Number(bytes.readBigUInt64LE(40)) };
}

function entryNames(directory: Buffer): readonly string[] {
  const names: string[] = [];
  let at = 0;
  while (at + 46 <= directory.length && names.length < mostNames) {
    if (directory.readUInt32LE(at) !== directoryEntry) break;
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    names.push(directory.toString('latin1', at + 46, nameEnd));
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}

/** The names that stand before the files themselves, for a zip whose end is missing. */
function localNames(head: Buffer): readonly string[] {
  const names: string[] = [];
  let at = 0;
  while (at + 30 <= head.length && head.readUInt32LE(at) === localEntry) {
    const nameEnd = at + 30 + head.readUInt16LE(at + 26);
    names.push(head.toString('latin1', at + 30, nameEnd));
    at = nameEnd + head.readUInt16LE(at + 28) + head.readUInt32LE(at + 18);
  }
  return names;
}
