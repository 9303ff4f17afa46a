import type { Pixels } from '../../renderer/lab/ocr/lying';
import { sizeStraight, turnStraight } from '../../shared/domain/pictures/straight';

/** Pixels turned by a small angle, clockwise, on white: as the lab does it on a canvas, which plain Node has not. */
export function turnedByTenths({ data, width, height }: Pixels, tenths: number): Pixels {
  const size = sizeStraight({ width, height }, tenths);
  const [a, b, c, d, e, f] = turnStraight({ width, height }, tenths);
  const target = new Uint8ClampedArray(size.width * size.height * 4).fill(255);
  const valueAt = (x: number, y: number, colour: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 255 : (data[(y * width + x) * 4 + colour] ?? 255);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      // A turn is undone by its transpose.
      const [dx, dy] = [x + 0.5 - e, y + 0.5 - f];
      const [sx, sy] = [a * dx + b * dy - 0.5, c * dx + d * dy - 0.5];
      const [left, top] = [Math.floor(sx), Math.floor(sy)];
      const [right, below] = [sx - left, sy - top];
      for (let colour = 0; colour < 3; colour += 1)
        target[(y * size.width + x) * 4 + colour] =
          (1 - below) * ((1 - right) * valueAt(left, top, colour) + right * valueAt(left + 1, top, colour)) +
          below * ((1 - right) * valueAt(left, top + 1, colour) + right * valueAt(left + 1, top + 1, colour));
    }
  }
  return { data: target, width: size.width, height: size.height };
}
