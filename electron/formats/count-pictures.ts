import { readHeic } from './heic';
import type { Buffer } from './node';

/** Nobody makes a moving picture of so many; what says more is not counted on. */
const most = 1_000_000;

/**
 * How many pictures a file holds that moves or keeps several, of which the first (HEIC and AVIF: the main one) is what is
 * printed, read and redacted; 1 for any other. They are counted where they stand: a number in a header is not believed.
 */
export function countPictures(bytes: Buffer, mime: string): number {
  return Math.min(most, Math.max(1, count(bytes, mime)));
}

function count(bytes: Buffer, mime: string): number {
  switch (mime) {
    case 'image/gif':
      return inGif(bytes);
    case 'image/webp':
      return inWebp(bytes);
    case 'image/png':
      return inPng(bytes);
    case 'image/heic':
    case 'image/heif':
    case 'image/avif':
      return readHeic(bytes).pictures;
    default:
      return 1;
  }
}

/** GIF89a: image descriptors begin with 2C, extensions with 21, and both end with an empty piece. */
function inGif(bytes: Buffer): number {
  const byte = (at: number): number => bytes[at] ?? 0;
  const table = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let found = 0;
  let at = 13 + table(byte(10));
  while (at < bytes.length) {
    const label = byte(at);
    if (label === 0x2c) {
      // One that breaks off before its data has nothing to show.
      if (at + 10 < bytes.length) found += 1;
      at += 11 + table(byte(at + 9));
    } else if (label === 0x21) at += 2;
    else break;
    while (at < bytes.length && byte(at) > 0) at += 1 + byte(at);
    at += 1;
  }
  return found;
}

function inWebp(bytes: Buffer): number {
  let found = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    if (bytes.toString('latin1', at, at + 4) === 'ANMF') found += 1;
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return found;
}

/**
 * APNG (PNG 3rd edition, 4.9): one fcTL chunk a picture. The one in IDAT is the first of them when its fcTL stands before it,
 * else a picture of its own for those who know no moving ones.
 */
function inPng(bytes: Buffer): number {
  let [moves, found, isOwn, data] = [false, 0, false, false];
  for (let at = 8; at + 12 <= bytes.length;) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'acTL' && !data) moves = true;
    else if (type === 'fcTL') found += 1;
    else if (type === 'IDAT' && !data) {
      data = true;
      isOwn = found === 0;
    } else if (type === 'IEND') break;
    at += 12 + bytes.readUInt32BE(at);
  }
  return moves ? found + (isOwn ? 1 : 0) : 1;
}
