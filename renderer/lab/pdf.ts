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

/** Opens without scripts, forms, network or evaluation of code; a PDF that wants a password cannot be shown. */
async function load<T>(
  bytes: Uint8Array,
  work: (document: pdfjs.PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    maxImageSize: maxPixels,
    canvasMaxAreaInBytes: maxPixels * 4,
    cMapUrl: new URL('cmaps/', location.href).href,
    cMapPacked: true,
    standardFontDataUrl: new URL('standard_fonts/', location.href).href,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    return await work(await task.promise);
  } finally {
    await task.destroy();
  }
}

async function draw(page: pdfjs.PDFPageProxy, dpi: number): Promise<OffscreenCanvas> {
  const viewport = page.getViewport({ scale: dpi / 72 });
  if (viewport.width * viewport.height > maxPixels) throw new LabProblem('file-too-large');
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
      if (number <= pagesReadForText) {
        const { items } = await page.getTextContent();
        for (const item of items) if ('str' in item) textLength += item.str.length;
      }
      page.cleanup();
    }
    const first = await draw(await document.getPage(1), 96);
    const small = shrink(first, first, { width: request.thumb, height: request.thumb });
    return {
      pages: document.numPages,
      sizes,
      textLength,
      thumb: await encode(small, 'webp', 0.8),
      tone: toneOf(small),
    };
  });
}

/** One page as a picture, at most 200 dots per inch. */
export function drawPage(request: Extract<LabRequest, { type: 'pdf-page' }>): Promise<LabPicture> {
  return load(request.bytes, async (document) => {
    if (request.page > document.numPages) throw new LabProblem('unreadable-pdf');
    const canvas = await draw(await document.getPage(request.page), Math.min(request.dpi, 200));
    return encode(canvas, request.format);
  });
}
