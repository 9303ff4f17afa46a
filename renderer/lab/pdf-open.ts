import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import type { PageTurn } from '../../shared/models/page-turn';
import { saveCopy, withPdf } from './pdfium/engine';
import type { PdfFile } from './pdfium/engine';
import { straightenPage } from './pdfium/straighten';
import { LabProblem } from './kit/problem';

type Request = Extract<LabRequest, { type: 'pdf-open' }>;

/**
 * Writes a PDF anew so that nobody asks for a password any more, with pages turned and straightened as a person has said. Throws `encrypted-file`
 * for a wrong password, `certificate-locked` and `unreadable-pdf`.
 */
export function openAnew({ bytes, password, turns }: Request): Promise<LabAnswer<'pdf-open'>> {
  return withPdf(
    bytes,
    (file) => {
      const { engine, document } = file;
      if (engine.EPDF_IsEncrypted(document) && !engine.EPDF_RemoveEncryption(document))
        throw new LabProblem('unreadable-pdf');
      for (const turn of turns) turnPage(file, turn);
      return { bytes: saveCopy(engine, document) };
    },
    {},
    password ?? '',
  );
}

/** A page keeps, in quarters, how it is turned when it is shown. */
function turnPage(
  { engine, document, pages }: PdfFile,
  { page: number, by, straightened = 0 }: PageTurn,
): void {
  if (number > pages || (by === 0 && straightened === 0)) return;
  const page = engine.FPDF_LoadPage(document, number - 1);
  if (page === 0) throw new LabProblem('unreadable-pdf');
  if (by !== 0) engine.FPDFPage_SetRotation(page, (engine.FPDFPage_GetRotation(page) + by / 90) % 4);
  if (straightened !== 0) straightenPage(engine, page, straightened);
  engine.FPDF_ClosePage(page);
}
