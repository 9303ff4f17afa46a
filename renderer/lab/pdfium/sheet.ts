import { LabProblem } from '../problem';
import type { Pdfium, PdfFile } from './engine';
import { saveCopy, withRoom } from './engine';

/** A page as it is looked at: upright, with all that lies on it. Sizes in points. */
export interface Sheet {
  readonly engine: Pdfium;
  /** PDFium's pointer. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Annotations that lay on it before they were drawn into it. */
  readonly annotations: number;
  /** From the page's own coordinates to upright points from the upper left corner. */
  readonly place: (x: number, y: number) => { readonly x: number; readonly y: number };
}

/** Kinds of annotations that have nothing to show by themselves (fpdf_annot.h). */
const link = 2;
const popup = 16;
const widget = 20;
const flags = { hidden: 2, print: 4, noView: 32 } as const;
const normalAppearance = 0;
/** FPDFPage_Flatten, as printed. */
const asPrinted = 1;
/** A page below this size may be measured in units of its own (UserUnit); on a larger one it makes no difference here. */
const small = 420;
const mostPoints = 200_000;

/**
 * Opens a page and draws into it what lies on it: form fields, ticks, signatures, stamps, remarks. What only a screen
 * shows and what only print shows both stay: a page never shows less than somebody has seen on it. Null for a page that
 * cannot be opened. What `work` is given must not be kept.
 */
export async function withSheet<T>(
  file: PdfFile,
  index: number,
  work: (sheet: Sheet) => T | Promise<T>,
): Promise<T | null> {
  const { engine, document } = file;
  let page = engine.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  try {
    if (mendBoxes(engine, page)) page = reload(file, page, index);
    const annotations = page === 0 ? 0 : engine.FPDFPage_GetAnnotCount(page);
    if (annotations > 0) {
      showAnnotations(engine, page);
      engine.FPDFPage_Flatten(page, asPrinted);
      page = reload(file, page, index);
    }
    if (page === 0) return null;
    return await work(sheetOf(file, page, index, annotations));
  } finally {
    if (page !== 0) engine.FPDF_ClosePage(page);
  }
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

function showAnnotations(engine: Pdfium, page: number): void {
  const count = engine.FPDFPage_GetAnnotCount(page);
  for (let index = 0; index < count; index += 1) {
    const annotation = engine.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    show(engine, annotation);
    engine.FPDFPage_CloseAnnot(annotation);
  }
}

function show(engine: Pdfium, annotation: number): void {
  const kind = engine.FPDFAnnot_GetSubtype(annotation);
  const set = engine.FPDFAnnot_GetFlags(annotation);
  if (kind === link || kind === popup || (set & flags.hidden) !== 0) return;
  if ((set & flags.print) === 0) {
    if ((set & flags.noView) !== 0) return;
    engine.FPDFAnnot_SetFlags(annotation, set | flags.print);
  }
  if (engine.EPDFAnnot_HasAppearanceStream(annotation, normalAppearance)) return;
  if (kind === widget) engine.EPDFAnnot_GenerateFormFieldAP(annotation);
  else engine.EPDFAnnot_GenerateAppearance(annotation);
}

function sheetOf(file: PdfFile, page: number, index: number, annotations: number): Sheet {
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
