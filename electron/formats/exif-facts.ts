import exifr from 'exifr';
import { newFact } from '../../shared/domain/facts/new-fact';
import type { NewFact } from '../../shared/domain/facts/new-fact';
import type { FactCode } from '../../shared/models/fact-code';
import { isRealDay, isRealTime, readZone } from './date-text';
import { longestExif } from './metadata-blocks';
import { readPictureHeader } from './picture-header';
import type { Size } from './traces';
import { Buffer } from './node';

/** Tags that are read; naming them also keeps the parser from reading any tag twice. */
const picked = {
  ifd0: { pick: ['Make', 'Model', 'Software', 'ModifyDate'] },
  exif: {
    pick: [
      'DateTimeOriginal',
      'CreateDate',
      'OffsetTime',
      'OffsetTimeOriginal',
      'OffsetTimeDigitized',
      'UserComment',
      'ExifImageWidth',
      'ExifImageHeight',
    ],
  },
  ifd1: { pick: ['ThumbnailOffset', 'ThumbnailLength'] },
  gps: {
    pick: [
      'GPSLatitude',
      'GPSLatitudeRef',
      'GPSLongitude',
      'GPSLongitudeRef',
      'GPSDateStamp',
      'GPSTimeStamp',
    ],
  },
};

type Block = Readonly<Record<string, unknown>>;

export interface ExifFacts {
  readonly facts: readonly NewFact[];
  /** Size of the picture as the camera wrote it down, or null. */
  readonly written: Size | null;
  /** Size of the small preview in the block, or null. */
  readonly thumbnail: Size | null;
}

/** Facts of a TIFF structure of at most 64 KiB. Never throws: what cannot be read says nothing. */
export async function exifFacts(tiff: Buffer): Promise<ExifFacts> {
  const blocks = await parse(tiff.subarray(0, longestExif));
  const [ifd0 = {}, exif = {}, gps = {}, ifd1 = {}] = ['ifd0', 'exif', 'gps', 'ifd1'].map((name) =>
    asBlock(blocks[name]),
  );
  const offset = readZone(asText(exif.OffsetTime));
  const facts: NewFact[] = [
    ...date('captured', exif.DateTimeOriginal, 'exif.DateTimeOriginal', {
      zone: readZone(asText(exif.OffsetTimeOriginal)) ?? offset,
      rank: 1,
    }),
    ...date('captured', exif.CreateDate, 'exif.DateTimeDigitized', {
      zone: readZone(asText(exif.OffsetTimeDigitized)) ?? offset,
      rank: 2,
    }),
    ...date('modified', ifd0.ModifyDate, 'exif.DateTime', { zone: offset, rank: 2 }),
  ];
  const device = deviceName(asText(ifd0.Make), asText(ifd0.Model));
  if (device !== '') facts.push(newFact({ ...at('exif.MakeAndModel'), field: 'device', raw: device }));
  const software = asText(ifd0.Software);
  if (software !== null) facts.push(newFact({ ...at('exif.Software'), field: 'software', raw: software }));
  const comment = asText(blocks.userComment) ?? asText(exif.UserComment);
  if (comment !== null && /screenshot/iu.test(comment)) {
    facts.push(newFact({ ...at('exif.UserComment'), field: 'screenshot', raw: comment, value: 'yes' }));
  }
  facts.push(...location(gps));
  return { facts, written: writtenSize(exif), thumbnail: thumbnailSize(tiff, ifd1) };
}

function writtenSize(exif: Block): Size | null {
  const [width, height] = [Number(exif.ExifImageWidth), Number(exif.ExifImageHeight)];
  return Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0
    ? { width, height }
    : null;
}

/** The preview is a JPEG of its own in the block; only its header is looked at. */
function thumbnailSize(tiff: Buffer, ifd1: Block): Size | null {
  const [from, length] = [Number(ifd1.ThumbnailOffset), Number(ifd1.ThumbnailLength)];
  if (!Number.isInteger(from) || !Number.isInteger(length) || from < 8 || length < 16) return null;
  return readPictureHeader(tiff.subarray(from, from + length), 'image/jpeg');
}

/** Some makers begin the model with their own name. */
function deviceName(make: string | null, model: string | null): string {
  if (make === null || model === null) return make ?? model ?? '';
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`;
}

function at(code: FactCode) {
  return { source: 'exif', code } as const;
}

/**
 * The parser gets the block in the smallest JPEG there is, so that one path through it serves every format. It believes what a tag says of
 * its length, and would give out what lies behind the block: so it gets memory that holds nothing else.
 */
async function parse(tiff: Buffer): Promise<Block> {
  const head = Buffer.from('ffd8ffe10000457869660000', 'hex');
  head.writeUInt16BE(tiff.length + 8, 4);
  const alone = Uint8Array.from(Buffer.concat([head, tiff, Buffer.from('ffd9ffd9', 'hex')]));
  try {
    const found: unknown = await exifr.parse(alone, {
      ...picked,
      tiff: true,
      xmp: false,
      icc: false,
      iptc: false,
      jfif: false,
      ihdr: false,
      interop: false,
      makerNote: false,
      userComment: true,
      mergeOutput: false,
      reviveValues: false,
      translateValues: false,
      translateKeys: true,
      sanitize: true,
    });
    return asBlock(found);
  } catch {
    return {};
  }
}

function asBlock(value: unknown): Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Block) : {};
}

const longestText = 2000;

/** Text of a tag. EXIF comments start with eight bytes that name their code; UNICODE ones are UTF-16. */
function asText(value: unknown): string | null {
  let text = '';
  if (typeof value === 'string') text = value;
  else if (value instanceof Uint8Array) text = fromBytes(Buffer.from(value.subarray(0, longestText)));
  const clean = text.slice(0, longestText).replaceAll('\u0000', ' ').trim();
  return clean === '' ? null : clean;
}

function fromBytes(bytes: Buffer): string {
  const code = bytes.toString('latin1', 0, 8);
  if (code === 'UNICODE\u0000') {
    const wide = bytes.subarray(8, 8 + 2 * Math.floor((bytes.length - 8) / 2));
    return wide[0] === 0 ? Buffer.from(wide).swap16().toString('utf16le') : wide.toString('utf16le');
  }
  return (/^(?:ASCII\0{3}|\0{8})$/u.test(code) ? bytes.subarray(8) : bytes).toString('utf8');
}

/** `2026:09:23 23:05:41`; empty clocks (all zeros, blanks) and dates no calendar has are left out. */
function date(
  field: 'captured' | 'modified',
  value: unknown,
  code: FactCode,
  more: { readonly zone: string | null; readonly rank: number },
): readonly NewFact[] {
  const raw = asText(value);
  const match = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/u.exec(raw ?? '');
  if (raw === null || match === null) return [];
  const [, year = '', month = '', day = '', hours = '', minutes = '', seconds = ''] = match;
  const [calendar, time] = [`${year}-${month}-${day}`, `${hours}:${minutes}:${seconds}`];
  if (!isRealDay(calendar) || !isRealTime(time)) return [];
  return [newFact({ ...at(code), field, raw, value: calendar, time, ...more })];
}

function location(gps: Block): readonly NewFact[] {
  const { latitude, longitude } = gps;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return [];
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return [];
  // Phones that had no fix write zeros; nobody was there.
  if (latitude === 0 && longitude === 0) return [];
  const value = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return [newFact({ ...at('exif.GPS'), field: 'location', raw: value }), ...satelliteTime(gps)];
}

/** The time of the last fix, in UTC: it helps a person to tell which zone a camera's clock was in. */
function satelliteTime(gps: Block): readonly NewFact[] {
  const day = asText(gps.GPSDateStamp)?.replaceAll(':', '-') ?? '';
  const clock = Array.isArray(gps.GPSTimeStamp) ? gps.GPSTimeStamp.slice(0, 3).map(Number) : [];
  const time = clock.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
  if (!isRealDay(day) || !isRealTime(time)) return [];
  return [
    newFact({
      ...at('exif.GPSTime'),
      field: 'note',
      raw: `${day} ${time}`,
      value: `The satellites gave ${day} ${time} UTC for the last position.`,
    }),
  ];
}
