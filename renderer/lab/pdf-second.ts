import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { maxPixels } from '../../shared/contract/lab';
import { paper } from './kit/canvas';
import { LabProblem } from './kit/problem';

pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdf.worker.min.mjs', location.href).href;

/** Most pixels of a drawn page: a plan on A0 is drawn coarser rather than not at all. */
export const mostPixelsDrawn = 24_000_000;

/** Starting a worker takes longer than drawing a page, so one serves until a document makes trouble. */
let worker: pdfjs.PDFWorker | null = null;

/**
 * The second decoder, pdf.js, for what the first (PDFium) cannot open, and for letters whose font neither the file nor PDFium
 * has. Opens without scripts or network; it evaluates no code since its version 5, and the lab's page would refuse it.
 */
export async function loadSecond<T>(
  bytes: Uint8Array,
  work: (document: pdfjs.PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  worker ??= new pdfjs.PDFWorker();
  const used = worker;
  const task = pdfjs.getDocument({
    worker: used,
    data: new Uint8Array(bytes),
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    maxImageSize: maxPixels,
    canvasMaxAreaInBytes: maxPixels * 4,
    cMapUrl: new URL('cmaps/', location.href).href,
    cMapPacked: true,
    standardFontDataUrl: new URL('standard_fonts/', location.href).href,
    // Its decoders of JPEG 2000, JBIG2 and colour profiles, and the profile that ink of four colours is shown by.
    wasmUrl: new URL('pdfjs-wasm/', location.href).href,
    iccUrl: new URL('iccs/', location.href).href,
    // A pool of processes that draw is for long documents on a screen; here a page at a time is drawn.
    disableWorkerRendering: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  let whole = false;
  try {
    const answer = await work(await task.promise);
    whole = true;
    return answer;
  } catch (error) {
    throw error instanceof LabProblem ? error : new LabProblem('unreadable-pdf');
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
export async function drawSecond(page: pdfjs.PDFPageProxy, scale: number): Promise<OffscreenCanvas> {
  const size = page.getViewport({ scale: 1 });
  const pixels = size.width * size.height * scale * scale;
  if (!(pixels > 0) || !Number.isFinite(pixels)) throw new LabProblem('unreadable-pdf');
  const viewport = page.getViewport({ scale: scale * Math.min(1, Math.sqrt(mostPixelsDrawn / pixels)) });
  const { canvas, context } = paper(viewport.width, viewport.height);
  await page.render({
    canvas: null,
    // An offscreen canvas draws just the same; the library's type asks for one in a page.
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
    annotationMode: pdfjs.AnnotationMode.ENABLE,
  }).promise;
  return canvas;
}
