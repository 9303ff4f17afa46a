import { HoldfastError } from '../../../shared/errors';
import { readQr } from './qr';

/** A photograph of a screen is rarely larger. */
const largestPicture = 40 * 1024 * 1024;
/** Longer sides at which a code is looked for, the likeliest first: in a photograph it is found when it is made smaller. */
const sides = [1200, 2000, 700];

/**
 * Reads the card out of a picture of its QR code. It is decoded here, in the page's sandbox, and what it says goes the way of a pasted
 * text. Throws `card-no-picture`.
 */
export async function readCardPicture(file: Blob): Promise<string> {
  if (file.size > largestPicture) throw new HoldfastError('card-no-picture');
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) throw new HoldfastError('card-no-picture');
  try {
    for (const side of sides) {
      const text = readQr(pixelsOf(bitmap, side));
      if (text !== null) return text;
    }
  } finally {
    bitmap.close();
  }
  throw new HoldfastError('card-no-picture');
}

function pixelsOf(bitmap: ImageBitmap, side: number): ImageData {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((each) =>
    Math.max(1, Math.round(each * scale)),
  ) as [number, number];
  const canvas = new OffscreenCanvas(width, height);
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  if (drawing === null) throw new HoldfastError('card-no-picture');
  // What is see-through is white, as it is on the screen.
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, width, height);
  drawing.drawImage(bitmap, 0, 0, width, height);
  return drawing.getImageData(0, 0, width, height);
}
