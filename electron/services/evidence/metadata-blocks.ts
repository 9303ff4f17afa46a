import { readHeic } from './heic';
import { readPng } from './png';

/** Where a picture keeps what it says about itself, cut out of it so that parsers see little and nothing else. */
export interface MetadataBlocks {
  /** A TIFF structure, which is what EXIF is; at most 64 KiB. */
  readonly exif: Buffer | null;
  /** An XMP packet as text; at most 256 KiB. */
  readonly xmp: string | null;
}

/** What a JPEG segment can hold; what other formats have beyond it are thumbnails and makers' notes. */
export const longestExif = 65_527;
const longestXmp = 256 * 1024;
/** A picture has some tens of segments or chunks before its data. */
const mostSegments = 2000;

/** Finds EXIF and XMP in PNG, JPEG, WebP, HEIC, AVIF and TIFF by walking the format's own structure. Never throws. */
export function findMetadata(bytes: Buffer, mime: string): MetadataBlocks {
  try {
    const { exif, xmp } = find(bytes, mime);
    return {
      exif: exif === null || exif.length < 8 ? null : exif.subarray(0, longestExif),
      xmp: xmp === null ? null : xmp.toString('utf8', 0, longestXmp),
    };
  } catch {
    return { exif: null, xmp: null };
  }
}

interface Found {
  readonly exif: Buffer | null;
  readonly xmp: Buffer | null;
}

function find(bytes: Buffer, mime: string): Found {
  switch (mime) {
    case 'image/jpeg':
      return inJpeg(bytes);
    case 'image/png':
      return inPng(bytes);
    case 'image/webp':
      return inWebp(bytes);
    case 'image/heic':
    case 'image/heif':
    case 'image/avif':
      return readHeic(bytes);
    case 'image/tiff':
      // The file itself is the structure that EXIF is.
      return { exif: bytes, xmp: null };
    default:
      return { exif: null, xmp: null };
  }
}

const exifMark = 'Exif\u0000\u0000';
const xmpMark = 'http://ns.adobe.com/xap/1.0/\u0000';

/** Segments up to the start of scan (ITU-T T.81, annex B). */
function inJpeg(bytes: Buffer): Found {
  let exif: Buffer | null = null;
  let xmp: Buffer | null = null;
  let at = 2;
  for (let count = 0; count < mostSegments && at + 4 <= bytes.length; count += 1) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) break;
    const length = bytes.readUInt16BE(at + 2);
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe1) {
      if (exif === null && startsWith(body, exifMark)) exif = body.subarray(exifMark.length);
      else if (xmp === null && startsWith(body, xmpMark)) xmp = body.subarray(xmpMark.length);
    }
    at += 2 + Math.max(2, length);
  }
  return { exif, xmp };
}

function inPng(bytes: Buffer): Found {
  const { exif, texts } = readPng(bytes);
  const xmp = texts.find(({ keyword }) => keyword === 'XML:com.adobe.xmp');
  const tiff = exif !== null && startsWith(exif, exifMark) ? exif.subarray(exifMark.length) : exif;
  return { exif: tiff, xmp: xmp === undefined ? null : Buffer.from(xmp.text, 'utf8') };
}

/** RIFF chunks, each padded to an even length (WebP container specification). */
function inWebp(bytes: Buffer): Found {
  let exif: Buffer | null = null;
  let xmp: Buffer | null = null;
  for (let at = 12, count = 0; at + 8 <= bytes.length && count < mostSegments; count += 1) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'EXIF') exif = startsWith(body, exifMark) ? body.subarray(exifMark.length) : body;
    if (type === 'XMP ') xmp = body;
    at += 8 + length + (length % 2);
  }
  return { exif, xmp };
}

function startsWith(bytes: Buffer, text: string): boolean {
  return bytes.toString('latin1', 0, text.length) === text;
}
