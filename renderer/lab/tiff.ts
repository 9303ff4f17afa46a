import * as utif from 'utif2';
import { maxPixels } from '../../shared/contract/lab';
import { LabProblem } from './problem';

/** Decodes the first page of a TIFF, which Chromium cannot. Sizes are read before anything is decoded. */
export async function decodeTiff(bytes: Uint8Array): Promise<ImageBitmap> {
  const own = new Uint8Array(bytes);
  const [page] = utif.decode(own.buffer);
  // Tags 256 and 257: ImageWidth and ImageLength (TIFF 6.0, section 8).
  const width = numberOf(page?.['t256']);
  const height = numberOf(page?.['t257']);
  if (page === undefined || width < 1 || height < 1) throw new LabProblem('unreadable-image');
  if (width * height > maxPixels) throw new LabProblem('file-too-large');
  utif.decodeImage(own.buffer, page);
  const pixels = new Uint8ClampedArray(utif.toRGBA8(page));
  if (pixels.length !== width * height * 4) throw new LabProblem('unreadable-image');
  return createImageBitmap(new ImageData(pixels, width, height));
}

function numberOf(tag: unknown): number {
  const value: unknown = Array.isArray(tag) ? (tag as readonly unknown[])[0] : undefined;
  return typeof value === 'number' && Number.isInteger(value) ? value : 0;
}
