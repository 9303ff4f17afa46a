import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLayout } from '../../../electron/formats/picture-layout';
import { readPng } from '../../../electron/formats/png';
import { renditionNeeded } from '../../../shared/domain/bundle/picture-box';
import { avifOf, exifOf, jpegOf, moving, pngOf, tiffOf, webpOf } from '../../helpers/lying-pictures';
import { heic, pngInternationalText } from '../services/evidence/files';
import { pngChunk } from '../../helpers/png-chunk';

const all = [1, 2, 3, 4, 5, 6, 7, 8];
const lies = (bytes: Buffer, mime: string): number => readLayout(bytes, mime).orientation;
const notes = (bytes: Buffer, mime: string): readonly string[] =>
  readLayout(bytes, mime)
    .facts.filter(({ field }) => field === 'note')
    .map(({ value }) => value);

describe('how a picture lies', () => {
  it.each([
    ['SHORT', 3],
    ['LONG', 4],
    ['BYTE', 1],
  ])('is read from a tag of type %s in every format', (_name, type) => {
    for (const orientation of all) {
      const tag = { orientation, type };
      expect(lies(jpegOf(tag), 'image/jpeg')).toBe(orientation);
      expect(lies(pngOf(tag), 'image/png')).toBe(orientation);
      expect(lies(pngOf(tag, 'behind'), 'image/png')).toBe(orientation);
      expect(lies(tiffOf([tag]), 'image/tiff')).toBe(orientation);
    }
    for (const orientation of all) expect(lies(webpOf({ orientation }), 'image/webp')).toBe(orientation);
  });

  it('is upright where nothing is said, or what means nothing', () => {
    expect(lies(pngOf(null), 'image/png')).toBe(1);
    for (const orientation of [0, 9, 255]) {
      expect(lies(jpegOf({ orientation }), 'image/jpeg')).toBe(1);
      expect(notes(jpegOf({ orientation }), 'image/jpeg')).toEqual([
        expect.stringContaining(`the file says ${orientation}`),
      ]);
      expect(lies(tiffOf([{ orientation }]), 'image/tiff')).toBe(1);
    }
  });

  it('is what the first block says; that a second one says otherwise is told', () => {
    const twice = jpegOf({ orientation: 6 }, { orientation: 3 });
    expect(lies(twice, 'image/jpeg')).toBe(6);
    expect(notes(twice, 'image/jpeg')).toEqual([expect.stringContaining('says 3')]);
    expect(notes(jpegOf({ orientation: 6 }, { orientation: 6 }), 'image/jpeg')).toEqual([]);
    const chunk = pngChunk('eXIf', exifOf({ orientation: 8 }));
    const [png, end] = [pngOf({ orientation: 6 }), 12];
    const both = Buffer.concat([png.subarray(0, -end), chunk, png.subarray(-end)]);
    expect(lies(both, 'image/png')).toBe(6);
    expect(notes(both, 'image/png')).toEqual([expect.stringContaining('says 8')]);
  });

  it('is not what XMP says, and that is told', () => {
    const packet = '<x:xmpmeta><rdf:Description tiff:Orientation="6"/></x:xmpmeta>';
    const png = pngOf(null);
    const text = pngInternationalText('XML:com.adobe.xmp', packet);
    const bytes = Buffer.concat([png.subarray(0, 33), text, png.subarray(33)]);
    expect(lies(bytes, 'image/png')).toBe(1);
    expect(notes(bytes, 'image/png')).toEqual([expect.stringContaining('says 6')]);
  });

  it('is part of the coding of HEIC and AVIF, whatever their EXIF says', () => {
    expect(lies(heic(exifOf({ orientation: 6 }), { width: 4, height: 3 }), 'image/heic')).toBe(1);
    for (const orientation of all) expect(lies(avifOf(orientation), 'image/avif')).toBe(1);
  });

  it('is each page its own in a TIFF, with the size it has upright', () => {
    const { pages, orientation } = readLayout(tiffOf([{ orientation: 6 }, { orientation: 1 }]), 'image/tiff');
    expect(orientation).toBe(6);
    expect(pages).toEqual([
      { width: 40, height: 60, orientation: 6 },
      { width: 60, height: 40, orientation: 1 },
    ]);
  });
});

describe('how many pictures a file holds', () => {
  it.each(Object.entries(moving))('is counted in a moving %s', (kind, bytes) => {
    expect(readLayout(bytes, `image/${kind}`).pictures).toBe(3);
  });

  it('is one where only one stands, whatever a header claims', () => {
    const [png, control] = [pngOf(null), Buffer.alloc(8)];
    control.writeUInt32BE(4_000_000_000);
    const claims = Buffer.concat([png.subarray(0, 33), pngChunk('acTL', control), png.subarray(33)]);
    expect(readLayout(claims, 'image/png').pictures).toBe(1);
    expect(readLayout(avifOf(6), 'image/avif').pictures).toBe(1);
  });

  it('does not count the tiles and previews of a photograph from a phone', () => {
    const sample = readFileSync(
      join(import.meta.dirname, '../../../resources/sample-case/evidence/IMG_0455.HEIC'),
    );
    expect(readLayout(sample, 'image/heic').pictures).toBe(1);
  });

  it('is told of a file that breaks off, without a fault', () => {
    for (const [kind, bytes] of Object.entries(moving)) {
      for (let length = 0; length < bytes.length; length += 1) {
        const { pictures } = readLayout(bytes.subarray(0, length), `image/${kind}`);
        expect(pictures).toBeGreaterThanOrEqual(1);
        expect(pictures).toBeLessThanOrEqual(3);
      }
    }
  });
});

it('a TIFF with a page that no decoder is given is refused as a whole, rather than shown in part', () => {
  const bytes = tiffOf([{ orientation: 1 }, { orientation: 1 }]);
  // The width of the second page, as LONG.
  const at = bytes.lastIndexOf(Buffer.from('000103000100', 'hex'));
  bytes.writeUInt16LE(4, at + 2);
  bytes.writeUInt32LE(4_000_000_000, at + 8);
  expect(readLayout(bytes, 'image/tiff').tooLarge).toBe(true);
});

it('a moving PNG whose own data is no part of what moves is not printed from that data', () => {
  const [before, first] = [moving.png, moving.png.indexOf('fcTL', 0, 'latin1') - 4];
  expect(readPng(before).movesApart).toBe(false);
  const end = first + 12 + before.readUInt32BE(first);
  const data = before.indexOf('IDAT', 0, 'latin1') - 4;
  const behind = data + 12 + before.readUInt32BE(data);
  const apart = Buffer.concat([
    before.subarray(0, first),
    before.subarray(end, behind),
    before.subarray(first, end),
    before.subarray(behind),
  ]);
  expect(readPng(apart).movesApart).toBe(true);
  const coding = { mime: 'image/png', orientation: 1, jpegComponents: null, complete: true };
  const size = { width: 60, height: 40 };
  expect(renditionNeeded({ ...coding, ...size, png: readPng(before) })).toBeNull();
  expect(renditionNeeded({ ...coding, ...size, png: readPng(apart) })).not.toBeNull();
});
