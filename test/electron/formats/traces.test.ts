import { describe, expect, it } from 'vitest';
import { identify } from '../../../electron/formats/identify';
import { fileFacts } from '../../helpers/said-lab';
import { factName } from '../../../shared/domain/facts/fact-names';
import { jpeg, pdf, png, tiff } from '../services/evidence/files';
import type { Tags } from '../services/evidence/files';

async function traces(bytes: Buffer, name = 'a.jpg'): Promise<readonly string[]> {
  const identity = await identify(bytes);
  const { facts } = await fileFacts({
    name,
    identity,
    bytes,
    modified: null,
    now: new Date('2026-11-01T12:00:00Z'),
  });
  return facts.filter(({ field }) => field === 'edited').map(factName);
}

/** A segment put in right behind the start of a JPEG. */
function withSegment(bytes: Buffer, marker: number, body: string): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([bytes.subarray(0, 2), head, Buffer.from(body, 'latin1'), bytes.subarray(2)]);
}

const camera: Tags = [
  [0x010f, 'Google'],
  [0x0110, 'Pixel 7'],
];
const sized = (width: number, height: number) =>
  tiff({
    ifd0: camera,
    exif: [
      [0xa002, width],
      [0xa003, height],
    ],
  });

describe('traces of editing in a JPEG', () => {
  it('are none in a photo as a camera writes it', async () => {
    // The frame of the fixture is 24 by 16.
    expect(await traces(jpeg({ exif: sized(24, 16) }))).toEqual([]);
    expect(await traces(jpeg())).toEqual([]);
  });

  it('are a size that is not the one the camera wrote, but not a picture that was turned', async () => {
    expect(await traces(jpeg({ exif: sized(4032, 3024) }))).toEqual([
      'EXIF PixelXDimension and PixelYDimension',
    ]);
    expect(await traces(jpeg({ exif: sized(16, 24) }))).toEqual([]);
  });

  it('are a change well after the photo was made, but not the moment of saving', async () => {
    const changed = (at: string) =>
      jpeg({ exif: tiff({ ifd0: [[0x0132, at]], exif: [[0x9003, '2026:03:03 21:00:05']] }) });
    expect(await traces(changed('2026:03:03 21:00:09'))).toEqual([]);
    expect(await traces(changed('2026:03:05 10:00:00'))).toEqual(['EXIF DateTime']);
  });

  it('are the marks of programs: Photoshop’s blocks, libraries that sign their work', async () => {
    expect(await traces(withSegment(jpeg(), 0xed, 'Photoshop 3.0\0 8BIM'))).toEqual(['JPEG APP13']);
    expect(await traces(withSegment(jpeg(), 0xec, 'Ducky\0\x01'))).toEqual(['JPEG APP12']);
    expect(await traces(withSegment(jpeg(), 0xfe, 'CREATOR: gd-jpeg v1.0'))).toEqual(['JPEG comment']);
    expect(await traces(withSegment(jpeg(), 0xfe, 'a holiday'))).toEqual([]);
  });

  it('are Adobe’s marker only where the file names a camera', async () => {
    const adobe = (bytes: Buffer) => withSegment(bytes, 0xee, 'Adobe\0d\0\0\0\0\x01');
    expect(await traces(adobe(jpeg()))).toEqual([]);
    expect(await traces(adobe(jpeg({ exif: tiff({ ifd0: camera }) })))).toEqual(['JPEG APP14']);
  });

  it('are not Facebook’s mark, which is told as where it came from', async () => {
    const bytes = withSegment(jpeg(), 0xed, 'Photoshop 3.0\0 8BIM FBMD01000abc');
    expect(await traces(bytes)).toEqual([]);
    const { facts } = await fileFacts({
      name: 'a.jpg',
      identity: await identify(bytes),
      bytes,
      modified: null,
      now: new Date('2026-11-01T12:00:00Z'),
    });
    expect(facts.map(({ value }) => value).join()).toContain('downloaded from Facebook');
  });

  it('are a preview of another shape than the picture', async () => {
    const withPreview = (width: number): Buffer => {
      const preview = jpeg({ width });
      const block = tiff({ ifd0: camera });
      // A second directory behind the first, which points to the preview behind both.
      const directory = Buffer.alloc(2 + 2 * 12 + 4);
      directory.writeUInt16LE(2, 0);
      const at = block.length + directory.length;
      for (const [index, [tag, value]] of (
        [
          [0x0201, at],
          [0x0202, preview.length],
        ] as const
      ).entries()) {
        directory.writeUInt16LE(tag, 2 + index * 12);
        directory.writeUInt16LE(4, 4 + index * 12);
        directory.writeUInt32LE(1, 6 + index * 12);
        directory.writeUInt32LE(value, 10 + index * 12);
      }
      const first = block.readUInt32LE(4);
      const linked = Buffer.from(block);
      linked.writeUInt32LE(block.length, first + 2 + block.readUInt16LE(first) * 12);
      return jpeg({ exif: Buffer.concat([linked, directory, preview]) });
    };
    expect(await traces(withPreview(24))).toEqual([]);
    expect(await traces(withPreview(64))).toEqual(['EXIF thumbnail']);
  });
});

describe('traces of editing elsewhere', () => {
  it('are names that phones give to what was edited', async () => {
    expect(await traces(png(), 'IMG_E0412.PNG')).toEqual(['File name']);
    expect(await traces(png(), 'front door-edited.png')).toEqual(['File name']);
    expect(await traces(png(), 'holiday credited.png')).toEqual([]);
    expect(await traces(png(), 'Screenshot_2024-06-28-21-06-21-142-edit_com.whatsapp.jpg')).toEqual([
      'File name, Xiaomi screenshot',
    ]);
  });

  it('are additions to a PDF after it was first saved', async () => {
    expect(await traces(pdf(''), 'a.pdf')).toEqual([]);
    const again = Buffer.concat([pdf(''), Buffer.from('5 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n')]);
    expect(await traces(again, 'a.pdf')).toEqual(['PDF end marks']);
    expect(
      await traces(pdf('/CreationDate (D:20260303210005Z) /ModDate (D:20260304080000Z)'), 'a.pdf'),
    ).toEqual(['PDF ModDate']);
  });
});
