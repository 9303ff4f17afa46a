import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { maxPixels } from '../../shared/contract/lab';
import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import type { LabPicture } from './canvas';
import { encode, paper, shrink, toneOf } from './canvas';
import { LabProblem } from './problem';

pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdf.worker.min.mjs', location.href).href;

const listedSizes = 5000;
/** Text is only counted on so many pages: enough to tell a scan from a letter. */
const pagesReadForText = 50;
/** Most pixels of a drawn page: a plan on A0 is drawn coarser rather than not at all. */
const mostPixelsDrawn = 24_000_000;
const highestDpi = 200;

/** Starting a worker takes longer than drawing a page, so one serves until a document makes trouble. */
let worker: pdfjs.PDFWorker | null = null;

/** Opens without scripts, forms, network or evaluation of code; a PDF that wants a password cannot be shown. */
export async function load<T>(
  bytes: Uint8Array,
  work: (document: pdfjs.PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  worker ??= new pdfjs.PDFWorker();
  const used = worker;
  const task = pdfjs.getDocument({
    worker: used,
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    maxImageSize: maxPixels,
    canvasMaxAreaInBytes: maxPixels * 4,
    cMapUrl: new URL('cmaps/', location.href).href,
    cMapPacked: true,
    standardFontDataUrl: new URL('standard_fonts/', location.href).href,
    useSystemFonts: false,
    verbosity: 0,
  });
  let whole = false;
  try {
    const answer = await work(await task.promise);
    whole = true;
    return answer;
  } finally {
    if (whole) {
      await task.destroy();
    } else {
      // A worker that met a broken document may never answer again, so it is ended without waiting for it.
      if (worker === used) worker = null;
      void task.destroy().catch(() => undefined);
      used.destroy();
    }
  }
}

/** Draws a page at `scale` pixels to the point, or as much less as keeps it within the limit. */
export async function draw(page: pdfjs.PDFPageProxy, scale: number): Promise<OffscreenCanvas> {
  const size = page.getViewport({ scale: 1 });
  const pixels = size.width * size.height * scale * scale;
  if (!(pixels > 0) || !Number.isFinite(pixels)) throw new LabProblem('unreadable-pdf');
  const viewport = page.getViewport({ scale: scale * Math.min(1, Math.sqrt(mostPixelsDrawn / pixels)) });
  const { canvas, context } = paper(viewport.width, viewport.height);
  await page.render({
    // An offscreen canvas draws just the same; the library's type asks for one in a page.
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
    annotationMode: pdfjs.AnnotationMode.DISABLE,
  }).promise;
  return canvas;
}

/** Number of pages, their sizes in points, how much text there is, and a thumbnail of the first page. */
export function openPdf(request: Extract<LabRequest, { type: 'pdf' }>): Promise<LabAnswer<'pdf'>> {
  return load(request.bytes, async (document) => {
    const sizes: { width: number; height: number }[] = [];
    let textLength = 0;
    for (let number = 1; number <= Math.min(document.numPages, listedSizes); number += 1) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      sizes.push({ width, height });
      if (number <= pagesReadForText) textLength += await textOf(page);
      page.cleanup();
    }
    const page = await document.getPage(1);
    const { width, height } = page.getViewport({ scale: 1 });
    // Twice the size wanted, then shrunk: small letters stay letters.
    const first = await draw(page, (2 * request.thumb) / Math.max(width, height));
    const small = shrink(first, first, { width: request.thumb, height: request.thumb });
    return {
      pages: document.numPages,
      sizes,
      textLength,
      info: await infoOf(document),
      thumb: await encode(small, 'webp', 0.8),
      tone: toneOf(small),
    };
  });
}

/** A page whose text cannot be read can often still be drawn. */
export async function textOf(page: pdfjs.PDFPageProxy): Promise<number> {
  try {
    const { items } = await page.getTextContent();
    return items.reduce((length, item) => length + ('str' in item ? item.str.length : 0), 0);
  } catch {
    return 0;
  }
}

type Info = NonNullable<LabAnswer<'pdf'>['info']>;

async function infoOf(document: pdfjs.PDFDocumentProxy): Promise<Info> {
  let found: Readonly<Record<string, unknown>> = {};
  try {
    found = (await document.getMetadata()).info as Readonly<Record<string, unknown>>;
  } catch {
    // A document without a readable information dictionary is still a document.
  }
  const text = (key: string): string | null => {
    const value = found[key];
    const clean = typeof value === 'string' ? value.replaceAll('\u0000', '').trim().slice(0, 500) : '';
    return clean === '' ? null : clean;
  };
  return {
    title: text('Title'),
    creator: text('Creator'),
    producer: text('Producer'),
    created: text('CreationDate'),
    modified: text('ModDate'),
  };
}

/** One page as pixels for the recogniser, at the 200 dots per inch that it reads best from. */
export function drawForReading(bytes: Uint8Array, number: number): Promise<OffscreenCanvas> {
  return load(bytes, async (document) => {
    if (number > document.numPages) throw new LabProblem('unreadable-pdf');
    return draw(await document.getPage(number), highestDpi / 72);
  });
}

/** One page as a picture, at most 200 dots per inch. */
export function drawPage(request: Extract<LabRequest, { type: 'pdf-page' }>): Promise<LabPicture> {
  return load(request.bytes, async (document) => {
    if (request.page > document.numPages) throw new LabProblem('unreadable-pdf');
    const page = await document.getPage(request.page);
    return encode(await draw(page, Math.min(request.dpi, highestDpi) / 72), request.format);
  });
}
