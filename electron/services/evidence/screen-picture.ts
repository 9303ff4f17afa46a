import { orientationOnly } from '../../formats/orientation-only';
import { untagged } from '../../../shared/domain/pictures/untagged';

/**
 * A picture for the page as it is coded, lying as it does everywhere else: without any tag of its own, and a JPEG that has to be
 * turned with one tag in front, written from the value that everything turns by, which every Chromium follows there. Null for
 * what a page would not turn for certain (which PNG, WebP and their like are turned depends on the version): that is drawn by
 * the lab.
 */
export function screenPicture(
  bytes: Buffer,
  mime: string,
  orientation: number,
): Uint8Array<ArrayBuffer> | null {
  if (orientation === 1) return untagged(bytes, mime);
  if (mime !== 'image/jpeg') return null;
  const plain = untagged(bytes, mime);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), orientationOnly(orientation)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  const whole = Buffer.concat([plain.subarray(0, 2), head, body, plain.subarray(2)]);
  // In memory of its own: a part of a shared buffer would take its neighbours along to the other process.
  return new Uint8Array(whole);
}
