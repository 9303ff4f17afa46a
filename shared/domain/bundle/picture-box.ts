import { placeOnSheets } from './place';
import { evidenceBox } from './sheet';

/**
 * What follows for the pixels of a picture from its place on a sheet of a bundle. General guidance on electronic court bundles
 * (29 November 2021), paragraph 9: not more than 300 dpi.
 */

export const highestDpi = 300;
/** A picture is never blown up past this: 96 pixels to the inch is the size it had on a screen. */
const lowestDpi = 96;

interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** Largest picture, in pixels, that still fits an upright sheet at 300 dpi. */
export const largestInBox = {
  width: Math.floor((evidenceBox.portrait.width / 72) * highestDpi),
  height: Math.floor((evidenceBox.portrait.height / 72) * highestDpi),
} as const;

/** A copy of a picture that is no larger than that. */
export const fittedToBox = {
  maxWidth: largestInBox.width,
  maxHeight: largestInBox.height,
  format: 'jpeg',
} as const;

/** A screenshot of a wide screen or a panorama gets a landscape sheet; a photograph is large enough on an upright one. */
const wideFrom = 1.6;

/**
 * Places a picture of the given pixels (already upright) on sheets: one piece, or several for a very tall one. No piece is
 * above 300 dpi if the picture is not larger than `largestFor` allows.
 */
export function placePicture(pixels: Pixels) {
  return placeOnSheets(pixels, { most: 72 / lowestDpi, wideFrom });
}

/** Effective resolution of a placed picture in dots per inch. */
export function dpiOf(pixels: Pixels): number {
  const { scale } = placePicture(pixels);
  return 72 / scale;
}

/** Largest size, in pixels, the same picture may have in a bundle: the given size when that is at most 300 dpi. */
export function largestFor(pixels: Pixels): Pixels {
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
