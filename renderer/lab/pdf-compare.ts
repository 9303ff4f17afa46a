import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import { load } from './pdf';
import type { OpenPdf } from './pdf';
import { looksAlike } from './pdfium/looks-alike';
import { LabProblem } from './kit/problem';

type Request = Extract<LabRequest, { type: 'pdf-compare' }>;

const dpi = 50;

/** Draws pages of a PDF and of its copy, both from their bytes, and says where they look otherwise. */
export async function comparePages(request: Request): Promise<LabAnswer<'pdf-compare'>> {
  const range = { from: Math.min(...request.pages), to: Math.max(...request.pages) };
  const copied = await load(
    request.copy,
    async (document) => ({ pages: document.pages, drawn: await drawAll(document, request) }),
    range,
  );
  const original = await load(request.bytes, (document) => drawAll(document, request), range);
  const different = [...original].flatMap(([number, drawn]) => {
    const copy = copied.drawn.get(number) ?? null;
    return drawn !== null && (copy === null || !looksAlike(drawn, copy)) ? [number] : [];
  });
  return { pages: copied.pages, different };
}

type Drawn = ImageData | null;

async function drawAll(document: OpenPdf, { pages }: Request): Promise<ReadonlyMap<number, Drawn>> {
  const drawn = new Map<number, Drawn>();
  for (const number of pages)
    drawn.set(number, number > document.pages ? null : await drawOne(document, number));
  return drawn;
}

async function drawOne(document: OpenPdf, number: number): Promise<Drawn> {
  try {
    return await document.withPage(number, async (page) => {
      const canvas = await page.drawFirst(dpi / 72);
      return canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
    });
  } catch (error) {
    if (error instanceof LabProblem) return null;
    throw error;
  }
}
