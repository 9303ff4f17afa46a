import type { PageLook } from '../../../shared/contract/lab';
import type { FinishedPage, FinishedPdf } from '../../../shared/models/finished-pdf';
import type { Pdfium } from './engine';
import { withRoom } from './engine';
import { picturesOf } from './objects';
import type { PageObject } from './objects';

const mostText = 40_000;
const mostPictures = 5000;
const mostLinks = 2000;
const undrawn = [3, 7];

/** What is looked for on a page (0 is the first) of a size. */
export type LookAt = (index: number, size: Pick<FinishedPage, 'width' | 'height'>) => PageLook;

/**
 * Reads pages of an open document by their indexes, of which 0 is the first. A page is closed when the next is open:
 * the engine forgets a font with the last page that uses it, and would read it again for every page of a document.
 */
export function readFinishedPages(
  engine: Pdfium,
  document: number,
  indexes: readonly number[],
  lookAt: LookAt,
): readonly FinishedPage[] {
  const read: FinishedPage[] = [];
  let before = 0;
  try {
    for (const index of indexes) {
      const page = engine.FPDF_LoadPage(document, index);
      if (before !== 0) engine.FPDF_ClosePage(before);
      before = page;
      read.push(readPage(engine, document, page, index, lookAt));
    }
  } finally {
    if (before !== 0) engine.FPDF_ClosePage(before);
  }
  return read;
}

function readPage(
  engine: Pdfium,
  document: number,
  page: number,
  index: number,
  lookAt: LookAt,
): FinishedPage {
  const width = engine.FPDF_GetPageWidth(page);
  const height = engine.FPDF_GetPageHeight(page);
  const { pictures, things } = picturesOf({ engine, page });
  return {
    width,
    height,
    label: labelOf(engine, document, index),
    links: linksOf(engine, document, page),
    dpi: pictures.slice(0, mostPictures).map((object) => dpiOf(engine, page, object)),
    things,
    ...textOf(engine, page, lookAt(index, { width, height })),
  };
}

/** A text that the engine writes as UTF-16: asked for its length in bytes first. */
function wideText(engine: Pdfium, ask: (at: number, bytes: number) => number, most = 4000): string {
  const bytes = Math.min(most, ask(0, 0));
  if (bytes <= 2) return '';
  const at = engine.memory.wasmExports.malloc(bytes);
  try {
    ask(at, bytes);
    return new TextDecoder('utf-16le').decode(engine.memory.HEAPU8.slice(at, at + bytes - 2));
  } finally {
    engine.memory.wasmExports.free(at);
  }
}

function labelOf(engine: Pdfium, document: number, index: number): string {
  return wideText(engine, (at, bytes) => engine.FPDF_GetPageLabel(document, index, at, bytes)).slice(0, 60);
}

function linksOf(engine: Pdfium, document: number, page: number): FinishedPage['links'] {
  const found: FinishedPage['links'] = [];
  withRoom(engine, 6, ([position = 0, link = 0, left = 0], read) => {
    const view = (): DataView => new DataView(engine.memory.HEAPU8.buffer);
    view().setInt32(position, 0, true);
    while (found.length < mostLinks && engine.FPDFLink_Enumerate(page, position, link)) {
      const at = read.int(1);
      const target = engine.FPDFLink_GetDest(document, at);
      const index = target === 0 ? -1 : engine.FPDFDest_GetDestPageIndex(document, target);
      // FS_RECTF: left, top, right, bottom, four numbers one after the other.
      const has = engine.FPDFLink_GetAnnotRect(at, left);
      const rect: [number, number, number, number] = has
        ? [read.float(2), read.float(5), read.float(4), read.float(3)]
        : [0, 0, 0, 0];
      found.push({ rect, page: index + 1 });
    }
  });
  return found;
}

type Matrix = readonly [number, number, number, number];

/** How much an object, or the group it is in, is stretched and turned. */
function matrixOf(engine: Pdfium, object: number): Matrix {
  return withRoom(engine, 6, ([at = 0], read) =>
    engine.FPDFPageObj_GetMatrix(object, at)
      ? [read.float(0), read.float(1), read.float(2), read.float(3)]
      : [1, 0, 0, 1],
  );
}

function times([a, b, c, d]: Matrix, [A, B, C, D]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D];
}

function dpiOf(engine: Pdfium, page: number, { at, inside }: PageObject): number {
  const [a, b, c, d] = [...inside]
    .reverse()
    .reduce<Matrix>((matrix, form) => times(matrix, matrixOf(engine, form)), matrixOf(engine, at));
  const pixels = withRoom(engine, 2, ([width = 0, height = 0], read) =>
    engine.FPDFImageObj_GetImagePixelSize(at, width, height) ? [read.int(0), read.int(1)] : [0, 0],
  );
  const across = ((pixels[0] ?? 0) * 72) / Math.hypot(a, b);
  const down = ((pixels[1] ?? 0) * 72) / Math.hypot(c, d);
  const dpi = Math.max(across, down);
  return page === 0 || !Number.isFinite(dpi) ? 0 : dpi;
}

/** The text of a page, and how its letters lie. */
function textOf(
  engine: Pdfium,
  page: number,
  { plate, area }: PageLook,
): Pick<FinishedPage, 'text' | 'plate' | 'letters' | 'turned' | 'smallest'> {
  const text = engine.FPDFText_LoadPage(page);
  if (text === 0) return { text: '', plate: '', letters: 0, turned: 0, smallest: 0 };
  try {
    const count = Math.max(0, Math.min(mostText, engine.FPDFText_CountChars(text)));
    return {
      text: textWithin(engine, text, area, count).slice(0, mostText),
      plate: textWithin(engine, text, plate, count).trim().slice(0, 60),
      ...lettersOf(engine, text, count),
    };
  } finally {
    engine.FPDFText_ClosePage(text);
  }
}

/** `most`: no more letters than the page has. */
function textWithin(
  engine: Pdfium,
  text: number,
  [left, bottom, right, top]: PageLook['area'],
  most: number,
): string {
  // Lines end in two letters that the page does not count.
  const room = most * 2 + 2;
  const at = engine.memory.wasmExports.malloc(room * 2);
  try {
    const written = engine.FPDFText_GetBoundedText(text, left, top, right, bottom, at, room);
    const bytes = engine.memory.HEAPU8.slice(at, at + Math.max(0, Math.min(written, room)) * 2);
    return new TextDecoder('utf-16le').decode(bytes).replaceAll('\0', '');
  } finally {
    engine.memory.wasmExports.free(at);
  }
}

/** How the letters of one run of drawing lie: all alike. */
interface LetterRun {
  readonly isDrawn: boolean;
  readonly size: number;
  readonly isTurned: boolean;
}

/** Letters in one run of drawing lie alike: the first of each says it for all. */
function lettersOf(
  engine: Pdfium,
  text: number,
  count: number,
): Pick<FinishedPage, 'letters' | 'turned' | 'smallest'> {
  const known = new Map<number, LetterRun>();
  const found = { letters: 0, turned: 0, smallest: 0 };
  // One room for all: most letters of a page may be runs of their own.
  withRoom(engine, 6, ([matrix = 0], read) => {
    for (let index = 0; index < count; index += 1) {
      const code = engine.FPDFText_GetUnicode(text, index);
      if (code <= 0x20 || code === 0xa0) continue;
      const object = engine.FPDFText_GetTextObject(text, index);
      let run = known.get(object);
      if (run === undefined) {
        const isDrawn = object !== 0 && !undrawn.includes(engine.FPDFTextObj_GetTextRenderMode(object));
        run = { isDrawn, ...lieOf(engine, text, index, { matrix, float: (at) => read.float(at) }) };
        known.set(object, run);
      }
      if (!run.isDrawn) continue;
      found.letters += 1;
      if (run.isTurned) found.turned += 1;
      if (found.smallest === 0 || run.size < found.smallest) found.smallest = run.size;
    }
  });
  return found;
}

/** Upright: the line runs to the right, and letters stand up from it. */
function lieOf(
  engine: Pdfium,
  text: number,
  index: number,
  { matrix, float }: { readonly matrix: number; readonly float: (index: number) => number },
): Pick<LetterRun, 'size' | 'isTurned'> {
  const has = engine.FPDFText_GetMatrix(text, index, matrix);
  const [a, b, c, d] = has ? [float(0), float(1), float(2), float(3)] : [1, 0, 0, 1];
  return { size: engine.FPDFText_GetFontSize(text, index) * Math.hypot(c, d), isTurned: a <= Math.abs(b) };
}

/** Bookmarks in the order in which they are listed. */
export function readBookmarks(engine: Pdfium, document: number, most = 200_000): FinishedPdf['bookmarks'] {
  const found: FinishedPdf['bookmarks'] = [];
  const walk = (first: number, depth: number): void => {
    for (
      let at = first;
      at !== 0 && found.length < most;
      at = engine.FPDFBookmark_GetNextSibling(document, at)
    ) {
      const target = engine.FPDFBookmark_GetDest(document, at);
      const index = target === 0 ? -1 : engine.FPDFDest_GetDestPageIndex(document, target);
      const title = wideText(engine, (into, bytes) => engine.FPDFBookmark_GetTitle(at, into, bytes));
      found.push({ title: title.slice(0, 400), page: index + 1, depth });
      if (depth < 10) walk(engine.FPDFBookmark_GetFirstChild(document, at), depth + 1);
    }
  };
  walk(engine.FPDFBookmark_GetFirstChild(document, 0), 0);
  return found;
}

export function readLanguage(engine: Pdfium, document: number): string {
  return wideText(engine, (at, bytes) => engine.FPDFCatalog_GetLanguage(document, at, bytes)).slice(0, 40);
}
