import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import exifr from 'exifr';
import { describe, expect, it } from 'vitest';
import { cleanPicture } from '../../../electron/formats/clean-picture';
import { exifFacts } from '../../../electron/formats/exif-facts';
import { findMetadata } from '../../../electron/formats/metadata-blocks';
import { readLayout } from '../../../electron/formats/picture-layout';
import { readPng } from '../../../electron/formats/png';
import { jpeg, png, pngChunk, pngInternationalText, pngText, tiff, webp } from '../services/evidence/files';
import { damages } from '../../helpers/damage';
import { cpuTime } from '../../helpers/cpu-time';

const place = [
  [1, 'N'],
  [
    2,
    [
      [51, 1],
      [30, 1],
      [0, 1],
    ],
  ],
  [3, 'W'],
  [
    4,
    [
      [0, 1],
      [7, 1],
      [30, 1],
    ],
  ],
] as const;
const block = tiff({
  ifd0: [[0x0110, 'Secret Phone 7']],
  exif: [[0x9003, '2026:03:03 21:00:05']],
  gps: place,
});
const xmp = '<x:xmpmeta>Secret Phone 7</x:xmpmeta>';
const samples = join(import.meta.dirname, '../../../resources/sample-case/evidence');

async function facts(bytes: Buffer, mime: string): Promise<readonly string[]> {
  const { exif, xmp: packet } = findMetadata(bytes, mime);
  expect(packet).toBeNull();
  return exif === null ? [] : (await exifFacts(exif)).facts.map(({ code }) => code);
}

/** Each form with all it can carry, and the part of it that must come through as it is. */
const pixels = deflateSync(Buffer.alloc(28, 99));
const forms = {
  'image/jpeg': { bytes: jpeg({ exif: block, xmp }), kept: jpeg().subarray(2) },
  'image/png': {
    bytes: Buffer.concat([
      png({
        chunks: [
          pngChunk('eXIf', block),
          pngText('Author', 'Secret Phone 7'),
          pngInternationalText('XML:com.adobe.xmp', xmp, true),
          pngChunk('tIME', Buffer.from([0x07, 0xea, 3, 3, 21, 0, 5])),
          pngChunk('prVt', Buffer.from('Secret Phone 7')),
          pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
        ],
      }),
      Buffer.from('Secret Phone 7 behind the end'),
    ]),
    kept: pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
  },
  'image/webp': {
    bytes: webp([
      ['VP8X', Buffer.from([0x0c | 0x10, 0, 0, 0, 5, 0, 0, 3, 0, 0])],
      ['VP8L', pixels],
      ['EXIF', block],
      ['XMP ', Buffer.from(xmp)],
      ['NOTE', Buffer.from('Secret Phone 7')],
    ]),
    kept: pixels,
  },
  'image/gif': {
    bytes: Buffer.concat([
      Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00', 'latin1'),
      Buffer.from([0, 0, 0, 255, 255, 255]),
      Buffer.from('21ff0b4e45545343415045322e300301000000', 'hex'),
      Buffer.from([0x21, 0xfe, 14]),
      Buffer.from('Secret Phone 7\0', 'latin1'),
      Buffer.from([0x21, 0xff, 11]),
      Buffer.from('XMP DataXMP\x0eSecret Phone 7\0', 'latin1'),
      Buffer.from('21f90400000000002c00000000010001000002024401003b', 'hex'),
      Buffer.from('Secret Phone 7'),
    ]),
    kept: Buffer.from('2c000000000100010000020244010', 'hex'),
  },
} as const;

describe.each(Object.entries(forms))('a clean copy of %s', (mime, { bytes, kept }) => {
  it('says nothing of place, device, time or program, and keeps the picture’s own data', async () => {
    expect(bytes.includes('Secret Phone 7')).toBe(true);
    const clean = cleanPicture(bytes, mime, 1);
    expect(clean.includes('Secret Phone 7')).toBe(false);
    expect(await facts(clean, mime)).toEqual([]);
    expect(clean.includes(kept)).toBe(true);
  });

  it('says which way up it is, and nothing else, when the picture lies on its side', async () => {
    if (mime === 'image/gif') return;
    const clean = cleanPicture(bytes, mime, 6);
    expect(clean.includes('Secret Phone 7')).toBe(false);
    expect(await facts(clean, mime)).toEqual([]);
    expect(readLayout(clean, mime)).toMatchObject({ orientation: 6, facts: [{ code: 'exif.Orientation' }] });
  });

  it('is made the same each time, and of itself is itself', () => {
    const clean = cleanPicture(bytes, mime, 1);
    expect(cleanPicture(bytes, mime, 1).equals(clean)).toBe(true);
    expect(cleanPicture(clean, mime, 1).equals(clean)).toBe(true);
  });

  it('is refused with a plain error, or made, and never hangs, when the file is damaged', () => {
    const before = cpuTime();
    for (let round = 0; round < 50; round += 1) {
      for (const damage of Object.values(damages)) {
        try {
          cleanPicture(damage(bytes), mime, 6);
        } catch (error) {
          expect(error instanceof RangeError || error instanceof TypeError).toBe(true);
        }
      }
    }
    expect(cpuTime() - before).toBeLessThan(5000);
  });
});

describe('a clean copy of a JPEG', () => {
  it('does not carry the second picture or the video that phones put behind the first', () => {
    const behind = jpeg({ exif: block });
    const clean = cleanPicture(
      Buffer.concat([jpeg(), behind, Buffer.from('ftypmp42 Secret Phone 7\xff\xd9', 'latin1')]),
      'image/jpeg',
      1,
    );
    expect(clean.equals(jpeg())).toBe(true);
  });

  it('is clean also where rubbish lies between its segments, which decoders pass over', () => {
    const whole = jpeg({ exif: block });
    const dirty = Buffer.concat([whole.subarray(0, 2), Buffer.from('rubbish'), whole.subarray(2)]);
    expect(cleanPicture(dirty, 'image/jpeg', 1).equals(jpeg())).toBe(true);
  });

  it('keeps every scan of a progressive one, and no comment between them', () => {
    const scan = Buffer.from('ffda000401020a0bff00ffd00c', 'hex');
    const end = Buffer.from([0xff, 0xd9]);
    const frame = jpeg().subarray(0, jpeg().length - 16);
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 16]), Buffer.from('Secret Phone 7')]);
    const clean = cleanPicture(Buffer.concat([frame, scan, comment, scan, end]), 'image/jpeg', 1);
    expect(clean.equals(Buffer.concat([frame, scan, scan, end]))).toBe(true);
  });
});

it('a PNG stays whole, with its checksums', () => {
  const clean = readPng(cleanPicture(forms['image/png'].bytes, 'image/png', 3));
  expect(clean.complete).toBe(true);
  expect(
    Buffer.concat([...clean.data]).equals(Buffer.concat([...readPng(forms['image/png'].bytes).data])),
  ).toBe(true);
});

it('a WebP no longer promises what was taken out', () => {
  const clean = cleanPicture(forms['image/webp'].bytes, 'image/webp', 1);
  expect(clean.readUInt8(20) & 0x0c).toBe(0);
  expect(clean.readUInt8(20) & 0x10).toBe(0x10);
  expect(clean.readUInt32LE(4)).toBe(clean.length - 8);
});

it('photos of the sample case come out clean for another reader too', async () => {
  const photos = readdirSync(samples).filter((name) => name.endsWith('.jpg'));
  expect(photos.length).toBeGreaterThan(5);
  for (const name of photos) {
    const clean = cleanPicture(readFileSync(join(samples, name)), 'image/jpeg', 1);
    expect(await exifr.parse(clean, true)).toSatisfy(
      (found) => found === undefined || !('Model' in found || 'latitude' in found),
    );
    expect(await exifr.gps(clean)).toBeUndefined();
  }
});
