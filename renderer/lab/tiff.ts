import * as utif from 'utif2';
import { maxPixels } from '../../shared/contract/lab';
import { tiffPages } from '../../shared/domain/pictures/tiff-directories';
import { LabProblem } from './kit/problem';

/** Pages of a TIFF. Throws `file-too-large` when they are more than are looked at. */
export function countTiffPages(bytes: Uint8Array): number {
  const pages = tiffPages(bytes);
  if (pages === null) throw new LabProblem('file-too-large');
  return pages.length;
}

/**
 * Decodes one page of a TIFF (from 1), which Chromium cannot, as it is stored: nothing is turned. Sizes are read before
 * anything is decoded. The decoder gets a file whose chain of directories is this page alone: it would follow a chain that
 * bites its tail for ever.
 */
export async function decodeTiff(bytes: Uint8Array, number: number): Promise<ImageBitmap> {
  const pages = tiffPages(bytes);
  if (pages === null) throw new LabProblem('file-too-large');
  const wanted = pages[number - 1];
  if (wanted === undefined) throw new LabProblem('unreadable-image');
  const { width, height, directory } = wanted;
  if (width * height > maxPixels) throw new LabProblem('file-too-large');
  const own = new Uint8Array(bytes);
  const view = new DataView(own.buffer);
  view.setUint32(4, directory.at, own[0] === 0x49);
  if (directory.nextAt + 4 <= own.length) view.setUint32(directory.nextAt, 0);
  const [page] = utif.decode(own.buffer);
  if (page === undefined) throw new LabProblem('unreadable-image');
  utif.decodeImage(own.buffer, page);
  const pixels = new Uint8ClampedArray(utif.toRGBA8(page));
  if (pixels.length !== width * height * 4) throw new LabProblem('unreadable-image');
  return createImageBitmap(new ImageData(pixels, width, height));
}
