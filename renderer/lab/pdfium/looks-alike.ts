/** A drawing, four bytes a pixel. */
interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Side of the squares that are compared, in pixels. */
const square = 12;
/** Average colours (0 to 255) of a square that are this far apart are something else: a word or a stroke of a pen is gone. */
const apart = 8;
/** A page of another size than this many pixels more or less is another page. */
const sizeApart = 2;

/**
 * Whether two drawings show the same. The average colours of small squares are compared and not pixels: the same letters a
 * third of a pixel further on have other edges.
 */
export function looksAlike(one: Drawing, other: Drawing): boolean {
  if (Math.abs(one.width - other.width) > sizeApart || Math.abs(one.height - other.height) > sizeApart)
    return false;
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
  for (let top = 0; top < height; top += square) {
    for (let left = 0; left < width; left += square) {
      const area = {
        left,
        top,
        right: Math.min(width, left + square),
        bottom: Math.min(height, top + square),
      };
      for (let colour = 0; colour < 3; colour += 1) {
        if (Math.abs(mean(one, area, colour) - mean(other, area, colour)) > apart) return false;
      }
    }
  }
  return true;
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function mean({ width, data }: Drawing, { left, top, right, bottom }: Area, colour: number): number {
  let sum = 0;
  for (let y = top; y < bottom; y += 1)
    for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4)
      sum += data[at + colour] ?? 0;
  return sum / ((right - left) * (bottom - top));
}
