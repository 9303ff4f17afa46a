import { bands, contrastOf, resampleRows, rowsDiffer } from './descriptor';
import type { Descriptor } from './descriptor';

/** Rows of a picture, from `top` up to but without `bottom`. */
export interface RowSpan {
  readonly top: number;
  readonly bottom: number;
}

/** How two pictures that look alike differ, row by row. */
export interface Comparison {
  /** Share of the rows with something on them that differ, 0 to 1. */
  readonly differs: number;
  /** Where they differ, in rows of each picture, at most `mostSpans` of them. */
  readonly spansOfA: readonly RowSpan[];
  readonly spansOfB: readonly RowSpan[];
  /** The one that shows less, with the share of the other that is missing above and below; null when both show the same part. */
  readonly cropped: { readonly which: 'a' | 'b'; readonly top: number; readonly bottom: number } | null;
  /** Drawn to the same number of pixels across. */
  readonly sameScale: boolean;
}

/** Above this share of differing rows two pictures do not look alike. */
export const alikeBelow = 0.1;
export const mostSpans = 40;

/** What a copy may have lost of its height: status bar, navigation bar. */
const mostCropped = 0.12;
/** Differences of brightness that compression makes, and that making smaller makes as well. */
const noise = { same: 14, scaled: 26 };
/** A row whose bands differ by less is empty ground. */
const emptyBelow = 8;
/** Rows between two spans that are not worth showing apart. */
const closeTogether = 12;

/** Null when they do not look alike. Swapping the two swaps the answer. */
export function comparePictures(a: Descriptor, b: Descriptor): Comparison | null {
  const sameScale = a.width === b.width;
  const scale = Math.min(a.width, b.width);
  const [inA, inB] = [toScale(a, scale), toScale(b, scale)];
  const [rowsA, rowsB] = [inA.length / bands, inB.length / bands];
  const surplus = Math.abs(rowsA - rowsB);
  const longer = Math.max(rowsA, rowsB);
  if (surplus > Math.max(2, longer * mostCropped)) return null;
  const aIsLonger = rowsA >= rowsB;
  const [long, short] = aIsLonger ? [inA, inB] : [inB, inA];
  const offset = bestOffset(long, short, surplus);
  const limit = sameScale ? noise.same : noise.scaled;
  const found = differences(long, short, offset, limit);
  if (found === null || found.share > alikeBelow) return null;

  const factor = (descriptor: Descriptor, rows: number): number => descriptor.height / rows;
  const ofLong = found.spans.map(({ top, bottom }) => ({ top: top + offset, bottom: bottom + offset }));
  const spans = (descriptor: Descriptor, own: Uint8Array, isLong: boolean): readonly RowSpan[] =>
    (isLong ? ofLong : found.spans).map(({ top, bottom }) => ({
      top: Math.floor(top * factor(descriptor, own.length / bands)),
      bottom: Math.min(descriptor.height, Math.ceil(bottom * factor(descriptor, own.length / bands))),
    }));
  // A row or two is what rounding does when a picture is made smaller.
  const isCropped = surplus > Math.max(2, longer * 0.006);
  return {
    differs: found.share,
    spansOfA: spans(a, inA, aIsLonger),
    spansOfB: spans(b, inB, !aIsLonger),
    cropped: isCropped
      ? { which: aIsLonger ? 'b' : 'a', top: offset / longer, bottom: (surplus - offset) / longer }
      : null,
    sameScale,
  };
}

function toScale(descriptor: Descriptor, width: number): Uint8Array {
  if (descriptor.width === width) return descriptor.rows;
  const count = Math.max(1, Math.round((descriptor.height * width) / descriptor.width));
  return Uint8Array.from(resampleRows(descriptor.rows, 0, descriptor.height, count), (value) =>
    Math.round(value),
  );
}

/** How many rows of the longer one lie above the first of the shorter one: tried on every eighth row, then exactly. */
function bestOffset(long: Uint8Array, short: Uint8Array, surplus: number): number {
  if (surplus === 0) return 0;
  const rows = short.length / bands;
  const step = Math.max(1, Math.floor(rows / 160));
  let best = 0;
  let least = Infinity;
  for (let offset = 0; offset <= surplus; offset += 1) {
    let sum = 0;
    for (let y = 0; y < rows && sum < least; y += step) {
      for (let band = 0; band < bands; band += 1) {
        const apart = (long[(y + offset) * bands + band] ?? 0) - (short[y * bands + band] ?? 0);
        sum += Math.min(40, Math.abs(apart));
      }
    }
    if (sum < least) [least, best] = [sum, offset];
  }
  return best;
}

/** Null when there is hardly anything on them to compare. Spans are in rows of the shorter one. */
function differences(
  long: Uint8Array,
  short: Uint8Array,
  offset: number,
  limit: number,
): { readonly share: number; readonly spans: readonly RowSpan[] } | null {
  const rows = short.length / bands;
  const spans: { top: number; bottom: number }[] = [];
  let filled = 0;
  let apart = 0;
  for (let y = 0; y < rows; y += 1) {
    const differs = rowsDiffer(long, y + offset, short, y, limit);
    if (!differs && contrastOf(short, y) < emptyBelow && contrastOf(long, y + offset) < emptyBelow) continue;
    filled += 1;
    if (!differs) continue;
    apart += 1;
    const last = spans.at(-1);
    if (last !== undefined && y - last.bottom <= closeTogether) last.bottom = y + 1;
    else spans.push({ top: y, bottom: y + 1 });
  }
  if (filled - apart < Math.max(8, rows * 0.05)) return null;
  return { share: apart / filled, spans: spans.slice(0, mostSpans) };
}
