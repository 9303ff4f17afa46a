import type { PictureHeader } from '../../shared/domain/pictures/picture-header';
import { tiffPages } from '../../shared/domain/pictures/tiff-directories';
import { readPng } from './png';
import { Buffer } from './node';

/** What only PNG and JPEG have. */
const plain = { png: null, jpegComponents: null, complete: true } as const;

/** Size and coding of a picture from its header alone, before anything is decoded; null when it cannot be told. */
export function readPictureHeader(bytes: Buffer, mime: string): PictureHeader | null {
  try {
    switch (mime) {
      case 'image/png': {
        const png = readPng(bytes);
        return { width: png.width, height: png.height, png, jpegComponents: null, complete: png.complete };
      }
      case 'image/jpeg':
        return jpeg(bytes);
      case 'image/gif':
        return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), ...plain };
      case 'image/webp':
        return webp(bytes);
      case 'image/bmp':
        return bitmap(bytes);
      case 'image/tiff':
        return tiff(bytes);
      default:
        return null;
    }
  } catch {
    return null;
  }
}

const endOfImage = Buffer.from([0xff, 0xd9]);

/** Walks the segments; the start of frame has a marker from FFC0 to FFCF without C4, C8 and CC (ITU-T T.81). */
function jpeg(bytes: Buffer): PictureHeader | null {
  let frame: { readonly width: number; readonly height: number; readonly components: number } | null = null;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      frame = {
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
        components: bytes.readUInt8(at + 9),
      };
    }
    // Picture data begins: all that is still of interest is whether it ends.
    if (marker === 0xda) break;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  if (frame === null) return null;
  const { width, height, components } = frame;
  return { width, height, png: null, jpegComponents: components, complete: bytes.includes(endOfImage, at) };
}

function webp(bytes: Buffer): PictureHeader | null {
  const form = bytes.toString('latin1', 12, 16);
  if (form === 'VP8X')
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, ...plain };
  if (form === 'VP8 ')
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, ...plain };
  if (form === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, ...plain };
  }
  return null;
}

/** A bitmap may count its rows from the top, with a negative height; the oldest header has 16-bit numbers. */
function bitmap(bytes: Buffer): PictureHeader {
  if (bytes.readUInt32LE(14) === 12) {
    return { width: bytes.readUInt16LE(18), height: bytes.readUInt16LE(20), ...plain };
  }
  return { width: Math.abs(bytes.readInt32LE(18)), height: Math.abs(bytes.readInt32LE(22)), ...plain };
}

/** Of the first page. */
function tiff(bytes: Buffer): PictureHeader | null {
  const [first] = tiffPages(bytes) ?? [];
  return first === undefined ? null : { width: first.width, height: first.height, ...plain };
}
