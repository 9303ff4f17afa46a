/** A PDF transformation `a b c d e f`: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** First `first`, then `second`. */
export function followedBy(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** Puts the unit square onto a rectangle. */
export function onto(x: number, y: number, width: number, height: number): Matrix {
  return [width, 0, 0, height, x, y];
}

const upright: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [-1, 0, 0, 1, 1, 0],
  [-1, 0, 0, -1, 1, 1],
  [1, 0, 0, -1, 0, 1],
  [0, -1, -1, 0, 1, 1],
  [0, -1, 1, 0, 0, 1],
  [0, 1, 1, 0, 0, 0],
  [0, 1, -1, 0, 1, 0],
];

/** Turns the unit square of a stored picture upright, by its EXIF orientation 1 to 8 (CIPA DC-008, 4.6.5). */
export function uprightUnit(orientation: number): Matrix {
  return upright[orientation - 1] ?? [1, 0, 0, 1, 0, 0];
}

/** Turns a page of the given size by its /Rotate (clockwise, a multiple of 90) so that it lies with its corner at 0 0. */
export function uprightPage(width: number, height: number, rotate: number): Matrix {
  switch (((rotate % 360) + 360) % 360) {
    case 90:
      return [0, -1, 1, 0, 0, width];
    case 180:
      return [-1, 0, 0, -1, width, height];
    case 270:
      return [0, 1, -1, 0, height, 0];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}
