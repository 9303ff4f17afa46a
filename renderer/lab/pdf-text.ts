import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import type { Word } from '../../shared/models/text';
import { load } from './pdf';
import { LabProblem } from './problem';

/** Units to the point in which words are placed: whole numbers are then fine enough. */
const fineness = 4;
/** A page with more is no page of a letter; what is beyond is left to the person who reads it. */
const mostWords = 20_000;
const mostUnits = 100_000;

type PageRead = LabAnswer<'pdf-text'>['read'][number];
type Item = Awaited<ReturnType<pdfjs.PDFPageProxy['getTextContent']>>['items'][number];
type Shown = Extract<Item, { readonly str: string }>;

/** The text that pages carry themselves, each word with its place. A page that cannot be read gives no words. */
export function readPdfText(
  request: Extract<LabRequest, { type: 'pdf-text' }>,
): Promise<LabAnswer<'pdf-text'>> {
  return load(request.bytes, async (document) => {
    if (request.from > document.numPages) throw new LabProblem('unreadable-pdf');
    const read: PageRead[] = [];
    for (let number = request.from; number <= Math.min(request.to, document.numPages); number += 1) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: fineness });
      const width = side(viewport.width);
      const height = side(viewport.height);
      read.push({ page: number, width, height, words: await wordsOf(page, viewport, width, height) });
      page.cleanup();
    }
    return { pages: document.numPages, read };
  });
}

function side(value: number): number {
  return Math.min(mostUnits, Math.max(1, Math.round(value)));
}

async function wordsOf(
  page: pdfjs.PDFPageProxy,
  viewport: pdfjs.PageViewport,
  width: number,
  height: number,
): Promise<Word[]> {
  let items: readonly Item[];
  try {
    ({ items } = await page.getTextContent());
  } catch {
    return [];
  }
  const words: Word[] = [];
  let line = -1;
  let isNewLine = true;
  let foot: number | null = null;
  for (const item of items) {
    if (!('str' in item)) continue;
    const box = boxOf(item, viewport);
    if (foot !== null && Math.abs(box.bottom - foot) > box.high / 2) isNewLine = true;
    if (item.str.trim() !== '') {
      foot = box.bottom;
      for (const part of item.str.matchAll(/\S+/gu)) {
        if (words.length >= mostWords) return words;
        if (isNewLine) line += 1;
        isNewLine = false;
        // Letters are taken to be equally wide: near enough to mark a word.
        const start = part.index / item.str.length;
        const end = (part.index + part[0].length) / item.str.length;
        const x = clamp(box.left + box.wide * start, width);
        const y = clamp(box.bottom - box.high, height);
        words.push({
          text: part[0].slice(0, 500),
          x,
          y,
          w: clamp(box.left + box.wide * end, width) - x,
          h: clamp(box.bottom, height) - y,
          confidence: null,
          line,
        });
      }
    }
    if (item.hasEOL) isNewLine = true;
  }
  return words;
}

function clamp(value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(0, Math.round(value))) : 0;
}

/** Where a stretch of text stands, as it is seen. One that runs across or upside down gets the box around it. */
function boxOf(
  item: Shown,
  viewport: pdfjs.PageViewport,
): { readonly left: number; readonly bottom: number; readonly wide: number; readonly high: number } {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = pdfjs.Util.transform(
    viewport.transform,
    item.transform,
  ) as number[];
  const size = Math.hypot(c, d);
  const long = item.width * fineness;
  const turn = Math.hypot(a, b) === 0 ? [1, 0] : [a / Math.hypot(a, b), b / Math.hypot(a, b)];
  const [cos = 1, sin = 0] = turn;
  // The corners of the stretch: along its direction, and upwards from its foot.
  const xs = [x, x + cos * long, x + sin * size, x + cos * long + sin * size];
  const ys = [y, y + sin * long, y - cos * size, y + sin * long - cos * size];
  const left = Math.min(...xs);
  const bottom = Math.max(...ys);
  return { left, bottom, wide: Math.max(...xs) - left, high: bottom - Math.min(...ys) };
}
