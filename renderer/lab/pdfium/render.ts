import { LabProblem } from '../kit/problem';
import type { Sheet } from './open-sheet';

/** Pixels, four bytes each (red, green, blue, and one that says nothing), on white. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

export type Drawable = Pick<Sheet, 'engine' | 'page' | 'width' | 'height' | 'isFlat' | 'form'>;

/** How light a colour is, 0 to 255. */
export function toneOfColour(red: number, green: number, blue: number): number {
  return (red * 3 + green * 6 + blue) / 10;
}

/** How light the pixel is whose bytes begin at a place. */
export function toneAt({ data }: Pixels, at: number): number {
  return toneOfColour(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
}

/** FPDFBitmap_BGRx; with the order of bytes reversed it is RGBx. */
const format = 3;
const reversed = 0x10;
/** FPDF_ANNOT: with what lies on the page. */
const annotations = 0x01;
const white = 0xffffffff;

/** Draws a page at so many pixels to the point, as it is looked at. */
export function render({ engine, page, width, height, isFlat, form }: Drawable, scale: number): Pixels {
  const wide = Math.max(1, Math.round(width * scale));
  const high = Math.max(1, Math.round(height * scale));
  const bitmap = engine.FPDFBitmap_CreateEx(wide, high, format, 0, 0);
  if (bitmap === 0) throw new LabProblem('file-too-large');
  try {
    const flags = isFlat ? reversed : reversed | annotations;
    engine.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, white);
    engine.FPDF_RenderPageBitmap(bitmap, page, 0, 0, wide, high, 0, flags);
    // Fields of a form are drawn by what knows the form.
    if (!isFlat && form !== 0) engine.FPDF_FFLDraw(form, bitmap, page, 0, 0, wide, high, 0, flags);
    const start = engine.FPDFBitmap_GetBuffer(bitmap);
    const stride = engine.FPDFBitmap_GetStride(bitmap);
    const { HEAPU8 } = engine.memory;
    const data = new Uint8ClampedArray(wide * high * 4);
    if (stride === wide * 4) data.set(HEAPU8.subarray(start, start + data.length));
    else
      for (let y = 0; y < high; y += 1)
        data.set(HEAPU8.subarray(start + y * stride, start + y * stride + wide * 4), y * wide * 4);
    return { width: wide, height: high, data };
  } finally {
    engine.FPDFBitmap_Destroy(bitmap);
  }
}
