import { maxPixels } from '../../shared/contract/lab';
import type { LabAnswer, LabRequest, LabSource } from '../../shared/contract/lab';
import { mostSheetPixels, sheetDpi, sheetOf } from '../../shared/domain/redaction/picture-sheet';
import type { Size } from '../../shared/domain/redaction/places';
import { encode, paper } from './kit/canvas';
import type { LabPicture } from './kit/canvas';
import { decode } from './image';
import { load, only } from './pdf';
import { LabProblem } from './kit/problem';
import { paintBoxes, prepareBoxes } from './redact-paint';

type Request = Extract<LabRequest, { type: 'redact' }>;

const quality = 0.92;
/** A photograph is many times this as PNG; a screenshot or a letter is below it, and keeps its sharp edges. */
const large = 1_500_000;

/**
 * Pixels to the point at which a page is drawn: letters of 8 points stay sharp, and an A4 page has 4 megapixels. A larger page
 * is drawn coarser: below what the drawing of pages allows by itself, so that both sides reckon alike.
 */
export function scaleOf({ width, height }: Size): number {
  const pixels = width * height * (sheetDpi / 72) ** 2;
  if (!(pixels > 0) || !Number.isFinite(pixels)) throw new LabProblem('unreadable-pdf');
  return (sheetDpi / 72) * Math.min(1, Math.sqrt(mostSheetPixels / pixels));
}

/** Decodes, turns upright, covers, and encodes from the pixels alone: nothing else of the file can come along. */
export function redact(request: Request): Promise<LabAnswer<'redact'>> {
  if (request.mime === 'application/pdf') return redactPage(request, request.page ?? 1);
  return redactPicture(request);
}

/** One page of several becomes a page of a PDF; a picture stays one. */
async function redactPicture(request: Request): Promise<LabAnswer<'redact'>> {
  const canvas = await uprightPicture(request);
  const points = request.page === null ? null : sheetOf(canvas).points;
  return { ...(await cover(canvas, request)), points };
}

/** A picture on white paper, as it is looked at; a page of several is made no finer than a page of a copy can be. */
export async function uprightPicture(source: LabSource): Promise<OffscreenCanvas> {
  const bitmap = await decode(source);
  try {
    const { width, height } = bitmap;
    if (width * height > maxPixels) throw new LabProblem('file-too-large');
    const size = source.page === null ? bitmap : sheetOf(bitmap).pixels;
    const { canvas, context } = paper(size.width, size.height);
    context.drawImage(bitmap, 0, 0, size.width, size.height);
    return canvas;
  } finally {
    bitmap.close();
  }
}

function redactPage(request: Request, number: number): Promise<LabAnswer<'redact'>> {
  return load(
    request.bytes,
    (document) =>
      document.withPage(number, async (page) => {
        const scale = scaleOf(page);
        const canvas = await page.draw(scale);
        return {
          ...(await cover(canvas, request)),
          // The page gets the size of its whole pixels, so that it can be drawn again without any of them being mixed.
          points: { width: canvas.width / scale, height: canvas.height / scale },
        };
      }),
    only(number),
  );
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
  if (format === 'jpeg') return { picture: await jpegAlone(canvas), wordless };
  return { picture: await (format === 'png' ? encode(canvas, 'png') : sharpOrSmall(canvas)), wordless };
}

/** Without loss, or as JPEG where that would grow large: a page that is a photograph. */
export async function sharpOrSmall(canvas: OffscreenCanvas): Promise<LabPicture> {
  const picture = await encode(canvas, 'png');
  return picture.bytes.length > large ? jpegAlone(canvas) : picture;
}

/** Chromium writes a colour profile into a JPEG; it is the one that is meant where there is none. */
async function jpegAlone(canvas: OffscreenCanvas): Promise<LabPicture> {
  const picture = await encode(canvas, 'jpeg', quality);
  const { bytes } = picture;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  // Segments up to the picture's data: applications' own (APP1 to APP15) and comments are left out (ITU-T T.81, annex B).
  while (at + 4 <= bytes.length && view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda) {
    const marker = view.getUint8(at + 1);
    const end = at + 2 + view.getUint16(at + 2);
    if (!(marker >= 0xe1 && marker <= 0xef) && marker !== 0xfe) kept.push(bytes.subarray(at, end));
    at = end;
  }
  kept.push(bytes.subarray(at));
  const whole = new Uint8Array(kept.reduce((length, part) => length + part.length, 0));
  let to = 0;
  for (const part of kept) {
    whole.set(part, to);
    to += part.length;
  }
  return { ...picture, bytes: whole };
}
