import type { Size } from './places';

/** A page of a redacted copy has so many pixels to the inch, and no more pixels than the drawing of pages allows by itself. */
export const sheetDpi = 200;
export const mostSheetPixels = 20_000_000;

/** The page that a page of a scan (a TIFF of several) becomes in a redacted copy: in pixels, and in points. */
export function sheetOf({ width, height }: Size): { readonly pixels: Size; readonly points: Size } {
  const scale = Math.min(1, Math.sqrt(mostSheetPixels / (width * height)));
  const pixels = {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  };
  return {
    pixels,
    points: { width: (pixels.width * 72) / sheetDpi, height: (pixels.height * 72) / sheetDpi },
  };
}
