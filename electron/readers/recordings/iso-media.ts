import type { ReaderFile } from '../kit/reader';
import { Buffer } from '../kit/node';

/** What an MP4, QuickTime or 3GPP file says of itself, in its `moov` box (ISO/IEC 14496-12, 8.2; QuickTime File Format). */
export interface IsoMedia {
  readonly durationMs: number | null;
  /** Of `mvhd`, in UTC; null where nobody set a clock. */
  readonly created: Date | null;
  /** Null where no track is told of. */
  readonly hasVideo: boolean | null;
  readonly width: number | null;
  readonly height: number | null;
  /** Words of the user data by their key: `©xyz`, `com.apple.quicktime.make` ... */
  readonly words: ReadonlyMap<string, string>;
}

/** Boxes beside each other; a phone writes some tens. */
const mostBoxes = 5000;
/** Tables of a long film; what is told of it as a whole comes before them, or in boxes of their own. */
const largestMoov = 32 * 1024 * 1024;
const mostWords = 200;

interface Box {
  readonly type: string;
  readonly body: Buffer;
}

/** Null when there is no such box, as in a recording that broke off. */
export async function readIsoMedia(file: ReaderFile): Promise<IsoMedia | null> {
  const moov = await findMoov(file);
  if (moov === null) return null;
  const inside = boxes(moov);
  const head = movieHeader(inside.find(({ type }) => type === 'mvhd')?.body ?? Buffer.alloc(0));
  const tracks = inside.filter(({ type }) => type === 'trak').map(({ body }) => trackOf(body));
  const video = tracks.find(({ isVideo }) => isVideo);
  const words = new Map<string, string>();
  for (const { type, body } of inside) {
    if (type === 'udta') readUserData(body, words);
    if (type === 'meta') readMeta(body, words);
  }
  return {
    ...head,
    hasVideo: tracks.length === 0 ? null : video !== undefined,
    width: video?.width ?? null,
    height: video?.height ?? null,
    words,
  };
}

/** The box may lie at either end of the file; what is between is skipped without being read. */
async function findMoov(file: ReaderFile): Promise<Buffer | null> {
  let at = 0;
  for (let count = 0; count < mostBoxes && at + 8 <= file.bytes; count += 1) {
    const head = Buffer.from(await file.read(at, 16));
    if (head.length < 8) return null;
    const declared = head.readUInt32BE(0);
    const large = declared === 1 && head.length === 16;
    const size = large ? Number(head.readBigUInt64BE(8)) : declared === 0 ? file.bytes - at : declared;
    const start = large ? 16 : 8;
    if (size < start) return null;
    if (head.toString('latin1', 4, 8) === 'moov') {
      return Buffer.from(await file.read(at + start, Math.min(size - start, largestMoov)));
    }
    at += size;
  }
  return null;
}

function boxes(bytes: Buffer): readonly Box[] {
  const found: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length && found.length < mostBoxes;) {
    const declared = bytes.readUInt32BE(at);
    const size = declared === 0 ? bytes.length - at : declared;
    if (size < 8) break;
    const body = bytes.subarray(at + 8, Math.min(bytes.length, at + size));
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), body });
    at += size;
  }
  return found;
}

/** Seconds from 1 January 1904, which the format counts from, to 1970. */
const epoch = 2_082_844_800;

function movieHeader(body: Buffer): Pick<IsoMedia, 'durationMs' | 'created'> {
  const wide = body.length > 0 && body.readUInt8(0) === 1;
  if (body.length < (wide ? 32 : 20)) return { durationMs: null, created: null };
  const seconds = wide ? Number(body.readBigUInt64BE(4)) : body.readUInt32BE(4);
  const scale = body.readUInt32BE(wide ? 20 : 12);
  const length = wide ? Number(body.readBigUInt64BE(24)) : body.readUInt32BE(16);
  const unknown = length === 0xffffffff || scale === 0;
  const created = new Date((seconds - epoch) * 1000);
  return {
    durationMs: unknown ? null : Math.round((length / scale) * 1000),
    // Zero is what a program writes that has no clock; a time before there were such phones is no time either.
    created: created.getTime() > 0 && created.getUTCFullYear() < 2200 ? created : null,
  };
}

interface Track {
  readonly isVideo: boolean;
  readonly width: number | null;
  readonly height: number | null;
}

function trackOf(body: Buffer): Track {
  const inside = boxes(body);
  const media = boxes(inside.find(({ type }) => type === 'mdia')?.body ?? Buffer.alloc(0));
  const handler = media.find(({ type }) => type === 'hdlr')?.body;
  const isVideo = handler?.toString('latin1', 8, 12) === 'vide';
  const header = inside.find(({ type }) => type === 'tkhd')?.body;
  if (header === undefined || header.length < 84) return { isVideo, width: null, height: null };
  // Sizes are the last eight bytes, in 16.16 fixed point.
  const width = header.readUInt32BE(header.length - 8) >>> 16;
  const height = header.readUInt32BE(header.length - 4) >>> 16;
  return { isVideo, width: width || null, height: height || null };
}

/** Words of QuickTime's user data: a length and a language before each (QuickTime File Format, User Data Text Strings). */
function readUserData(body: Buffer, words: Map<string, string>): void {
  for (const { type, body: entry } of boxes(body)) {
    if (type === 'meta') readMeta(entry, words);
    if (!type.startsWith('\u00a9') || entry.length < 4) continue;
    keep(words, type, entry.toString('utf8', 4, 4 + entry.readUInt16BE(0)));
  }
}

/** Keys and their values, as Apple and Android write them (QuickTime File Format, Metadata). */
function readMeta(body: Buffer, words: Map<string, string>): void {
  // A full box in MP4, a plain one in QuickTime.
  const inside = boxes(body.readUInt32BE(0) === 0 ? body.subarray(4) : body);
  const keys = keysOf(inside.find(({ type }) => type === 'keys')?.body);
  for (const { type, body: entry } of boxes(
    inside.find((box) => box.type === 'ilst')?.body ?? Buffer.alloc(0),
  )) {
    const key = keys[Buffer.from(type, 'latin1').readUInt32BE(0) - 1] ?? type;
    const value = boxes(entry).find((box) => box.type === 'data')?.body;
    // Type 1 is UTF-8; numbers and pictures are no words.
    if (value !== undefined && value.length >= 8 && value.readUInt32BE(0) === 1) {
      keep(words, key, value.toString('utf8', 8, 8 + 2000));
    }
  }
}

function keysOf(body: Buffer | undefined): readonly string[] {
  if (body === undefined || body.length < 8) return [];
  return boxes(body.subarray(8)).map(({ body: key }) => key.toString('utf8'));
}

function keep(words: Map<string, string>, key: string, value: string): void {
  const text = value.replaceAll('\u0000', '').trim();
  if (text !== '' && words.size < mostWords) words.set(key, text);
}
