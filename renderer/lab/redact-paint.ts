import type { LabBox } from '../../shared/contract/lab';
import { pixelsTouched } from '../../shared/domain/redaction/places';
import type { PixelRect, Size } from '../../shared/domain/redaction/places';
import { LabProblem } from './kit/problem';

/** Opaque black: what lies under it has no part in the pixel any more. */
const cover = '#000000';
const ink = '#ffffff';
/** Letters as a share of the box's height, and of the page's longer side at most; smaller than the least is not printed. */
const letters = { ofBox: 0.6, ofPage: 0.022, least: 7, most: 96 } as const;

export interface PaintedBox {
  readonly rect: PixelRect;
  /** Its words, drawn on a layer of their own; null where it has none or no room for them. */
  readonly label: OffscreenCanvas | null;
}

/** Fits every box to whole pixels and draws its words. */
export function prepareBoxes(boxes: readonly LabBox[], size: Size): readonly PaintedBox[] {
  return boxes.map((box) => {
    const rect = pixelsTouched(box, size);
    return { rect, label: box.words === '' ? null : labelFor(box.words, rect, size) };
  });
}

/** Paints boxes onto a canvas whose upper edge is row `top` of the page. */
export function paintBoxes(
  context: OffscreenCanvasRenderingContext2D,
  boxes: readonly PaintedBox[],
  top = 0,
): void {
  for (const { rect, label } of boxes) {
    context.fillStyle = cover;
    context.fillRect(rect.left, rect.top - top, rect.right - rect.left, rect.bottom - rect.top);
    if (label !== null) context.drawImage(label, rect.left, rect.top - top);
  }
}

/**
 * Letters are smoothed in grey on a transparent layer; on an opaque page they might be smoothed in colours, which depends
 * on the screen.
 */
function labelFor(words: string, rect: PixelRect, page: Size): OffscreenCanvas | null {
  const [width, height] = [rect.right - rect.left, rect.bottom - rect.top];
  const largest = Math.max(letters.least * 2, Math.max(page.width, page.height) * letters.ofPage);
  const wanted = Math.floor(Math.min(height * letters.ofBox, largest, letters.most));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new LabProblem('file-too-large');
  const room = width - height * 0.3;
  for (let pixels = wanted; pixels >= letters.least; pixels -= 1) {
    context.font = `600 ${pixels}px sans-serif`;
    if (context.measureText(words).width > room) continue;
    context.fillStyle = ink;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(words, Math.round(width / 2), Math.round(height / 2));
    return canvas;
  }
  return null;
}
