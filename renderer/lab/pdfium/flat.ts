import { showAnnotations } from './annotations';
import type { PdfFile } from './engine';
import { formOf, settleFields } from './form';

/** FPDFPage_Flatten: as printed. */
const asPrinted = 1;

/** Pages in a document of their own, with what lay on them drawn into them. The first of them is `from`. */
export interface FlatPages {
  readonly document: number;
  readonly from: number;
}

const made = new WeakMap<PdfFile, FlatPages>();

/**
 * The pages of the range that is worked on, flat. They are brought into a new document first: `FPDFPage_Flatten` takes from a
 * page the size and the fonts that it has in common with others, and there every page has its own. What the original says of
 * layers stays behind, so a flat page is held against the original before it stands for it.
 */
export function flatPages(file: PdfFile): FlatPages | null {
  const known = made.get(file);
  if (known !== undefined) return known;
  const { engine, range } = file;
  const form = formOf(file);
  eachPage(file, file.document, range.from, range.to, (page) => {
    if (showAnnotations(engine, page) === 0) return;
    settleFields(file, form, page);
    if (form !== 0) engine.FORM_OnBeforeClosePage(page, form);
  });
  const document = engine.FPDF_CreateNewDocument();
  const flat = { document, from: range.from };
  made.set(file, flat);
  file.atEnd(() => {
    engine.FPDF_CloseDocument(document);
  });
  const wanted = `${range.from}-${range.to}`;
  if (!engine.FPDF_ImportPages(document, file.document, wanted, 0)) return null;
  eachPage(file, document, 1, range.to - range.from + 1, (page) => {
    if (engine.FPDFPage_GetAnnotCount(page) > 0) engine.FPDFPage_Flatten(page, asPrinted);
  });
  return flat;
}

/** The flat pages, if any were needed. */
export function madeFlat(file: PdfFile): FlatPages | null {
  return made.get(file) ?? null;
}

function eachPage(
  { engine }: PdfFile,
  document: number,
  from: number,
  to: number,
  work: (page: number) => void,
): void {
  for (let number = from; number <= to; number += 1) {
    const page = engine.FPDF_LoadPage(document, number - 1);
    if (page === 0) continue;
    work(page);
    engine.FPDF_ClosePage(page);
  }
}
