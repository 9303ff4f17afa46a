import { Buffer } from './node';

/** The little of HEIF (ISO/IEC 14496-12 and 23008-12) that is needed before decoding: sizes, and where metadata lies. */
export interface HeicHeader {
  /** The largest picture or tile grid declared, in pixels, before any turning; null when none is declared. */
  readonly largest: { readonly width: number; readonly height: number } | null;
  /** TIFF structure of the EXIF item. */
  readonly exif: Buffer | null;
  readonly xmp: Buffer | null;
  /** Pictures of its own that it holds one beside or after the other: tiles, previews and masks are none. */
  readonly pictures: number;
}

/** No phone writes nearly as many boxes, items or extents; more are not looked at. */
const most = 5000;
const longestItem = 1024 * 1024;

interface Box {
  readonly type: string;
  readonly body: Buffer;
}

/** Reads the `meta` box of a HEIC file. Every step goes forward and is counted, so no file can hold it up. */
export function readHeic(bytes: Buffer): HeicHeader {
  const nothing: HeicHeader = { largest: null, exif: null, xmp: null, pictures: 1 };
  try {
    const top = boxes(bytes);
    const samples = countSamples(top.find(({ type }) => type === 'moov')?.body ?? null);
    const meta = top.find(({ type }) => type === 'meta');
    if (meta === undefined) return { ...nothing, pictures: Math.max(1, samples) };
    const inside = boxes(meta.body.subarray(4));
    const body = (type: string): Buffer | null => inside.find((box) => box.type === type)?.body ?? null;
    const types = itemTypes(body('iinf'));
    const places = itemPlaces(body('iloc'));
    const data = (wanted: string): Buffer | null => {
      const id = [...types].find(([, type]) => type === wanted)?.[0];
      const place = id === undefined ? undefined : places.get(id);
      if (place === undefined) return null;
      const source = place.inside ? (body('idat') ?? Buffer.alloc(0)) : bytes;
      const item = source.subarray(place.offset, place.offset + Math.min(place.length, longestItem));
      return item.length === 0 ? null : item;
    };
    return {
      largest: largestExtent(body('iprp')),
      exif: afterPrefix(data('Exif')),
      xmp: data('mime'),
      pictures: Math.max(1, samples, countItems(body('iinf'), body('iref'))),
    };
  } catch {
    return nothing;
  }
}

function boxes(bytes: Buffer): readonly Box[] {
  const found: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length && found.length < most;) {
    const declared = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const large = declared === 1 && at + 16 <= bytes.length;
    const head = large ? 16 : 8;
    const size = large
      ? Number(bytes.readBigUInt64BE(at + 8))
      : declared === 0
        ? bytes.length - at
        : declared;
    if (size < head) break;
    found.push({ type, body: bytes.subarray(at + head, Math.min(bytes.length, at + size)) });
    at += size;
  }
  return found;
}

function itemTypes(iinf: Buffer | null): ReadonlyMap<number, string> {
  const types = new Map<number, string>();
  if (iinf === null) return types;
  for (const { type, body } of boxes(iinf.subarray(iinf.readUInt8(0) === 0 ? 6 : 8))) {
    const version = body.readUInt8(0);
    if (type !== 'infe' || version < 2) continue;
    const wide = version === 2 ? 2 : 4;
    types.set(body.readUIntBE(4, wide), body.toString('latin1', 6 + wide, 10 + wide));
  }
  return types;
}

/** Kinds of item that are pictures: coded ones, and those made of others. */
const pictureTypes = new Set([
  'hvc1',
  'hvc2',
  'hev1',
  'av01',
  'avc1',
  'jpeg',
  'j2k1',
  'vvc1',
  'unci',
  'grid',
  'iovl',
  'iden',
]);

/** Items that somebody is meant to look at (ISO/IEC 23008-12, 6.4): not hidden, no preview or mask of another, no part of one. */
function countItems(iinf: Buffer | null, iref: Buffer | null): number {
  if (iinf === null) return 0;
  const shown = new Set<number>();
  for (const { type, body } of boxes(iinf.subarray(iinf.readUInt8(0) === 0 ? 6 : 8))) {
    const version = body.readUInt8(0);
    if (type !== 'infe' || version < 2) continue;
    const wide = version === 2 ? 2 : 4;
    const isHidden = (body.readUInt8(3) & 1) === 1;
    if (!isHidden && pictureTypes.has(body.toString('latin1', 6 + wide, 10 + wide))) {
      shown.add(body.readUIntBE(4, wide));
    }
  }
  if (iref === null) return shown.size;
  const wide = iref.readUInt8(0) === 0 ? 2 : 4;
  for (const { type, body } of boxes(iref.subarray(4))) {
    const from = body.readUIntBE(0, wide);
    if (type === 'thmb' || type === 'auxl') shown.delete(from);
    if (type !== 'dimg') continue;
    for (let at = wide + 2; at + wide <= body.length; at += wide) shown.delete(body.readUIntBE(at, wide));
  }
  return shown.size;
}

/** Pictures of a sequence: samples of the longest track of pictures that has room for them. */
function countSamples(moov: Buffer | null): number {
  const within = (body: Buffer, ...path: readonly string[]): Buffer | null => {
    const [first, ...rest] = path;
    if (first === undefined) return body;
    const found = boxes(body).find(({ type }) => type === first);
    return found === undefined ? null : within(found.body, ...rest);
  };
  let longest = 0;
  for (const { type, body } of moov === null ? [] : boxes(moov)) {
    const handler = type === 'trak' ? within(body, 'mdia', 'hdlr')?.toString('latin1', 8, 12) : null;
    if (handler !== 'pict' && handler !== 'vide') continue;
    const sizes = within(body, 'mdia', 'minf', 'stbl', 'stsz');
    if (sizes === null || sizes.length < 12) continue;
    const said = sizes.readUInt32BE(8);
    const listed = sizes.readUInt32BE(4) === 0 ? Math.floor((sizes.length - 12) / 4) : said;
    longest = Math.max(longest, Math.min(said, listed));
  }
  return longest;
}

interface Place {
  readonly offset: number;
  readonly length: number;
  /** In the `idat` box rather than in the file. */
  readonly inside: boolean;
}

/** Items in several pieces are left out: metadata never is. */
function itemPlaces(iloc: Buffer | null): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  if (iloc === null) return places;
  const version = iloc.readUInt8(0);
  const [offsetSize, lengthSize] = [iloc.readUInt8(4) >> 4, iloc.readUInt8(4) & 15];
  const [baseSize, indexSize] = [iloc.readUInt8(5) >> 4, version === 0 ? 0 : iloc.readUInt8(5) & 15];
  let at = 6;
  const take = (size: number): number => {
    if (size === 0) return 0;
    const value = size === 8 ? Number(iloc.readBigUInt64BE(at)) : iloc.readUIntBE(at, size);
    at += size;
    return value;
  };
  const count = Math.min(most, take(version < 2 ? 2 : 4));
  for (let item = 0; item < count; item += 1) {
    const id = take(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : take(2) & 15;
    take(2);
    const base = take(baseSize);
    const extents = take(2);
    if (extents > most) return places;
    for (let extent = 0; extent < extents; extent += 1) {
      take(indexSize);
      const offset = base + take(offsetSize);
      const length = take(lengthSize);
      if (extents === 1 && method <= 1) places.set(id, { offset, length, inside: method === 1 });
    }
  }
  return places;
}

function largestExtent(iprp: Buffer | null): HeicHeader['largest'] {
  const properties = iprp === null ? undefined : boxes(iprp).find(({ type }) => type === 'ipco');
  let largest: HeicHeader['largest'] = null;
  for (const { type, body } of properties === undefined ? [] : boxes(properties.body)) {
    if (type !== 'ispe' || body.length < 12) continue;
    const [width, height] = [body.readUInt32BE(4), body.readUInt32BE(8)];
    if (largest === null || width * height > largest.width * largest.height) largest = { width, height };
  }
  return largest;
}

/** The item begins with four bytes that say how far it is to the TIFF structure (often `Exif\0\0` in between). */
function afterPrefix(item: Buffer | null): Buffer | null {
  if (item === null || item.length < 8) return null;
  const start = 4 + item.readUInt32BE(0);
  return start < item.length ? item.subarray(start) : null;
}
