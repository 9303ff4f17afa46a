import { crc32 } from 'node:zlib';
import { withoutMetadata } from '../print/jpeg';

/** Formats whose container lets details be taken out while the picture's own data is copied as it is. */
export const cleanedLosslessly: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/**
 * A picture without what it says about itself: EXIF with place and device, XMP, captions, comments, times, and what
 * programs hid behind its end. Its data, colours and transparency are copied byte for byte. All that is written anew is
 * which way up it is (1 to 8, EXIF 0x0112), without which it would be shown lying on its side. Throws RangeError or
 * TypeError for what is not built as its format says.
 */
export function cleanPicture(bytes: Buffer, mime: string, orientation: number): Buffer {
  switch (mime) {
    case 'image/jpeg':
      return cleanJpeg(bytes, orientation);
    case 'image/png':
      return cleanPng(bytes, orientation);
    case 'image/webp':
      return cleanWebp(bytes, orientation);
    case 'image/gif':
      return cleanGif(bytes);
    default:
      throw new TypeError('no lossless way');
  }
}

function cleanJpeg(bytes: Buffer, orientation: number): Buffer {
  if (bytes.readUInt16BE(0) !== 0xffd8) throw new TypeError('not a JPEG');
  const clean = withoutMetadata(bytes);
  if (orientation === 1) return clean;
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), orientationOnly(orientation)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([clean.subarray(0, 2), head, body, clean.subarray(2)]);
}

/** What a PNG needs to look as it does (PNG 3rd edition, 11.3): colour, transparency, pixel shape, animation. */
const shownByPng = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND'],
  ...['tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'pHYs'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

function cleanPng(bytes: Buffer, orientation: number): Buffer {
  const signature = bytes.subarray(0, 8);
  if (signature.toString('hex') !== '89504e470d0a1a0a') throw new TypeError('not a PNG');
  const kept: Buffer[] = [signature];
  for (let at = 8; ;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length) throw new RangeError('cut short');
    if (shownByPng.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IHDR' && orientation !== 1) kept.push(pngChunk('eXIf', orientationOnly(orientation)));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
}

function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

const shownByWebp = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags in VP8X that promise an EXIF or an XMP chunk (WebP container specification). */
const promises = { exif: 0x08, xmp: 0x04 };

function cleanWebp(bytes: Buffer, orientation: number): Buffer {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP')
    throw new TypeError('not a WebP');
  const kept: Buffer[] = [];
  let extended = false;
  for (let at = 12; at + 8 <= bytes.length;) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > bytes.length) throw new RangeError('cut short');
    const end = at + 8 + length + (length % 2);
    if (shownByWebp.has(type)) {
      const chunk = Buffer.from(bytes.subarray(at, Math.min(end, bytes.length)));
      if (type === 'VP8X') {
        extended = true;
        chunk.writeUInt8(chunk.readUInt8(8) & ~(promises.exif | promises.xmp), 8);
        if (orientation !== 1) chunk.writeUInt8(chunk.readUInt8(8) | promises.exif, 8);
      }
      kept.push(chunk);
      if (chunk.length % 2 === 1) kept.push(Buffer.alloc(1));
    }
    at = end;
  }
  // The simple form has no place for it: then the picture is drawn anew, turned.
  if (orientation !== 1 && !extended) throw new TypeError('no lossless way');
  if (orientation !== 1) {
    const block = orientationOnly(orientation);
    const head = Buffer.from('EXIF0000', 'latin1');
    head.writeUInt32LE(block.length, 4);
    kept.push(head, block);
  }
  const inside = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]);
  const head = Buffer.from('RIFF0000', 'latin1');
  head.writeUInt32LE(inside.length, 4);
  return Buffer.concat([head, inside]);
}

/** Extensions that only say how often an animation runs. */
const shownByGif = ['NETSCAPE2.0', 'ANIMEXTS1.0'];

/** GIF89a: blocks one after the other, each a label and a run of pieces that ends with an empty one. */
function cleanGif(bytes: Buffer): Buffer {
  if (!/^GIF8[79]a$/u.test(bytes.toString('latin1', 0, 6))) throw new TypeError('not a GIF');
  const table = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  const pieces = (from: number): number => {
    let at = from;
    for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) at += 1 + length;
    return at + 1;
  };
  let at = 13 + table(bytes.readUInt8(10));
  const kept: Buffer[] = [bytes.subarray(0, at)];
  for (;;) {
    const label = bytes.readUInt8(at);
    if (label === 0x3b) return Buffer.concat([...kept, bytes.subarray(at, at + 1)]);
    if (label === 0x2c) {
      const end = pieces(at + 11 + table(bytes.readUInt8(at + 9)));
      kept.push(bytes.subarray(at, end));
      at = end;
    } else if (label === 0x21) {
      const kind = bytes.readUInt8(at + 1);
      const end = pieces(at + 2);
      const name = bytes.toString('latin1', at + 3, at + 14);
      // 0xf9 is how a frame is shown, 0x01 is text drawn as part of it; comments and other programs' notes go.
      if (kind === 0xf9 || kind === 0x01 || (kind === 0xff && shownByGif.includes(name))) {
        kept.push(bytes.subarray(at, end));
      }
      at = end;
    } else {
      throw new TypeError('no such block');
    }
  }
}

/** The smallest TIFF structure there is: one directory with one entry, the orientation. */
function orientationOnly(orientation: number): Buffer {
  const block = Buffer.from('49492a0008000000' + '0100' + '120103000100000000000000' + '00000000', 'hex');
  block.writeUInt16LE(orientation, 18);
  return block;
}
