import type { PdfFile } from './engine';

/** Kinds of forms (fpdf_formfill.h): none, and those that keep their answers beside the pages, which may show a notice alone. */
const kinds = { none: 0, xfa: [2, 3] } as const;

export function hasXfa({ engine, document }: PdfFile): boolean {
  const kind = engine.FPDF_GetFormType(document);
  return kinds.xfa.some((each) => each === kind);
}

const made = new WeakMap<PdfFile, number>();

/** What draws the fields of a form over a page; 0 for a document without any. It runs no scripts: there are none built in. */
export function formOf(file: PdfFile): number {
  const known = made.get(file);
  if (known !== undefined) return known;
  const { engine, document } = file;
  if (engine.FPDF_GetFormType(document) === kinds.none) {
    made.set(file, 0);
    return 0;
  }
  const info = engine.PDFiumExt_OpenFormFillInfo();
  const form = engine.PDFiumExt_InitFormFillEnvironment(document, info);
  // Fields are shown as they are printed, not as they are filled in.
  if (form !== 0) engine.FPDF_RemoveFormFieldHighlight(form);
  made.set(file, form);
  file.atEnd(() => {
    if (form !== 0) engine.PDFiumExt_ExitFormFillEnvironment(form);
    engine.PDFiumExt_CloseFormFillInfo(info);
  });
  return form;
}

/**
 * Lets a form draw the fields of a page once, where nobody looks: only then does it write how those look that had no
 * appearance of their own.
 */
export function settleFields({ engine }: PdfFile, form: number, page: number): void {
  if (form === 0) return;
  engine.FORM_OnAfterLoadPage(page, form);
  const bitmap = engine.FPDFBitmap_CreateEx(1, 1, 3, 0, 0);
  if (bitmap === 0) return;
  engine.FPDF_FFLDraw(form, bitmap, page, 0, 0, 1, 1, 0, 0);
  engine.FPDFBitmap_Destroy(bitmap);
}
