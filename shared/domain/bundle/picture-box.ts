/**
 * The box a picture is shown in on an A4 page of a bundle, and what follows for its pixels. General guidance on
 * electronic court bundles (29 November 2021), paragraph 9: not more than 300 dpi.
 */

/** A4 and lengths in points (1/72 inch). */
export const pageSize = { width: 595.28, height: 841.89 } as const;
export const margin = 56;
/** Room under the caption and above the page number. */
export const box = { x: margin, y: 70, width: pageSize.width - 2 * margin, height: 610 } as const;
export const highestDpi = 300;
/** A picture is never blown up past this: 96 pixels to the inch is the size it had on a screen. */
const lowestDpi = 96;

/** Largest picture, in pixels, that still fits the box at 300 dpi. */
export const largestInBox = {
  width: Math.floor((box.width / 72) * highestDpi),
  height: Math.floor((box.height / 72) * highestDpi),
} as const;

/** A copy of a picture that is no larger than that. */
export const fittedToBox = {
  maxWidth: largestInBox.width,
  maxHeight: largestInBox.height,
  format: 'jpeg',
} as const;

/** A screenshot taller than this many boxes is cut over several pages, so that its text stays readable. */
const tallerThan = 1.6;
/** Width given to a picture that is cut over pages, as a share of the box. */
const cutWidth = 0.62;
/** Each further piece repeats this much of the one before, as a share of the box's height. */
const overlap = 0.04;

/** One piece of a picture on one page: which pixel rows it shows and where they go, in points from bottom left. */
export interface PicturePiece {
  readonly top: number;
  readonly bottom: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Places a picture of the given pixels (already upright) in the box: one piece, or several for a very tall one.
 * No piece is above 300 dpi if the picture is not larger than `largestFor` allows.
 */
export function placePicture(pixels: {
  readonly width: number;
  readonly height: number;
}): readonly PicturePiece[] {
  const fit = Math.min(box.width / pixels.width, box.height / pixels.height, 72 / lowestDpi);
  const tall = pixels.height / pixels.width > (box.height / box.width) * tallerThan * 1.35;
  if (!tall) {
    const width = pixels.width * fit;
    const height = pixels.height * fit;
    return [
      {
        top: 0,
        bottom: pixels.height,
        x: box.x + (box.width - width) / 2,
        y: box.y + box.height - height,
        width,
        height,
      },
    ];
  }
  const scale = Math.min((box.width * cutWidth) / pixels.width, 72 / lowestDpi);
  const rows = Math.floor(box.height / scale);
  const step = Math.floor(rows * (1 - overlap));
  const pieces: PicturePiece[] = [];
  for (let top = 0; top === 0 || top + rows - step < pixels.height; top += step) {
    const bottom = Math.min(pixels.height, top + rows);
    const height = (bottom - top) * scale;
    pieces.push({
      top,
      bottom,
      x: box.x + (box.width - pixels.width * scale) / 2,
      y: box.y + box.height - height,
      width: pixels.width * scale,
      height,
    });
  }
  return pieces;
}

/** Effective resolution of a placed picture in dots per inch. */
export function dpiOf(pixels: { readonly width: number; readonly height: number }): number {
  const piece = placePicture(pixels)[0];
  return piece === undefined ? 0 : (pixels.width * 72) / piece.width;
}

/** Largest size, in pixels, the same picture may have in a bundle: the given size when that is at most 300 dpi. */
export function largestFor(pixels: { readonly width: number; readonly height: number }): {
  readonly width: number;
  readonly height: number;
} {
  const dpi = dpiOf(pixels);
  if (dpi <= highestDpi) return pixels;
  const scale = highestDpi / dpi;
  return {
    width: Math.max(1, Math.floor(pixels.width * scale)),
    height: Math.max(1, Math.floor(pixels.height * scale)),
  };
}

/** What is known of a picture file's own coding. */
export interface PictureCoding {
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  /** EXIF orientation 1 to 8. */
  readonly orientation: number;
  /** From the PNG's IHDR, else null. */
  readonly png: {
    readonly colourType: number;
    readonly bitDepth: number;
    readonly interlaced: boolean;
    readonly transparent: boolean;
    /** What its data holds is not what is seen of it, which moves. */
    readonly movesApart?: boolean;
  } | null;
  /** Components of the JPEG: 1 grey, 3 colour, 4 CMYK; else null. */
  readonly jpegComponents: number | null;
  /** False when the file ends early or a checksum in it is wrong: then only what was decoded can be printed. */
  readonly complete: boolean;
}

/** Orientations 5 to 8 lie on their side. */
export function uprightSize({
  width,
  height,
  orientation,
}: Pick<PictureCoding, 'width' | 'height' | 'orientation'>) {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/**
 * Which copy a bundle needs: null when the original can go in undecoded (JPEG in grey or colour, PNG without
 * transparency and interlacing, both at most 300 dpi), else the largest size and the format.
 */
export function renditionNeeded(
  coding: PictureCoding,
): { readonly maxWidth: number; readonly maxHeight: number; readonly format: 'png' | 'jpeg' } | null {
  const largest = largestFor(uprightSize(coding));
  const tooFine = largest.width < uprightSize(coding).width;
  const jpeg = coding.mime === 'image/jpeg' && (coding.jpegComponents === 1 || coding.jpegComponents === 3);
  const png =
    coding.mime === 'image/png' &&
    coding.orientation === 1 &&
    coding.png !== null &&
    [0, 2, 3].includes(coding.png.colourType) &&
    coding.png.bitDepth <= 8 &&
    !coding.png.interlaced &&
    !coding.png.transparent &&
    coding.png.movesApart !== true;
  if (!tooFine && coding.complete && (jpeg || png)) return null;
  // A screenshot has sharp letters, which JPEG would blur; a photograph would only grow as PNG.
  const format = ['image/png', 'image/gif', 'image/bmp'].includes(coding.mime) ? 'png' : 'jpeg';
  return { maxWidth: largest.width, maxHeight: largest.height, format };
}
