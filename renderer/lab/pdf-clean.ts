import type { LabAnswer, LabRequest, PageReason } from '../../shared/contract/lab';
import { load } from './pdf';
import type { OpenPage, OpenPdf } from './pdf';
import { textOn } from './pdf-text';
import { saveCopy } from './pdfium/engine';
import type { PdfFile } from './pdfium/engine';
import { madeFlat } from './pdfium/flat';
import { markedIn } from './pdfium/held';
import { hasXfa } from './pdfium/form';
import { sharpOrSmall } from './redact';
import { LabProblem } from './kit/problem';

type Request = Extract<LabRequest, { type: 'pdf-clean' }>;
type Answer = LabAnswer<'pdf-clean'>;
type PageSheet = Answer['sheets'][number];

/** Of the picture of a page: what prints sharp, and what courts' guidance takes. */
const dpi = 200;
/** Light enough to be paper. */
const paperTone = 250;

/**
 * Takes a PDF apart for handing it on: the pages whose text and pictures are all seen, as they are printed, and a picture of
 * each that is to be handed on as it looks and as nothing else.
 */
export function cleanPages(request: Request): Promise<Answer> {
  return load(
    request.bytes,
    async (document) => {
      const sheets: PageSheet[] = [];
      for (let number = request.from; number <= Math.min(request.to, document.pages); number += 1) {
        sheets.push(await sheetOf(document, number, request.drawn.includes(number)));
      }
      const { file } = document;
      const copied = sheets.filter(({ reason, picture }) => reason === null && picture === null);
      return {
        pages: document.pages,
        sheets,
        copied:
          file === null || copied.length === 0
            ? null
            : copyOf(
                file,
                copied.map(({ page }) => page),
              ),
        attachments: file === null ? 0 : Math.max(0, file.engine.FPDFDoc_GetAttachmentCount(file.document)),
        marked: file === null ? [] : [...markedIn(file, request.from, request.to)],
        xfa: file !== null && hasXfa(file),
      };
    },
    request,
  );
}

const noPage = { points: { width: 595, height: 842 }, picture: null, blank: true, text: null } as const;

async function sheetOf(document: OpenPdf, number: number, isDrawn: boolean): Promise<PageSheet> {
  try {
    return await document.withPage(number, async (page) => {
      const { reason } = await page.look();
      const points = { width: page.width, height: page.height };
      // What only the second decoder can open cannot be taken over, and what is hidden in it is not known.
      const why: PageReason | null = document.file === null ? 'looks-different' : reason;
      return why === null && !isDrawn
        ? { page: number, reason: null, points, picture: null, blank: false, text: null }
        : { page: number, reason: why, points, ...(await pictureOf(page)) };
    });
  } catch (error) {
    if (!(error instanceof LabProblem)) throw error;
    return { page: number, reason: 'unreadable', ...noPage };
  }
}

async function pictureOf(page: OpenPage): Promise<Pick<PageSheet, 'picture' | 'blank' | 'text'>> {
  const canvas = await page.draw(dpi / 72);
  return { picture: await sharpOrSmall(canvas), blank: isPaper(canvas), text: await textOn(page) };
}

function isPaper(canvas: OffscreenCanvas): boolean {
  const context = canvas.getContext('2d');
  if (context === null) return false;
  const strip = 256;
  for (let top = 0; top < canvas.height; top += strip) {
    const { data } = context.getImageData(0, top, canvas.width, Math.min(strip, canvas.height - top));
    for (let at = 0; at < data.length; at += 4) if ((data[at + 1] ?? 0) < paperTone) return false;
  }
  return true;
}

/** The pages in a document of their own: flat where anything lay on any of them. */
function copyOf(file: PdfFile, pages: readonly number[]): Uint8Array {
  const { engine } = file;
  const flat = madeFlat(file);
  const copy = engine.FPDF_CreateNewDocument();
  try {
    const source = flat === null ? file.document : flat.document;
    const wanted = pages.map((page) => page - (flat === null ? 0 : flat.from - 1)).join(',');
    if (!engine.FPDF_ImportPages(copy, source, wanted, 0)) throw new LabProblem('unreadable-pdf');
    return saveCopy(engine, copy);
  } finally {
    engine.FPDF_CloseDocument(copy);
  }
}
