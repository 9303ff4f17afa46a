import { sizeStraight, turnStraight } from '../../../shared/domain/pictures/straight';
import { paper } from './canvas';

/** A picture that lay crooked, turned by so many tenths of a degree, clockwise: larger, on white, with nothing cut off. */
export function straightened(source: ImageBitmap | OffscreenCanvas, tenths: number): OffscreenCanvas {
  const { width, height } = sizeStraight(source, tenths);
  // Drawn by the processor alone: two drawings of one picture are alike to the pixel.
  const { canvas, context } = paper(width, height, { isRead: true });
  context.setTransform(...turnStraight(source, tenths));
  context.drawImage(source, 0, 0);
  context.resetTransform();
  return canvas;
}
