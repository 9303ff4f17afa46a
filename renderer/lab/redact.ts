import { maxPixels } from '../../shared/contract/lab';
import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import type { Size } from '../../shared/domain/redaction/places';
import { encode, paper } from './canvas';
import type { LabPicture } from './canvas';
import { decode } from './image';
import { draw, load } from './pdf';
import { LabProblem } from './problem';
import { paintBoxes, prepareBoxes } from './redact-paint';

type Request = Extract<LabRequest, { type: 'redact' }>;

/** Of a PDF's page. Letters of 8 points stay sharp, and an A4 page has 4 megapixels. */
const dpi = 200;
/** A larger page is drawn coarser: below what the drawing of pages allows by itself, so that both sides reckon alike. */
const mostPixels = 20_000_000;
const quality = 0.92;
/** A page that is a photograph is many times this as PNG, and a letter far below it. */
const largePage = 1_500_000;

/** Pixels to the point at which a page is drawn. */
export function scaleOf({ width, height }: Size): number {
  const pixels = width * height * (dpi / 72) ** 2;
  if (!(pixels > 0) || !Number.isFinite(pixels)) throw new LabProblem('unreadable-pdf');
  return (dpi / 72) * Math.min(1, Math.sqrt(mostPixels / pixels));
}

/** Decodes, turns upright, covers, and encodes from the pixels alone: nothing else of the file can come along. */
export function redact(request: Request): Promise<LabAnswer<'redact'>> {
  return request.page === null ? redactPicture(request) : redactPage(request, request.page);
}

async function redactPicture(request: Request): Promise<LabAnswer<'redact'>> {
  const canvas = await uprightPicture(request.bytes, request.mime);
  return {
    ...(await cover(canvas, request)),
    points: null,
    frames: await framesOf(request.bytes, request.mime),
  };
}

/** A picture on white paper, as it is looked at. */
export async function uprightPicture(bytes: Uint8Array, mime: string): Promise<OffscreenCanvas> {
  const bitmap = await decode(bytes, mime);
  try {
    const { width, height } = bitmap;
    if (width * height > maxPixels) throw new LabProblem('file-too-large');
    const { canvas, context } = paper(width, height);
    context.drawImage(bitmap, 0, 0);
    return canvas;
  } finally {
    bitmap.close();
  }
}

function redactPage(request: Request, number: number): Promise<LabAnswer<'redact'>> {
  return load(request.bytes, async (document) => {
    if (number > document.numPages) throw new LabProblem('unreadable-pdf');
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const scale = scaleOf({ width, height });
    const canvas = await draw(page, scale);
    return {
      ...(await cover(canvas, request)),
      // The page gets the size of its whole pixels, so that it can be drawn again without any of them being mixed.
      points: { width: canvas.width / scale, height: canvas.height / scale },
      frames: 1,
    };
  });
}

async function cover(
  canvas: OffscreenCanvas,
  { boxes, format }: Request,
): Promise<{ readonly picture: LabPicture; readonly wordless: number }> {
  const context = canvas.getContext('2d');
  if (context === null) throw new LabProblem('file-too-large');
  const painted = prepareBoxes(boxes, canvas);
  paintBoxes(context, painted);
  const wordless = painted.filter(({ label }, index) => label === null && boxes[index]?.words !== '').length;
  if (format === 'jpeg') return { picture: await encode(canvas, 'jpeg', quality), wordless };
  const picture = await encode(canvas, 'png');
  const photograph = format === 'either' && picture.bytes.length > largePage;
  return { picture: photograph ? await encode(canvas, 'jpeg', quality) : picture, wordless };
}

const moving = new Set(['image/gif', 'image/webp', 'image/png', 'image/avif']);

/** How many pictures a file holds one after the other. */
async function framesOf(bytes: Uint8Array, mime: string): Promise<number> {
  if (!moving.has(mime)) return 1;
  const decoder = new ImageDecoder({ data: new Uint8Array(bytes), type: mime });
  try {
    await decoder.completed;
    return Math.max(1, decoder.tracks.selectedTrack?.frameCount ?? 1);
  } catch {
    // It could be drawn, which is all that is needed of it.
    return 1;
  } finally {
    decoder.close();
  }
}
