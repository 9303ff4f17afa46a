import { expect, it } from 'vitest';
import { findMetadata } from '../../../../electron/formats/metadata-blocks';
import { untagged } from '../../../../shared/domain/pictures/untagged';
import { avifOf, jpegOf, moving, pngOf, tiffOf, webpOf } from '../../../helpers/lying-pictures';

it('no decoder gets to see a tag that it might follow, wherever in the file that is', () => {
  const files: readonly (readonly [string, Buffer])[] = [
    ['image/jpeg', jpegOf({ orientation: 6 })],
    ['image/jpeg', jpegOf({ orientation: 6 }, { orientation: 3, type: 4 })],
    ['image/png', pngOf({ orientation: 6 })],
    ['image/png', pngOf({ orientation: 6 }, 'behind')],
    ['image/webp', webpOf({ orientation: 6 })],
  ];
  for (const [mime, bytes] of files) {
    expect(findMetadata(bytes, mime).exif).not.toBeNull();
    const plain = Buffer.from(untagged(bytes, mime));
    expect(findMetadata(plain, mime)).toMatchObject({ exif: null, otherExif: null });
  }
});

it('what has no such tag, or is turned by its own coding, stays as it is, and nothing is changed in place', () => {
  const files: readonly (readonly [string, Buffer])[] = [
    ['image/png', pngOf(null)],
    ['image/png', moving.png],
    ['image/gif', moving.gif],
    ['image/webp', moving.webp],
    ['image/avif', avifOf(6)],
    ['image/tiff', tiffOf([{ orientation: 6 }])],
  ];
  for (const [mime, bytes] of files) expect(Buffer.from(untagged(bytes, mime))).toEqual(bytes);
  const tagged = jpegOf({ orientation: 6 });
  const before = Buffer.from(tagged);
  untagged(tagged, 'image/jpeg');
  expect(tagged).toEqual(before);
});

it('a file that breaks off anywhere is gone through without a fault', () => {
  for (const [mime, bytes] of [
    ['image/jpeg', jpegOf({ orientation: 6 })],
    ['image/png', pngOf({ orientation: 6 })],
    ['image/webp', webpOf({ orientation: 6 })],
  ] as const) {
    for (let length = 0; length < bytes.length; length += 1) {
      expect(untagged(bytes.subarray(0, length), mime).length).toBeLessThanOrEqual(length);
    }
  }
});
