import { LabProblem } from '../kit/problem';
import type { Pdfium, PdfFile } from './engine';
import { showAnnotations } from './annotations';
import { saveCopy, withRoom } from './engine';
import { flatPages } from './flat';
import { formOf, settleFields } from './form';
import { looksAlike } from './looks-alike';
import { render } from './render';
import type { Pixels } from './render';
import type { Sheet } from './open-sheet';

/** A page below this size may be measured in units of its own (UserUnit); on a larger one it makes no difference here. */
const small = 420;
const mostPoints = 200_000;
const comparedAtDpi = 60;
const mostCompared = 4_000_000;

/**
 * Opens a page for as long as `work` takes: flat, with form fields, ticks, signatures, stamps and remarks drawn into it, or,
 * where that does not look like the original, as it is, with what lies on it drawn over it. Null for a page that cannot be
 * opened. What `work` is given must not be kept. Pages count from 0.
 */
export async function withSheet<T>(
  file: PdfFile,
  index: number,
  work: (sheet: Sheet) => T | Promise<T>,
): Promise<T | null> {
  const { engine, document } = file;
  let page = engine.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  let flat = 0;
  try {
    if (mendBoxes(engine, page)) page = reload(file, page, index);
    if (page === 0) return null;
    const annotations = showAnnotations(engine, page);
    if (annotations === 0)
      return await work(sheetOf(file, page, { index, annotations, isFlat: true, form: 0 }));
    const form = formOf(file);
    settleFields(file, form, page);
    const original = sheetOf(file, page, { index, annotations, isFlat: false, form });
    flat = openFlat(file, index);
    const isAlike =
      flat !== 0 && looksAlike(pixelsOf(original), pixelsOf({ ...original, page: flat, isFlat: true }));
    return await work(isAlike ? { ...original, page: flat, isFlat: true } : original);
  } finally {
    if (page !== 0) engine.FPDF_ClosePage(page);
    if (flat !== 0) engine.FPDF_ClosePage(flat);
  }
}

function openFlat(file: PdfFile, index: number): number {
  const flat = flatPages(file);
  const place = flat === null ? -1 : index - (flat.from - 1);
  return flat === null || place < 0 ? 0 : file.engine.FPDF_LoadPage(flat.document, place);
}

/** Coarse: what is compared are lines of print, not their edges. */
function pixelsOf(sheet: Sheet): Pixels {
  const pixels = sheet.width * sheet.height * (comparedAtDpi / 72) ** 2;
  return render(sheet, (comparedAtDpi / 72) * Math.min(1, Math.sqrt(mostCompared / pixels)));
}

function reload({ engine, document }: PdfFile, page: number, index: number): number {
  engine.FPDF_ClosePage(page);
  return engine.FPDF_LoadPage(document, index);
}

/** A crop that lies beside the page, or has no size, hides all of it in one program and nothing in another. */
function mendBoxes(engine: Pdfium, page: number): boolean {
  if (engine.FPDF_GetPageWidthF(page) > 0 && engine.FPDF_GetPageHeightF(page) > 0) return false;
  return withRoom(engine, 4, (at, read) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = at;
    if (!engine.FPDFPage_GetMediaBox(page, left, bottom, right, top)) return false;
    engine.FPDFPage_SetCropBox(page, read.float(0), read.float(1), read.float(2), read.float(3));
    return true;
  });
}

function sheetOf(
  file: PdfFile,
  page: number,
  {
    index,
    annotations,
    isFlat,
    form,
  }: { readonly index: number } & Pick<Sheet, 'annotations' | 'isFlat' | 'form'>,
): Sheet {
  const { engine } = file;
  const width = engine.FPDF_GetPageWidthF(page);
  const height = engine.FPDF_GetPageHeightF(page);
  if (!(width > 0) || !(height > 0) || width > mostPoints || height > mostPoints)
    throw new LabProblem('unreadable-pdf');
  const unit = Math.max(width, height) < small ? userUnit(file, index) : 1;
  // A corner and two directions tell the whole way from one to the other. PDFium answers in whole numbers: in many parts.
  const fine = Math.max(1, Math.floor(1_000_000 / Math.max(width, height)));
  const at = (x: number, y: number): readonly [number, number] =>
    withRoom(engine, 2, ([first = 0, second = 0], read) => {
      engine.FPDF_PageToDevice(
        page,
        0,
        0,
        Math.round(width * fine),
        Math.round(height * fine),
        0,
        x,
        y,
        first,
        second,
      );
      return [read.int(0) / fine, read.int(1) / fine];
    });
  const [x0, y0] = at(0, 0);
  const [xa, ya] = at(1000, 0);
  const [xb, yb] = at(0, 1000);
  const [a, b, c, d] = [(xa - x0) / 1000, (ya - y0) / 1000, (xb - x0) / 1000, (yb - y0) / 1000];
  return {
    engine,
    page,
    annotations,
    isFlat,
    form,
    width: width * unit,
    height: height * unit,
    place: (x, y) => ({ x: (x0 + a * x + c * y) * unit, y: (y0 + b * x + d * y) * unit }),
  };
}

/** How many points a unit of the page has (ISO 32000-1, 14.8). PDFium does not say; it stands in the page written alone. */
function userUnit({ engine, document }: PdfFile, index: number): number {
  const alone = engine.FPDF_CreateNewDocument();
  try {
    if (!engine.FPDF_ImportPages(alone, document, String(index + 1), 0)) return 1;
    const found = /\/UserUnit\s+([\d.]+)/u.exec(
      new TextDecoder('latin1').decode(saveCopy(engine, alone)),
    )?.[1];
    const unit = Number(found ?? 1);
    return unit > 0 && unit <= 1000 ? unit : 1;
  } finally {
    engine.FPDF_CloseDocument(alone);
  }
}
