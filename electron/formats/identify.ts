import { fileTypeFromBuffer } from 'file-type';
import type { EvidenceKind } from '../../shared/models/evidence';
import type { Identity } from '../../shared/models/identity';
import { cfbMime } from './cfb-kind';
import { inMemory } from './random-access';
import type { RandomAccess } from './random-access';
import { textKind } from './text-kind';
import { zipMime } from './zip-kind';
import type { Buffer } from './node';

/** The library parses what it is shown, so it is shown little. */
const shownToLibrary = 16 * 1024;

/** Pictures that the lab can draw. */
const images = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/heic',
  'image/heif',
  'image/avif',
  'image/bmp',
  'image/tiff',
]);

const kinds: ReadonlyMap<string, EvidenceKind> = new Map<string, EvidenceKind>([
  ...[...images].map((mime) => [mime, 'image'] as const),
  ['application/pdf', 'pdf'],
  ['application/vnd.ms-outlook', 'email'],
  ...['zip', 'x-tar', 'gzip', 'x-7z-compressed', 'x-rar-compressed'].map(
    (name) => [`application/${name}`, 'archive'] as const,
  ),
  ...[
    'msword',
    'vnd.ms-excel',
    'vnd.ms-powerpoint',
    'rtf',
    'x-encrypted-office',
    'vnd.openxmlformats-officedocument.wordprocessingml.document',
    'vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'vnd.openxmlformats-officedocument.presentationml.presentation',
    'vnd.oasis.opendocument.text',
    'vnd.oasis.opendocument.spreadsheet',
    'vnd.oasis.opendocument.presentation',
  ].map((name) => [`application/${name}`, 'document'] as const),
]);

/**
 * What a file is by its content, never by its name: `head` is its first `headSize` bytes, `file` all of it where it can
 * be read (an archive or a compound file says only at its end, or somewhere in the middle, what it is for). The kinds
 * Holdfast shows are told by their own signatures; the library only names the rest. Never throws.
 */
export async function identify(head: Buffer, file: RandomAccess = inMemory(head)): Promise<Identity> {
  if (head.length === 0) return { kind: 'other', mime: 'application/x-empty' };
  const own = ownSignature(head);
  if (own === 'application/zip') return byMime(await zipMime(head, file));
  if (own === 'application/x-cfb') return byMime(await cfbMime(head, file));
  if (own !== null) return byMime(own);
  const text = textOf(head);
  if (text !== null) {
    const found = textKind(text);
    // Of what begins as plain text does, the library knows some (subtitles, PostScript).
    if (found.mime !== 'text/plain' || found.kind !== 'text') return found;
  }
  const mime = await byLibrary(head);
  if (mime !== null) return byMime(mime);
  return text === null ? byMime('application/octet-stream') : { kind: 'text', mime: 'text/plain' };
}

/** The same format goes by several names. */
const sameMime: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/x-flac': 'audio/flac',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'video/x-m4v': 'video/mp4',
  'video/3gpp2': 'video/3gpp',
  'application/vnd.ms-asf': 'video/x-ms-asf',
};

function byMime(found: string): Identity {
  const mime = sameMime[found] ?? found;
  const kind = kinds.get(mime);
  if (kind !== undefined) return { kind, mime };
  if (mime === 'audio/midi') return { kind: 'other', mime };
  if (mime.startsWith('audio/')) return { kind: 'audio', mime };
  if (mime.startsWith('video/')) return { kind: 'video', mime };
  if (mime.startsWith('text/')) return { kind: 'text', mime };
  return { kind: 'other', mime };
}

/** Readers accept a PDF whose header comes within the first 1,024 bytes (ISO 32000-1, annex H.3.4.1). */
const pdfHeaderWithin = 1024;

function ownSignature(head: Buffer): string | null {
  const at = (from: number, to: number): string => head.toString('latin1', from, to);
  if (at(0, 8) === '\u0089PNG\r\n\u001a\n') return 'image/png';
  if (at(0, 3) === '\u00ff\u00d8\u00ff') return 'image/jpeg';
  if (at(0, 6) === 'GIF87a' || at(0, 6) === 'GIF89a') return 'image/gif';
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'image/webp';
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WAVE') return 'audio/wav';
  if (at(0, 2) === 'BM' && isBitmap(head)) return 'image/bmp';
  if (at(4, 8) === 'ftyp') return mediaBrand(head);
  if (at(0, 4) === 'PK\u0003\u0004' || at(0, 4) === 'PK\u0005\u0006') return 'application/zip';
  if (at(0, 8) === '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1') return 'application/x-cfb';
  if (at(0, 3) === '\u001f\u008b\u0008') return 'application/gzip';
  if (at(0, 5) === '{\\rtf') return 'application/rtf';
  if (head.subarray(0, pdfHeaderWithin).includes('%PDF-')) return 'application/pdf';
  // The library's reader of this format trusts the lengths in it.
  if (at(0, 4) === '0&\u00b2u') return 'video/x-ms-asf';
  return null;
}

/** The sizes of the headers there are; two letters alone begin many a text. */
const bitmapHeaders = new Set([12, 40, 52, 56, 64, 108, 124]);

function isBitmap(head: Buffer): boolean {
  return head.length >= 26 && head.readUInt32LE(6) === 0 && bitmapHeaders.has(head.readUInt32LE(14));
}

const heic = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis']);
const heif = new Set(['mif1', 'msf1']);
const avif = new Set(['avif', 'avis']);
const sound = new Set(['M4A ', 'M4B ', 'M4P ', 'F4A ', 'F4B ']);

/** The major brand decides; the general HEIF brand leaves it to the compatible ones (ISO/IEC 23008-12, annex B). */
function mediaBrand(head: Buffer): string | null {
  const brand = head.toString('latin1', 8, 12);
  if (heic.has(brand)) return 'image/heic';
  if (avif.has(brand)) return 'image/avif';
  if (brand === 'crx ') return 'image/x-canon-cr3';
  if (sound.has(brand)) return 'audio/mp4';
  if (brand === 'qt  ') return 'video/quicktime';
  if (brand.startsWith('3g')) return 'video/3gpp';
  if (!heif.has(brand) || head.length < 16) return 'video/mp4';
  const end = Math.min(head.readUInt32BE(0), head.length, 256);
  for (let at = 16; at + 4 <= end; at += 4) {
    const compatible = head.toString('latin1', at, at + 4);
    if (heic.has(compatible)) return 'image/heic';
    if (avif.has(compatible)) return 'image/avif';
  }
  return 'image/heif';
}

/** What begins as a TIFF may be the raw picture of a camera, which is another format. */
function isTiff(head: Buffer): boolean {
  return ['II*\u0000', 'MM\u0000*'].includes(head.toString('latin1', 0, 4));
}

async function byLibrary(head: Buffer): Promise<string | null> {
  const found = await fileTypeFromBuffer(head.subarray(0, shownToLibrary)).catch(() => undefined);
  if (isTiff(head)) return found?.mime.startsWith('image/') === true ? found.mime : 'image/tiff';
  // What Holdfast shows must have matched above: a mere likeness is not enough.
  return found === undefined || images.has(found.mime) || found.mime === 'application/pdf'
    ? null
    : found.mime;
}

/** Bytes that no text of Windows has: controls, and the five that its own code page leaves free. */
const noText = new Set([...Array(32).keys(), 0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);
for (const allowed of [9, 10, 12, 13, 27]) noText.delete(allowed);

/** The beginning as text: UTF-8, UTF-16 with its mark, or what Windows wrote before; null when it is none. */
function textOf(head: Buffer): string | null {
  const mark = head.readUInt8(0) * 256 + (head.length > 1 ? head.readUInt8(1) : 0);
  if (mark === 0xfffe || mark === 0xfeff) {
    const text = new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(head, { stream: true });
    return text.includes('\u0000') ? null : text;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return text.includes('\u0000') ? null : text;
  } catch {
    const sample = head.subarray(0, 4096);
    const strange = sample.filter((byte) => byte > 0x7f).length;
    if (strange > sample.length * 0.3 || sample.some((byte) => noText.has(byte))) return null;
    return head.toString('latin1');
  }
}
