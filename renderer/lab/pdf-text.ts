import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import type { Word } from '../../shared/models/text';
import { load } from './pdf';
import type { OpenPage } from './pdf';
import { wordsOf } from './pdfium/letters';
import { LabProblem } from './kit/problem';

/** Units to the point in which words are placed: whole numbers are then fine enough. */
const fineness = 4;
/** A page with more is no page of a letter; what is beyond is left to the person who reads it. */
const mostWords = 20_000;
const mostUnits = 100_000;
const longestWord = 500;

export interface PlacedText {
  readonly width: number;
  readonly height: number;
  readonly words: Word[];
}

type PageRead = LabAnswer<'pdf-text'>['read'][number];

/**
 * The text that is seen on pages and stands in the file as text, each word with its place. What nobody sees on a page (under
 * a black box, in a hidden layer) is not said to stand there. A page that cannot be read gives no words.
 */
export function readPdfText(
  request: Extract<LabRequest, { type: 'pdf-text' }>,
): Promise<LabAnswer<'pdf-text'>> {
  return load(
    request.bytes,
    async (document) => {
      if (request.from > document.pages) throw new LabProblem('unreadable-pdf');
      const read: PageRead[] = [];
      for (let number = request.from; number <= Math.min(request.to, document.pages); number += 1) {
        read.push({ page: number, ...(await readPage((work) => document.withPage(number, work))) });
      }
      return { pages: document.pages, read };
    },
    request,
  );
}

async function readPage(
  withPage: (work: (page: OpenPage) => Promise<PlacedText>) => Promise<PlacedText>,
): Promise<PlacedText> {
  try {
    return await withPage(textOn);
  } catch (error) {
    if (error instanceof LabProblem) return { width: 1, height: 1, words: [] };
    throw error;
  }
}

/** The words that are seen on a page. */
export async function textOn(page: OpenPage): Promise<PlacedText> {
  const width = side(page.width * fineness);
  const height = side(page.height * fineness);
  const words: Word[] = [];
  for (const { letters, line } of wordsOf((await page.look()).runs)) {
    if (words.length >= mostWords) break;
    const x = clamp(Math.min(...letters.map(({ left }) => left)), width);
    const y = clamp(Math.min(...letters.map(({ top }) => top)), height);
    words.push({
      text: letters
        .map(({ text }) => text)
        .join('')
        .slice(0, longestWord),
      x,
      y,
      w: clamp(Math.max(...letters.map(({ right }) => right)), width) - x,
      h: clamp(Math.max(...letters.map(({ bottom }) => bottom)), height) - y,
      confidence: null,
      line,
    });
  }
  return { width, height, words };
}

function side(value: number): number {
  return Math.min(mostUnits, Math.max(1, Math.round(value)));
}

function clamp(points: number, most: number): number {
  const value = points * fineness;
  return Number.isFinite(value) ? Math.min(most, Math.max(0, Math.round(value))) : 0;
}
