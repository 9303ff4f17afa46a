import { maxPixels } from '../../shared/contract/lab';
import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import { addPixelRows, bands, mostRows } from '../../shared/domain/likeness/descriptor';
import { paper } from './kit/canvas';
import { decode } from './image';
import { LabProblem } from './kit/problem';

/** Rows drawn and read at a time, so that a large picture is not in memory twice. */
const strip = 256;

/** The mean brightness of sixteen bands of every row of a picture. */
export async function makeDescriptor(
  request: Extract<LabRequest, { type: 'descriptor' }>,
): Promise<LabAnswer<'descriptor'>> {
  const bitmap = await decode(request);
  try {
    const { width, height } = bitmap;
    if (width * height > maxPixels || height > mostRows) throw new LabProblem('file-too-large');
    const rows = new Uint8Array(height * bands);
    const { context } = paper(width, Math.min(strip, height), { isRead: true });
    for (let top = 0; top < height; top += strip) {
      const count = Math.min(strip, height - top);
      context.fillRect(0, 0, width, count);
      context.drawImage(bitmap, 0, top, width, count, 0, 0, width, count);
      addPixelRows(context.getImageData(0, 0, width, count).data, width, count, rows, top * bands);
    }
    return { width, height, rows };
  } finally {
    bitmap.close();
  }
}
