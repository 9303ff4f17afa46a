import type { PagePlace } from '../../models/redaction';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whole pixels from the top left; `right` and `bottom` are the first that lie outside. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Place = Omit<PagePlace, 'page'>;

/** Far less than a pixel of any picture, and more than what counting in fractions costs. */
const hair = 1e-6;

/** Every pixel that the place touches: what is painted over. Never smaller than the place, never outside the picture. */
export function pixelsTouched({ x, y, width, height }: Place, size: Size): PixelRect {
  const left = clamp(Math.floor(x * size.width + hair), 0, size.width - 1);
  const top = clamp(Math.floor(y * size.height + hair), 0, size.height - 1);
  return {
    left,
    top,
    right: clamp(Math.ceil((x + width) * size.width - hair), left + 1, size.width),
    bottom: clamp(Math.ceil((y + height) * size.height - hair), top + 1, size.height),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** True when so much of the second place lies in the first that it can no longer be read around it. */
export function covers(box: Place, word: Place): boolean {
  const across = Math.min(box.x + box.width, word.x + word.width) - Math.max(box.x, word.x);
  const down = Math.min(box.y + box.height, word.y + word.height) - Math.max(box.y, word.y);
  return across > word.width * 0.5 && down > word.height * 0.5;
}

/** True when the two places have so much as a part in common. */
export function meets(box: Place, word: Place): boolean {
  const across = Math.min(box.x + box.width, word.x + word.width) - Math.max(box.x, word.x);
  const down = Math.min(box.y + box.height, word.y + word.height) - Math.max(box.y, word.y);
  return across > 0 && down > 0;
}
