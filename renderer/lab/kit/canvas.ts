import type { LabAnswer } from '../../../shared/contract/lab';
import { opaquePng } from './png';
import { LabProblem } from './problem';

export type LabPicture = LabAnswer<'pdf-page'>;

/** A white canvas: what is transparent shows as paper, as it will in print. One whose pixels are only read says so. */
export function paper(
  width: number,
  height: number,
  { isRead = false }: { readonly isRead?: boolean } = {},
): {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
} {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: isRead });
  if (context === null) throw new LabProblem('file-too-large');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
}

export async function encode(
  canvas: OffscreenCanvas,
  format: 'png' | 'jpeg' | 'webp',
  quality = 0.88,
): Promise<LabPicture> {
  const { width, height } = canvas;
  if (format === 'png') return { mime: 'image/png', bytes: await opaquePng(canvas), width, height };
  const mime = `image/${format}` as const;
  const blob = await canvas.convertToBlob({ type: mime, quality });
  if (blob.type !== mime) throw new LabProblem('file-too-large');
  return {
    mime,
    bytes: new Uint8Array(await blob.arrayBuffer()),
    width,
    height,
  };
}

/** Draws a source into the largest canvas that fits, never larger than the source. */
export function shrink(
  source: CanvasImageSource,
  size: { readonly width: number; readonly height: number },
  most: { readonly width: number; readonly height: number },
): OffscreenCanvas {
  const scale = Math.min(1, most.width / size.width, most.height / size.height);
  const { canvas, context } = paper(Math.floor(size.width * scale), Math.floor(size.height * scale));
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The average colour, `#rrggbb`. */
export function toneOf(source: OffscreenCanvas): string {
  const { context } = paper(1, 1);
  context.drawImage(source, 0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
