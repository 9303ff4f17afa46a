import { maxPixels } from '../../shared/contract/lab';
import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import { encode, shrink, toneOf } from './canvas';
import { decodeHeic } from './heic';
import { LabProblem } from './problem';

/** Decodes a picture, turned upright. */
export async function decode(bytes: Uint8Array, mime: string): Promise<ImageBitmap> {
  if (mime === 'image/heic' || mime === 'image/heif') return decodeHeic(bytes);
  const blob = new Blob([new Uint8Array(bytes)], { type: mime });
  return createImageBitmap(blob, { imageOrientation: 'from-image' }).catch(() => {
    throw new LabProblem('unreadable-image');
  });
}

/** Decodes a picture once and makes the thumbnail, the copy for a bundle when one is wanted, and its average tone. */
export async function makePictures(
  request: Extract<LabRequest, { type: 'image' }>,
): Promise<LabAnswer<'image'>> {
  const bitmap = await decode(request.bytes, request.mime);
  try {
    const { width, height } = bitmap;
    if (width * height > maxPixels) throw new LabProblem('file-too-large');
    const small = shrink(bitmap, bitmap, { width: request.thumb, height: request.thumb });
    const { rendition } = request;
    return {
      width,
      height,
      thumb: await encode(small, 'webp', 0.8),
      rendition:
        rendition === null
          ? null
          : await encode(
              shrink(bitmap, bitmap, { width: rendition.maxWidth, height: rendition.maxHeight }),
              rendition.format,
            ),
      tone: toneOf(small),
    };
  } finally {
    bitmap.close();
  }
}
