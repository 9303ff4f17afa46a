import { readHeic } from './heic';
import { jpegSegments } from './jpeg-segments';
import { readPng } from './png';
import { Buffer } from './node';

/** Where a picture keeps what it says about itself, cut out of it so that parsers see little and nothing else. */
export interface MetadataBlocks {
  /** A TIFF structure, which is what EXIF is; at most 64 KiB. */
  readonly exif: Buffer | null;
  /** A second such structure, which a file should not have. */
  readonly otherExif: Buffer | null;
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
    const { exif, otherExif, xmp } = find(bytes, mime);
    const cut = (block: Buffer | null): Buffer | null =>
      block === null || block.length < 8 ? null : block.subarray(0, longestExif);
    return {
      exif: cut(exif),
      otherExif: cut(otherExif ?? null),
      xmp: xmp === null ? null : xmp.toString('utf8', 0, longestXmp),
    };
  } catch {
    return { exif: null, otherExif: null, xmp: null };
  }
}

interface Found {
  readonly exif: Buffer | null;
  readonly otherExif?: Buffer | null;
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
      return { exif: null, otherExif: null, xmp: null };
  }
}

const exifMark = 'Exif\u0000\u0000';
const xmpMark = 'http://ns.adobe.com/xap/1.0/\u0000';

/** Segments up to the start of scan (ITU-T T.81, annex B). */
function inJpeg(bytes: Buffer): Found {
  let exif: Buffer | null = null;
  let otherExif: Buffer | null = null;
  let xmp: Buffer | null = null;
  for (const { marker, body } of jpegSegments(bytes, mostSegments)) {
    if (marker !== 0xe1) continue;
    if (startsWith(body, exifMark)) {
      const block = body.subarray(exifMark.length);
      if (exif === null) exif = block;
      else otherExif ??= block;
    } else if (xmp === null && startsWith(body, xmpMark)) xmp = body.subarray(xmpMark.length);
  }
  return { exif, otherExif, xmp };
}

function inPng(bytes: Buffer): Found {
  const { exif, otherExif, texts } = readPng(bytes);
  const xmp = texts.find(({ keyword }) => keyword === 'XML:com.adobe.xmp');
  return {
    exif: bare(exif),
    otherExif: bare(otherExif),
    xmp: xmp === undefined ? null : Buffer.from(xmp.text, 'utf8'),
  };
}

/** Some writers put JPEG's mark before the structure. */
function bare(block: Buffer | null): Buffer | null {
  return block !== null && startsWith(block, exifMark) ? block.subarray(exifMark.length) : block;
}

/** RIFF chunks, each padded to an even length (WebP container specification). */
function inWebp(bytes: Buffer): Found {
  let exif: Buffer | null = null;
  let otherExif: Buffer | null = null;
  let xmp: Buffer | null = null;
  for (let at = 12, count = 0; at + 8 <= bytes.length && count < mostSegments; count += 1) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'EXIF') {
      if (exif === null) exif = bare(body);
      else otherExif ??= bare(body);
    }
    if (type === 'XMP ') xmp = body;
    at += 8 + length + (length % 2);
  }
  return { exif, otherExif, xmp };
}

function startsWith(bytes: Buffer, text: string): boolean {
  return bytes.toString('latin1', 0, text.length) === text;
}
