/** A page that lies crooked by a small angle, and what straightens it. Angles are in tenths of a degree, clockwise. */

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The sine and cosine of an angle in tenths of a degree. */
export function turnOf(tenths: number): { readonly sin: number; readonly cos: number } {
  const angle = (tenths * Math.PI) / 1800;
  return { sin: Math.sin(angle), cos: Math.cos(angle) };
}

/** How large a page must be so that nothing of it is cut off once it is turned by so much. Not rounded. */
export function boxAround({ width, height }: Size, tenths: number): Size {
  const { sin, cos } = turnOf(tenths);
  const across = Math.abs(sin);
  return { width: width * cos + height * across, height: width * across + height * cos };
}

/** The same in whole pixels: lab and vault reckon alike. */
export function sizeStraight(size: Size, tenths: number): Size {
  if (tenths === 0) return size;
  const { width, height } = boxAround(size, tenths);
  return { width: Math.ceil(width - 0.001), height: Math.ceil(height - 0.001) };
}

/**
 * A canvas transformation (x' = a x + c y + e, y' = b x + d y + f, from the top left) that turns a picture of this size about its
 * middle, into the middle of the larger one.
 */
export function turnStraight(
  size: Size,
  tenths: number,
): readonly [a: number, b: number, c: number, d: number, e: number, f: number] {
  const { sin, cos } = turnOf(tenths);
  const to = sizeStraight(size, tenths);
  const [x, y] = [size.width / 2, size.height / 2];
  return [cos, sin, -sin, cos, to.width / 2 - cos * x + sin * y, to.height / 2 - sin * x - cos * y];
}
