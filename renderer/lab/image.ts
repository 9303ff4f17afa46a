import { maxPixels } from '../../shared/contract/lab';
import type { LabAnswer, LabRequest, LabSource } from '../../shared/contract/lab';
import { sizeStraight } from '../../shared/domain/pictures/straight';
import { sizeUpright, turnUpright } from '../../shared/domain/pictures/turn';
import { untagged } from '../../shared/domain/pictures/untagged';
import { encode, shrink, toneOf } from './kit/canvas';
import { straightened } from './kit/straighten';
import { decodeHeic } from './heic';
import { LabProblem } from './kit/problem';
import { decodeTiff } from './tiff';

/**
 * A picture of any kind, turned upright by what was read of it once and by nothing else: no decoder gets to see a tag that it
 * might follow.
 */
export async function decode({
  bytes,
  mime,
  page,
  orientation,
  straightened: tenths = 0,
}: LabSource): Promise<ImageBitmap> {
  const stored = await decodeAsStored(bytes, mime, page ?? 1);
  const upright = orientation === 1 ? stored : turned(stored, orientation);
  return tenths === 0 ? upright : level(upright, tenths);
}

function level(crooked: ImageBitmap, tenths: number): ImageBitmap {
  try {
    const { width, height } = sizeStraight(crooked, tenths);
    if (width * height > maxPixels) throw new LabProblem('file-too-large');
    return straightened(crooked, tenths).transferToImageBitmap();
  } finally {
    crooked.close();
  }
}

function decodeAsStored(bytes: Uint8Array, mime: string, page: number): Promise<ImageBitmap> {
  if (mime === 'image/heic' || mime === 'image/heif') return decodeHeic(bytes);
  if (mime === 'image/tiff') return decodeTiff(bytes, page);
  return createImageBitmap(new Blob([untagged(bytes, mime)], { type: mime })).catch(() => {
    throw new LabProblem('unreadable-image');
  });
}

/** Whole pixels change their place and nothing else. */
function turned(stored: ImageBitmap, orientation: number): ImageBitmap {
  try {
    if (stored.width * stored.height > maxPixels) throw new LabProblem('file-too-large');
    const { width, height } = sizeUpright(orientation, stored);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) throw new LabProblem('file-too-large');
    context.imageSmoothingEnabled = false;
    context.setTransform(...turnUpright(orientation, stored));
    context.drawImage(stored, 0, 0);
    return canvas.transferToImageBitmap();
  } finally {
    stored.close();
  }
}

/** Decodes a picture once and makes the thumbnail, the copy for a bundle when one is wanted, and its average tone. */
export async function makePictures(
  request: Extract<LabRequest, { type: 'image' }>,
): Promise<LabAnswer<'image'>> {
  const bitmap = await decode(request);
  try {
    const { width, height } = bitmap;
    if (width * height > maxPixels) throw new LabProblem('file-too-large');
    const small = shrink(bitmap, bitmap, { width: request.thumb, height: request.thumb });
    const { rendition } = request;
    return {
      width,
      height,
      // JPEG: WebP of this size takes three times as long to write and is hardly smaller.
      thumb: await encode(small, 'jpeg', 0.8),
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
