import type { Pdfium } from './engine';
import type { Sheet } from './open-sheet';

/** Kinds of things on a page (fpdf_edit.h). */
export const kinds = { text: 1, path: 2, image: 3, shading: 4, form: 5 } as const;

export interface PageObject {
  /** PDFium's pointer. */
  readonly at: number;
  readonly kind: number;
  /** The groups it lies in, the outermost first. */
  readonly inside: readonly number[];
}

/** A page that is made of more is no letter; its picture is drawn all the same, but it is not taken apart. */
export const mostObjects = 200_000;
const deepest = 12;

/** All that is drawn on a page, also within groups within groups; null where it is too much to be taken apart. */
export function objectsOf(sheet: Pick<Sheet, 'engine' | 'page'>): readonly PageObject[] | null {
  const found: PageObject[] = [];
  const whole = walkPage(sheet, (at, kind, inside) => found.push({ at, kind, inside }));
  return whole ? found : null;
}

/**
 * The pictures of a page, and how many things there are that are a picture or lie in a group; none where it is too much to be
 * taken apart. A page of text may hold a thing for each of its letters, which is not kept.
 */
export function picturesOf(sheet: Pick<Sheet, 'engine' | 'page'>): {
  readonly pictures: readonly PageObject[];
  readonly things: number;
} {
  const pictures: PageObject[] = [];
  let things = 0;
  const whole = walkPage(sheet, (at, kind, inside) => {
    if (kind === kinds.image) pictures.push({ at, kind, inside });
    if (kind === kinds.image || inside.length > 0) things += 1;
  });
  return whole ? { pictures, things } : { pictures: [], things: 0 };
}

type Visit = (at: number, kind: number, inside: readonly number[]) => void;

/** False where there is more than may be taken apart. */
function walkPage({ engine, page }: Pick<Sheet, 'engine' | 'page'>, visit: Visit): boolean {
  let seen = 0;
  const walk: Walk = (count, get, inside) => {
    for (let index = 0; index < count; index += 1) {
      if (seen >= mostObjects || inside.length > deepest) return false;
      const at = get(index);
      if (at === 0) continue;
      const kind = engine.FPDFPageObj_GetType(at);
      if (kind === kinds.form) {
        if (!walkForm(engine, at, inside, walk)) return false;
      } else {
        seen += 1;
        visit(at, kind, inside);
      }
    }
    return true;
  };
  return walk(engine.FPDFPage_CountObjects(page), (index) => engine.FPDFPage_GetObject(page, index), []);
}

type Walk = (count: number, get: (index: number) => number, inside: readonly number[]) => boolean;

function walkForm(engine: Pdfium, form: number, inside: readonly number[], walk: Walk): boolean {
  return walk(engine.FPDFFormObj_CountObjects(form), (index) => engine.FPDFFormObj_GetObject(form, index), [
    ...inside,
    form,
  ]);
}

/** Draws with some of the objects left out; they are there again afterwards. */
export function without<T>(engine: Pdfium, some: readonly PageObject[], work: () => T): T {
  for (const { at } of some) engine.FPDFPageObj_SetIsActive(at, false);
  try {
    return work();
  } finally {
    for (const { at } of some) engine.FPDFPageObj_SetIsActive(at, true);
  }
}
