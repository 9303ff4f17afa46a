import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import { encode, paper, shrink, toneOf } from './kit/canvas';
import type { LabPicture } from './kit/canvas';
import { readSaid } from './facts';
import { drawSecond, loadSecond, mostPixelsDrawn } from './pdf-second';
import { withPdf } from './pdfium/engine';
import type { PdfFile } from './pdfium/engine';
import { lookAtPictures, lookAtText } from './pdfium/hidden';
import type { TextSeen } from './pdfium/hidden';
import { isLetter, lettersOf } from './pdfium/letters';
import type { Letter, Run } from './pdfium/letters';
import { lookBeside } from './pdfium/held';
import { infoOf } from './pdfium/info';
import { render } from './pdfium/render';
import { withSheet } from './pdfium/sheet';
import { LabProblem } from './kit/problem';
import type { HiddenReason } from './pdfium/apart';
import type { Sheet } from './pdfium/open-sheet';

/** Text is only counted on so many pages: enough to tell a scan from a letter. */
const pagesReadForText = 50;
const listedSizes = 5000;
const highestDpi = 200;

/** An open PDF, by whichever decoder could open it. Pages count from 1. */
export interface OpenPdf {
  readonly pages: number;
  /** PDFium's own, or null where only the second decoder could open it. */
  readonly file: PdfFile | null;
  /** Opens a page for as long as `work` takes. Throws `unreadable-pdf` for one that cannot be opened. */
  readonly withPage: <T>(number: number, work: (page: OpenPage) => T | Promise<T>) => Promise<T>;
}

/** A page as it is looked at: upright, with form fields, ticks, signatures and remarks. */
export interface OpenPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** Annotations that lay on it. */
  readonly annotations: number;
  readonly draw: (scale: number) => Promise<OffscreenCanvas>;
  /** The same, without a look whether the second decoder draws more of it. */
  readonly drawFirst: (scale: number) => Promise<OffscreenCanvas>;
  /** What can be read on it. */
  readonly look: () => Promise<Looked>;
  /** All letters that can be taken out of it, seen or not. */
  readonly letters: () => number;
}

/** What a page says, and why it must not be handed on as it is, if so. */
export interface Looked {
  readonly reason: HiddenReason | 'no-font' | 'looks-different' | null;
  /** Its text without the letters that nobody sees on it. */
  readonly runs: readonly Run[];
}

/** Opens a PDF, for some of its pages where only these are asked for. Throws `encrypted-file` for one that wants a password, `certificate-locked` and `unreadable-pdf`. */
export async function load<T>(
  bytes: Uint8Array,
  work: (document: OpenPdf) => Promise<T>,
  range: Parameters<typeof withPdf>[2] = {},
): Promise<T> {
  let refused: LabProblem;
  try {
    return await withPdf(bytes, (file) => work(first(bytes, file)), range);
  } catch (error) {
    if (!(error instanceof LabProblem) || error.isWhileWorking) throw error;
    refused = error;
  }
  try {
    return await loadSecond(bytes, (document) => work(second(document)));
  } catch (error) {
    // What the first has said of it is more exact (a password) than that the second could not either.
    throw refused.code === 'unreadable-pdf' ? error : refused;
  }
}

function first(bytes: Uint8Array, file: PdfFile): OpenPdf {
  return {
    pages: file.pages,
    file,
    withPage: async (number, work) => {
      const answer = await withSheet(file, number - 1, async (sheet) => ({
        done: await work(pageOf(bytes, sheet, number)),
      }));
      if (answer !== null) return answer.done;
      return loadSecond(bytes, (document) => second(document).withPage(number, work));
    },
  };
}

function pageOf(bytes: Uint8Array, sheet: Sheet, number: number): OpenPage {
  const text = once(() => lookAtWords(bytes, sheet, number));
  const drawFirst = (scale: number): OffscreenCanvas => {
    const { width, height, data } = render(sheet, withinLimit(sheet, scale));
    const { canvas, context } = paper(width, height, { isRead: true });
    context.putImageData(new ImageData(data, width, height), 0, 0);
    return canvas;
  };
  return {
    width: sheet.width,
    height: sheet.height,
    annotations: sheet.annotations,
    draw: async (scale) =>
      (await text()).isBySecond ? drawBySecond(bytes, number, withinLimit(sheet, scale)) : drawFirst(scale),
    drawFirst: (scale) => Promise.resolve(drawFirst(scale)),
    look: async () => {
      const { isBySecond, runs, seen } = await text();
      if (isBySecond) return { reason: 'no-font', runs };
      const reason = seen.reason ?? lookAtPictures(sheet, seen);
      return { reason: reason ?? (sheet.isFlat ? null : 'looks-different'), runs };
    },
    letters: () => lettersOf(sheet).filter(isLetter).length,
  };
}

function withinLimit(
  { width, height }: { readonly width: number; readonly height: number },
  scale: number,
): number {
  const pixels = width * height * scale * scale;
  if (!(pixels > 0) || !Number.isFinite(pixels)) throw new LabProblem('unreadable-pdf');
  return scale * Math.min(1, Math.sqrt(mostPixelsDrawn / pixels));
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= work());
}

/** So many letters that the one cannot draw and the other can are a font that the one lacks. */
const enough = 3;
const lookedAtDpi = 100;

/**
 * Letters that PDFium leaves out and pdf.js draws are not hidden: their font is not in the file (Chinese, Japanese, Korean),
 * or is broken. Such a page is drawn by pdf.js, everywhere.
 */
async function lookAtWords(
  bytes: Uint8Array,
  sheet: Sheet,
  number: number,
): Promise<{ readonly seen: TextSeen; readonly runs: readonly Run[]; readonly isBySecond: boolean }> {
  const runs = lettersOf(sheet);
  const seen = lookAtText(sheet, runs);
  const { unseen, lacking } = seen;
  const seenBut = (gone: ReadonlySet<Letter>): readonly Run[] =>
    runs.filter((run) => !isLetter(run) || !gone.has(run));
  const asFirst = { seen, runs: seenBut(unseen), isBySecond: false };
  if (lacking.length < enough) return asFirst;
  try {
    const scale = withinLimit(sheet, lookedAtDpi / 72);
    const other = await drawBySecond(bytes, number, scale);
    const shown = new Set(lacking.filter((letter) => isInked(other, letter, other.width / sheet.width)));
    if (shown.size * 2 < lacking.length) return asFirst;
    const gone = new Set([...unseen].filter((each) => !shown.has(each)));
    return { seen, runs: seenBut(gone), isBySecond: true };
  } catch {
    return asFirst;
  }
}

function isInked(canvas: OffscreenCanvas, { left, top, right, bottom }: Letter, scale: number): boolean {
  const context = canvas.getContext('2d');
  const [x, y] = [Math.floor(left * scale), Math.floor(top * scale)];
  const [wide, high] = [Math.ceil(right * scale) - x, Math.ceil(bottom * scale) - y];
  if (context === null || wide <= 0 || high <= 0) return false;
  const { data } = context.getImageData(x, y, wide, high);
  let [least, most] = [255, 0];
  for (let at = 1; at < data.length; at += 4) {
    least = Math.min(least, data[at] ?? 255);
    most = Math.max(most, data[at] ?? 0);
  }
  return most - least > 60;
}

function drawBySecond(bytes: Uint8Array, number: number, scale: number): Promise<OffscreenCanvas> {
  return loadSecond(bytes, async (document) => drawSecond(await document.getPage(number), scale));
}

type SecondDocument = Parameters<Parameters<typeof loadSecond>[1]>[0];

/** Nothing of its text is trusted: what is hidden in it is not known. */
function second(document: SecondDocument): OpenPdf {
  return {
    pages: document.numPages,
    file: null,
    withPage: async (number, work) => {
      if (number > document.numPages) throw new LabProblem('unreadable-pdf');
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const annotations = (await page.getAnnotations().catch(() => [])).length;
      const answer = await work({
        width,
        height,
        annotations,
        draw: (scale) => drawSecond(page, scale),
        drawFirst: (scale) => drawSecond(page, scale),
        look: () => Promise.resolve({ reason: null, runs: [] }),
        letters: () => 0,
      });
      page.cleanup();
      return answer;
    },
  };
}

/** Number of pages, their sizes in points, how much text there is, and a thumbnail of the first page. */
export function openPdf(request: Extract<LabRequest, { type: 'pdf' }>): Promise<LabAnswer<'pdf'>> {
  return load(
    request.bytes,
    async (document) => {
      const sizes: { width: number; height: number }[] = [];
      let textLength = 0;
      for (let number = 1; number <= Math.min(document.pages, listedSizes); number += 1) {
        const page = await sizeOf(document, number, number <= pagesReadForText);
        sizes.push({ width: page.width, height: page.height });
        textLength += page.letters;
      }
      const small = await firstShown(document, request.thumb);
      return {
        pages: document.pages,
        sizes,
        textLength,
        // One that hangs a reader of facts is drawn all the same.
        facts: await readSaid(request.bytes, 'application/pdf', infoOf(document.file)).then(
          ({ facts }) => facts,
          () => [],
        ),
        ...besideOf(document),
        thumb: await encode(small, 'webp', 0.8),
        tone: toneOf(small),
      };
    },
    only(1),
  );
}

function besideOf({ file }: OpenPdf): { readonly files: number; readonly marked: number[] } {
  if (file === null) return { files: 0, marked: [] };
  const { files, marked } = lookBeside(file);
  return { files, marked: [...marked] };
}

/** A4, for a page that cannot be opened: it has a place among the others all the same. */
const unknownSize = { width: 595, height: 842, letters: 0 };

async function sizeOf(document: OpenPdf, number: number, isRead: boolean) {
  try {
    return await document.withPage(number, (page) => ({
      width: page.width,
      height: page.height,
      letters: isRead ? page.letters() : 0,
    }));
  } catch (error) {
    if (error instanceof LabProblem && document.pages > 1) return unknownSize;
    throw error;
  }
}

/** A thumbnail of the first page that can be drawn: one that is damaged does not stand for the whole. */
async function firstShown(document: OpenPdf, longest: number): Promise<OffscreenCanvas> {
  for (let number = 1; ; number += 1) {
    try {
      return await document.withPage(number, async (page) => {
        // Twice the size wanted, then shrunk: small letters stay letters.
        const drawn = await page.draw((2 * longest) / Math.max(page.width, page.height));
        return shrink(drawn, drawn, { width: longest, height: longest });
      });
    } catch (error) {
      if (!(error instanceof LabProblem) || number >= Math.min(document.pages, 5)) throw error;
    }
  }
}

/** The range of one page. */
export function only(page: number): { readonly from: number; readonly to: number } {
  return { from: page, to: page };
}

/** One page as pixels for the recogniser, at the 200 dots per inch that it reads best from, and whether anything lies on it. */
export function drawForReading(
  bytes: Uint8Array,
  number: number,
): Promise<{ readonly canvas: OffscreenCanvas; readonly isPlain: boolean }> {
  return load(
    bytes,
    (document) =>
      document.withPage(number, async (page) => ({
        canvas: await page.draw(highestDpi / 72),
        isPlain: document.file !== null && page.annotations === 0,
      })),
    only(number),
  );
}

/** One page as a picture, at most 200 dots per inch. */
export function drawPage(request: Extract<LabRequest, { type: 'pdf-page' }>): Promise<LabPicture> {
  return load(
    request.bytes,
    (document) =>
      document.withPage(request.page, async (page) =>
        encode(await page.draw(Math.min(request.dpi, highestDpi) / 72), request.format),
      ),
    only(request.page),
  );
}
