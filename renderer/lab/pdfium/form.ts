import type { PdfFile } from './engine';

/** Forms that keep their answers beside the pages (fpdf_formfill.h): what is on the pages may be a notice alone. */
const xfaKinds = [2, 3];

export function hasXfa({ engine, document }: PdfFile): boolean {
  return xfaKinds.includes(engine.FPDF_GetFormType(document));
}
