import type { Pdfium } from './engine';
import { withRoom } from './engine';

/** Kinds of annotations (fpdf_annot.h): those that show nothing by themselves, form fields, and marks over text. */
const kinds = { link: 2, popup: 16, widget: 20, marks: [9, 10, 11, 12] } as const;
const flags = { hidden: 2, print: 4, noView: 32 } as const;
const normalAppearance = 0;

/**
 * Makes everything that lies on a page show: form fields, ticks, signatures, stamps, remarks. What only a screen shows and
 * what only print shows both do: a page never shows less than somebody has seen on it. Gives how many annotations there are.
 */
export function showAnnotations(engine: Pdfium, page: number): number {
  const count = Math.max(0, engine.FPDFPage_GetAnnotCount(page));
  for (let index = 0; index < count; index += 1) {
    const annotation = engine.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    show(engine, annotation);
    engine.FPDFPage_CloseAnnot(annotation);
  }
  return count;
}

function show(engine: Pdfium, annotation: number): void {
  const kind = engine.FPDFAnnot_GetSubtype(annotation);
  const set = engine.FPDFAnnot_GetFlags(annotation);
  if (kind === kinds.link || kind === kinds.popup || (set & flags.hidden) !== 0) return;
  if ((set & (flags.noView | flags.print)) === flags.noView) return;
  const both = (set | flags.print) & ~flags.noView;
  if (both !== set) engine.FPDFAnnot_SetFlags(annotation, both);
  if (engine.EPDFAnnot_HasAppearanceStream(annotation, normalAppearance)) return;
  if (kinds.marks.some((each) => each === kind)) placeByText(engine, annotation);
  if (kind === kinds.widget) engine.EPDFAnnot_GenerateFormFieldAP(annotation);
  else engine.EPDFAnnot_GenerateAppearance(annotation);
}

/** A mark over text lies where its text is, whatever frame it says it has. Four corners, two numbers each. */
function placeByText(engine: Pdfium, annotation: number): void {
  const count = Math.min(1000, engine.FPDFAnnot_CountAttachmentPoints(annotation));
  const xs: number[] = [];
  const ys: number[] = [];
  for (let index = 0; index < count; index += 1) {
    withRoom(engine, 8, ([first = 0], read) => {
      if (!engine.FPDFAnnot_GetAttachmentPoints(annotation, index, first)) return;
      for (const corner of [0, 2, 4, 6]) {
        xs.push(read.float(corner));
        ys.push(read.float(corner + 1));
      }
    });
  }
  if (xs.length === 0 || ![...xs, ...ys].every(Number.isFinite)) return;
  const frame = [Math.min(...xs), Math.max(...ys), Math.max(...xs), Math.min(...ys)];
  withRoom(engine, 4, ([first = 0]) => {
    const view = new DataView(engine.memory.HEAPU8.buffer);
    for (const [index, value] of frame.entries()) view.setFloat32(first + index * 4, value, true);
    engine.FPDFAnnot_SetRect(annotation, first);
  });
}
