import encodeQR from 'qr';
import { decodeQR } from 'qr/decode.js';

/** Light squares around a code, without which a reader does not find it. */
const quiet = 4;

export interface QrShape {
  /** Squares on a side, those around it too. */
  readonly size: number;
  /** The dark squares as the path of an SVG, a square one unit wide. */
  readonly path: string;
}

/** A text as a QR code, with enough spare for a photograph of a screen. */
export function qrShape(text: string): QrShape {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('');
  return { size: rows.length, path };
}

/** A picture as rows of red, green, blue and opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The text of a QR code that is in a picture; null where none is found. */
export function readQr(pixels: Pixels): string | null {
  try {
    return decodeQR(pixels, { timeLimit: 1500, effort: 8 });
  } catch {
    // What it throws is that there is none, or that too much of it is missing.
    return null;
  }
}
