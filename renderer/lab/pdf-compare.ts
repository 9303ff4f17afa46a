import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import { load } from './pdf';
import type { OpenPdf } from './pdf';
import { LabProblem } from './problem';

type Request = Extract<LabRequest, { type: 'pdf-compare' }>;

const dpi = 50;
/** Side of the squares that are compared, in pixels. */
const square = 12;
/** Colours (0 to 255) of a square that are this far apart on average are something else: a line of print that is gone. */
const apart = 14;
/** A page of another size than this many pixels more or less is another page. */
const sizeApart = 2;

/** Draws pages of a PDF and of its copy, both from their bytes, and says where they look otherwise. */
export async function comparePages(request: Request): Promise<LabAnswer<'pdf-compare'>> {
  const copied = await load(request.copy, async (document) => ({
    pages: document.pages,
    drawn: await drawAll(document, request),
  }));
  const original = await load(request.bytes, (document) => drawAll(document, request));
  const different = [...original].flatMap(([number, drawn]) => {
    const copy = copied.drawn.get(number) ?? null;
    return drawn !== null && (copy === null || !looksAlike(drawn, copy)) ? [number] : [];
  });
  return { pages: copied.pages, different };
}

type Drawn = ImageData | null;

async function drawAll(document: OpenPdf, { from, to }: Request): Promise<ReadonlyMap<number, Drawn>> {
  const drawn = new Map<number, Drawn>();
  for (let number = from; number <= Math.min(to, document.pages); number += 1) {
    drawn.set(number, await drawOne(document, number));
  }
  return drawn;
}

async function drawOne(document: OpenPdf, number: number): Promise<Drawn> {
  try {
    return await document.withPage(number, async (page) => {
      const canvas = await page.draw(dpi / 72);
      return canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
    });
  } catch (error) {
    if (error instanceof LabProblem) return null;
    throw error;
  }
}

function looksAlike(one: ImageData, other: ImageData): boolean {
  if (Math.abs(one.width - other.width) > sizeApart || Math.abs(one.height - other.height) > sizeApart)
    return false;
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
  for (let top = 0; top < height; top += square) {
    for (let left = 0; left < width; left += square) {
      const right = Math.min(width, left + square);
      const bottom = Math.min(height, top + square);
      let sum = 0;
      for (let y = top; y < bottom; y += 1)
        for (let x = left; x < right; x += 1) sum += difference(one, other, x, y);
      if (sum > apart * (right - left) * (bottom - top)) return false;
    }
  }
  return true;
}

function difference(one: ImageData, other: ImageData, x: number, y: number): number {
  const a = (y * one.width + x) * 4;
  const b = (y * other.width + x) * 4;
  let most = 0;
  for (let colour = 0; colour < 3; colour += 1)
    most = Math.max(most, Math.abs((one.data[a + colour] ?? 0) - (other.data[b + colour] ?? 0)));
  return most;
}
