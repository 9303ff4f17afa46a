import type { Pdfium } from './engine';

/** A page as it is looked at: upright, with all that lies on it. Sizes in points. */
export interface Sheet {
  readonly engine: Pdfium;
  /** PDFium's pointer. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Annotations that lay on it before they were drawn into it. */
  readonly annotations: number;
  /** What lay on it is a part of it now. */
  readonly isFlat: boolean;
  /** What draws the fields of its form (form.ts); 0 where there are none. */
  readonly form: number;
  /** From the page's own coordinates to upright points from the upper left corner. */
  readonly place: (x: number, y: number) => { readonly x: number; readonly y: number };
}
