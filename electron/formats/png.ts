import { crc32, inflateSync } from './node';
import { Buffer } from './node';

/** The little of PNG (ISO/IEC 15948) that is needed: header, text chunks, time, and the compressed picture data. */
export interface Png {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colourType: number;
  readonly interlaced: boolean;
  /** Has an alpha channel or a tRNS chunk. */
  readonly transparent: boolean;
  /** It moves, and its picture data is none of the moving pictures: Chromium shows those, a PDF would show this (APNG). */
  readonly movesApart: boolean;
  /** Bytes of the palette, three a colour, or null. */
  readonly palette: Buffer | null;
  /** TIFF structure of the eXIf chunk, or null. */
  readonly exif: Buffer | null;
  /** Of a second one, which there should not be, or null. */
  readonly otherExif: Buffer | null;
  /** Keyword and text of tEXt and iTXt chunks. */
  readonly texts: readonly { readonly keyword: string; readonly text: string }[];
  /** Last modification in UTC, `YYYY-MM-DDTHH:MM:SS`, or null. */
  readonly modified: string | null;
  /** Concatenated IDAT data: a zlib stream of filtered rows. */
  readonly data: readonly Buffer[];
  /** False when the file ends before its end chunk, or a chunk's checksum is wrong. */
  readonly complete: boolean;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostTexts = 200;
/** A real one has some thousands; without a limit, millions of empty chunks would hold the reader up. */
const mostChunks = 200_000;
const longestUnpacked = 256 * 1024;

/** Reads a PNG without decoding it. Throws RangeError or TypeError for what is none; a cut file gives what there is. */
export function readPng(bytes: Buffer): Png {
  if (!bytes.subarray(0, 8).equals(signature) || bytes.toString('latin1', 12, 16) !== 'IHDR') {
    throw new TypeError('not a PNG');
  }
  const header = readHeader(bytes);
  const texts: { keyword: string; text: string }[] = [];
  const data: Buffer[] = [];
  let palette: Buffer | null = null;
  let transparent = header.colourType === 4 || header.colourType === 6;
  let [moves, frames, movesApart] = [false, 0, false];
  let modified: string | null = null;
  let complete = false;
  let intact = true;
  const exifs: Buffer[] = [];

  for (const { type, body, isIntact } of chunksOf(bytes)) {
    intact &&= isIntact;
    switch (type) {
      case 'PLTE':
        palette = body;
        break;
      case 'tRNS':
        transparent = true;
        break;
      case 'acTL':
        moves ||= data.length === 0;
        break;
      case 'fcTL':
        frames += 1;
        break;
      case 'IDAT':
        if (data.length === 0) movesApart = moves && frames === 0;
        data.push(body);
        break;
      case 'tEXt':
      case 'iTXt':
        if (texts.length < mostTexts) texts.push(...readTexts(type, body));
        break;
      case 'eXIf':
        if (exifs.length < 2) exifs.push(body);
        break;
      case 'tIME':
        modified = readTime(body) ?? modified;
        break;
      case 'IEND':
        complete = true;
    }
  }
  return {
    ...header,
    transparent,
    movesApart,
    palette,
    exif: exifs[0] ?? null,
    otherExif: exifs[1] ?? null,
    texts,
    modified,
    data,
    complete: complete && intact,
  };
}

function readHeader(bytes: Buffer): Pick<Png, 'width' | 'height' | 'bitDepth' | 'colourType' | 'interlaced'> {
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    bitDepth: bytes.readUInt8(24),
    colourType: bytes.readUInt8(25),
    interlaced: bytes.readUInt8(28) !== 0,
  };
}

/** The chunks of a file, each with whether its checksum is right, up to its end chunk, or to where it is cut. */
function* chunksOf(
  bytes: Buffer,
): Generator<{ readonly type: string; readonly body: Buffer; readonly isIntact: boolean }> {
  for (let at = 8, count = 0; at + 8 <= bytes.length && count < mostChunks; count += 1) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) return;
    const isIntact = crc32(bytes.subarray(at + 4, end)) === bytes.readUInt32BE(end);
    yield { type, body: bytes.subarray(at + 8, end), isIntact };
    if (type === 'IEND') return;
    at = end + 4;
  }
}

function readTexts(type: 'tEXt' | 'iTXt', body: Buffer): readonly { keyword: string; text: string }[] {
  return type === 'tEXt' ? [readText(body)] : readInternationalText(body);
}

function readText(body: Buffer): { keyword: string; text: string } {
  const split = body.indexOf(0);
  return split < 0
    ? { keyword: '', text: '' }
    : {
        keyword: body.toString('latin1', 0, split),
        text: body.toString('latin1', split + 1, split + 1 + longestUnpacked),
      };
}

/** keyword, 0, compressed?, method, language, 0, translated keyword, 0, text. */
function readInternationalText(body: Buffer): readonly { keyword: string; text: string }[] {
  const split = body.indexOf(0);
  if (split < 0) return [];
  const language = body.indexOf(0, split + 3);
  const translated = language < 0 ? -1 : body.indexOf(0, language + 1);
  if (translated < 0) return [];
  const text = body[split + 1] === 0 ? body.subarray(translated + 1) : unpack(body.subarray(translated + 1));
  return text === null
    ? []
    : [{ keyword: body.toString('latin1', 0, split), text: text.toString('utf8', 0, longestUnpacked) }];
}

/** Null for what is damaged or grows beyond what a text has: a small chunk can unpack to a huge one. */
function unpack(packed: Buffer): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: longestUnpacked });
  } catch {
    return null;
  }
}

/** Null for what is no time. */
function readTime(body: Buffer): string | null {
  if (body.length !== 7) return null;
  const two = (at: number): string => String(body.readUInt8(at)).padStart(2, '0');
  return `${body.readUInt16BE(0)}-${two(2)}-${two(3)}T${two(4)}:${two(5)}:${two(6)}`;
}
