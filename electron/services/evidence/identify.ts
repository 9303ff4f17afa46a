import { fileTypeFromBuffer } from 'file-type';
import type { EvidenceKind } from '../../../shared/models/evidence';
import { asText, identifyText } from './identify-text';

export interface Identity {
  readonly kind: EvidenceKind;
  readonly mime: string;
}

/** First bytes that are wanted for identification. */
export const headSize = 64 * 1024;
/** The library unpacks archives it is shown, so it is shown little: at worst this much turns into 16 MB. */
const shownToLibrary = 16 * 1024;

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
const archives = new Set([
  'application/zip',
  'application/x-tar',
  'application/gzip',
  'application/x-7z-compressed',
  'application/x-rar-compressed',
  'application/vnd.rar',
]);

/**
 * What a file is by its first bytes (`headSize` of them where it has so many), never by its name. The kinds Holdfast
 * shows are told by their own signatures; the library only names the rest. Never throws.
 */
export async function identify(head: Buffer): Promise<Identity> {
  const mime = ownSignature(head) ?? (await byLibrary(head));
  if (mime !== null) return { kind: kindOf(mime), mime };
  if (head.length === 0) return { kind: 'other', mime: 'application/x-empty' };
  const text = asText(head);
  return text === null ? { kind: 'other', mime: 'application/octet-stream' } : identifyText(text);
}

function kindOf(mime: string): EvidenceKind {
  if (images.has(mime)) return 'image';
  if (mime === 'application/pdf') return 'pdf';
  if (mime.startsWith('audio/') || mime === 'application/ogg') return 'audio';
  if (mime.startsWith('video/')) return 'video';
  if (mime === 'application/vnd.ms-outlook') return 'email';
  if (archives.has(mime)) return 'archive';
  return /officedocument|opendocument|msword|ms-excel|ms-powerpoint|x-cfb|rtf/u.test(mime)
    ? 'document'
    : 'other';
}

/** Readers accept a PDF whose header comes within the first 1,024 bytes (ISO 32000-1, annex H.3.4.1). */
const pdfHeaderWithin = 1024;

function ownSignature(head: Buffer): string | null {
  const at = (from: number, to: number): string => head.toString('latin1', from, to);
  if (at(0, 8) === '\u0089PNG\r\n\u001a\n') return 'image/png';
  if (at(0, 3) === '\u00ff\u00d8\u00ff') return 'image/jpeg';
  if (at(0, 6) === 'GIF87a' || at(0, 6) === 'GIF89a') return 'image/gif';
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'image/webp';
  if (at(4, 8) === 'ftyp') return heifBrand(head);
  if (head.subarray(0, pdfHeaderWithin).includes('%PDF-')) return 'application/pdf';
  if (at(0, 4) === 'II*\u0000' || at(0, 4) === 'MM\u0000*') return 'image/tiff';
  if (isBitmap(head)) return 'image/bmp';
  if (at(0, 8) === '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1') return compoundFile(head);
  if (at(257, 262) === 'ustar') return 'application/x-tar';
  // The library's reader of this format trusts the lengths in it.
  if (at(0, 4) === '0&\u00b2u') return 'video/x-ms-asf';
  return null;
}

/** `BM` are two letters that a text may start with too: the sizes of both headers must be right as well. */
function isBitmap(head: Buffer): boolean {
  if (head.length < 26 || head.toString('latin1', 0, 2) !== 'BM') return false;
  return [12, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14));
}

/** An old Office document or an Outlook message: the names of its streams tell, when its directory is near the start. */
function compoundFile(head: Buffer): string {
  const holds = (name: string): boolean => head.includes(Buffer.from(name, 'utf16le'));
  if (holds('__substg1.0_') || holds('__properties_version1.0')) return 'application/vnd.ms-outlook';
  if (holds('WordDocument')) return 'application/msword';
  if (holds('Workbook')) return 'application/vnd.ms-excel';
  if (holds('PowerPoint Document')) return 'application/vnd.ms-powerpoint';
  return 'application/x-cfb';
}

const heic = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis']);
const heif = new Set(['mif1', 'msf1']);

/** The major brand decides; the general HEIF brand leaves it to the compatible ones (ISO/IEC 23008-12, annex B). */
function heifBrand(head: Buffer): string | null {
  const brand = head.toString('latin1', 8, 12);
  if (heic.has(brand)) return 'image/heic';
  if (brand === 'avif' || brand === 'avis') return 'image/avif';
  if (!heif.has(brand) || head.length < 16) return null;
  const end = Math.min(head.readUInt32BE(0), head.length, 256);
  for (let at = 16; at + 4 <= end; at += 4) {
    const compatible = head.toString('latin1', at, at + 4);
    if (heic.has(compatible)) return 'image/heic';
    if (compatible === 'avif' || compatible === 'avis') return 'image/avif';
  }
  return 'image/heif';
}

async function byLibrary(head: Buffer): Promise<string | null> {
  const found = await fileTypeFromBuffer(head.subarray(0, shownToLibrary)).catch(() => undefined);
  // What Holdfast shows must have matched above: a mere likeness is not enough.
  if (found === undefined || images.has(found.mime) || found.mime === 'application/pdf') return null;
  // What it is as text, its own lines say.
  return /^text\/|\/xml$|\/rtf$/u.test(found.mime) ? null : found.mime;
}

const shown: Readonly<Record<string, { readonly word: string; readonly endings: readonly string[] }>> = {
  'image/png': { word: 'PNG', endings: ['png'] },
  'image/jpeg': { word: 'JPEG', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  'image/webp': { word: 'WebP', endings: ['webp'] },
  'image/gif': { word: 'GIF', endings: ['gif'] },
  'image/heic': { word: 'HEIC', endings: ['heic', 'heif', 'hif'] },
  'image/heif': { word: 'HEIF', endings: ['heic', 'heif', 'hif'] },
  'image/avif': { word: 'AVIF', endings: ['avif', 'heif'] },
  'image/bmp': { word: 'BMP', endings: ['bmp', 'dib'] },
  'image/tiff': { word: 'TIFF', endings: ['tif', 'tiff', 'dng', 'nef', 'arw', 'cr2'] },
  'application/pdf': { word: 'PDF', endings: ['pdf'] },
};
const otherWords: Readonly<Record<string, string>> = {
  'text/plain': 'plain text',
  'application/octet-stream': 'of no kind that is known',
};

/** A sentence when the name's ending is not that of the content, else null. */
export function mislabelled(name: string, mime: string): string | null {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined || mime === 'application/x-empty') return null;
  const claimsKnown = Object.values(shown).some(({ endings }) => endings.includes(ending));
  const content = shown[mime];
  if (content === undefined ? !claimsKnown : content.endings.includes(ending)) return null;
  return `The name says .${ending}, the content is ${content?.word ?? otherWords[mime] ?? mime}.`;
}
