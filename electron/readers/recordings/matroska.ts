import type { ReaderFile } from '../kit/reader';
import { Buffer } from '../kit/node';

/** What a WebM or Matroska file says of itself before its first cluster (RFC 9559). */
export interface Matroska {
  readonly durationMs: number | null;
  readonly created: Date | null;
  readonly software: string | null;
  readonly hasVideo: boolean | null;
  readonly width: number | null;
  readonly height: number | null;
}

const ids = {
  header: 0x1a45dfa3,
  segment: 0x18538067,
  cluster: 0x1f43b675,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  date: 0x4461,
  writingApp: 0x5741,
  muxingApp: 0x4d80,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
} as const;

/** Elements beside each other, and bytes of one that is looked into: seeks, fonts and covers may lie among them. */
const mostElements = 2000;
const largest = 1024 * 1024;

interface Element {
  readonly id: number;
  readonly start: number;
  /** Null where nobody knew, as in what a recorder writes while it records. */
  readonly size: number | null;
}

/** Null when it does not begin as such a file does. */
export async function readMatroska(file: ReaderFile): Promise<Matroska | null> {
  const head = elementAt(Buffer.from(await file.read(0, 16)), 0, 0);
  if (head?.id !== ids.header || head.size === null) return null;
  let info: Buffer | null = null;
  let tracks: Buffer | null = null;
  let at = head.start + head.size;
  for (let count = 0; count < mostElements && (info === null || tracks === null); count += 1) {
    const element = elementAt(Buffer.from(await file.read(at, 16)), 0, at);
    if (element === null || element.id === ids.cluster) break;
    at = element.start;
    // Its parts follow it.
    if (element.id === ids.segment) continue;
    if (element.size === null) break;
    const wanted = element.id === ids.info || element.id === ids.tracks;
    const body = wanted ? Buffer.from(await file.read(at, Math.min(element.size, largest))) : null;
    if (element.id === ids.info) info = body;
    if (element.id === ids.tracks) tracks = body;
    at += element.size;
  }
  return { ...aboutAll(info), ...aboutPicture(tracks) };
}

/** An identifier keeps its marker bit, a length loses it; all ones are a length nobody knows (RFC 8794, 4 to 6). */
function elementAt(bytes: Buffer, at: number, place: number): Element | null {
  const idLength = lengthOf(bytes, at, 4);
  const sizeLength = idLength === null ? null : lengthOf(bytes, at + idLength, 8);
  if (idLength === null || sizeLength === null) return null;
  const sizeAt = at + idLength;
  let size = (bytes[sizeAt] ?? 0) & (0xff >> sizeLength);
  let unknown = size === 0xff >> sizeLength;
  for (const byte of bytes.subarray(sizeAt + 1, sizeAt + sizeLength)) {
    size = size * 256 + byte;
    unknown &&= byte === 0xff;
  }
  if (!unknown && !Number.isSafeInteger(size)) return null;
  const start = place + sizeAt + sizeLength;
  return { id: bytes.readUIntBE(at, idLength), start, size: unknown ? null : size };
}

function lengthOf(bytes: Buffer, at: number, most: number): number | null {
  const first = bytes[at] ?? 0;
  const length = first === 0 ? 9 : Math.clz32(first) - 23;
  return length > most || at + length > bytes.length ? null : length;
}

/** The parts of an element that is in memory, each with its bytes. */
function partsOf(bytes: Buffer): readonly { readonly id: number; readonly body: Buffer }[] {
  const found: { id: number; body: Buffer }[] = [];
  for (let at = 0; at < bytes.length && found.length < mostElements;) {
    const element = elementAt(bytes, at, 0);
    if (element === null || element.size === null) break;
    at = element.start + element.size;
    found.push({ id: element.id, body: bytes.subarray(element.start, at) });
  }
  return found;
}

function numberOf(body: Buffer | undefined): number | null {
  return body === undefined || body.length === 0 || body.length > 6 ? null : body.readUIntBE(0, body.length);
}

function floatOf(body: Buffer | undefined): number | null {
  if (body?.length === 4) return body.readFloatBE(0);
  return body?.length === 8 ? body.readDoubleBE(0) : null;
}

const epoch = Date.UTC(2001, 0);

function aboutAll(info: Buffer | null): Pick<Matroska, 'durationMs' | 'created' | 'software'> {
  const parts = new Map(info === null ? [] : partsOf(info).map(({ id, body }) => [id, body]));
  // In nanoseconds; a millisecond where it is not said.
  const scale = numberOf(parts.get(ids.scale)) ?? 1_000_000;
  const length = floatOf(parts.get(ids.duration));
  const milliseconds = length === null ? Number.NaN : Math.round((length * scale) / 1_000_000);
  const date = parts.get(ids.date);
  const created = date?.length === 8 ? new Date(epoch + Number(date.readBigInt64BE(0) / 1_000_000n)) : null;
  const app = parts.get(ids.writingApp) ?? parts.get(ids.muxingApp);
  const isReal = created !== null && created.getTime() > 0 && created.getUTCFullYear() < 2200;
  return {
    durationMs: Number.isSafeInteger(milliseconds) && milliseconds >= 0 ? milliseconds : null,
    created: isReal ? created : null,
    software: app?.toString('utf8').replaceAll('\u0000', '').trim() ?? null,
  };
}

function aboutPicture(tracks: Buffer | null): Pick<Matroska, 'hasVideo' | 'width' | 'height'> {
  if (tracks === null) return { hasVideo: null, width: null, height: null };
  const entries = partsOf(tracks).filter(({ id }) => id === ids.track);
  for (const { body } of entries) {
    const parts = partsOf(body);
    if (numberOf(parts.find(({ id }) => id === ids.trackType)?.body) !== 1) continue;
    const video = partsOf(parts.find(({ id }) => id === ids.video)?.body ?? Buffer.alloc(0));
    const side = (wanted: number): number | null => numberOf(video.find(({ id }) => id === wanted)?.body);
    return { hasVideo: true, width: side(ids.width), height: side(ids.height) };
  }
  return { hasVideo: entries.length > 0 ? false : null, width: null, height: null };
}
