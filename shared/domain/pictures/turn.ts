/** How a stored picture lies, EXIF 1 to 8 (CIPA DC-008, 4.6.5), and what turns it upright. */

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A canvas transformation: x' = a x + c y + e, y' = b x + d y + f, in pixels from the top left. */
export type Turn = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Turns a stored picture of this size upright. */
export function turnUpright(orientation: number, { width, height }: Size): Turn {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, width, 0];
    case 3:
      return [-1, 0, 0, -1, width, height];
    case 4:
      return [1, 0, 0, -1, 0, height];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, height, 0];
    case 7:
      return [0, -1, -1, 0, height, width];
    case 8:
      return [0, -1, 1, 0, 0, width];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}

/** The ways of lying that come of turning to the right, a quarter at a time: plain ones, and mirrored ones. */
const rounds = [
  [1, 6, 3, 8],
  [2, 7, 4, 5],
] as const;

/** How a picture is to be turned that lies so and is turned by so many degrees more, to the right. */
export function turnedFurther(orientation: number, by: number): number {
  for (const round of rounds) {
    const at = round.findIndex((each) => each === orientation);
    if (at >= 0) return round[(at + by / 90) % 4] ?? orientation;
  }
  return turnedFurther(1, by);
}

/** The size after turning: 5 to 8 lie on their side. */
export function sizeUpright(orientation: number, { width, height }: Size): Size {
  return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height };
}
