import { mostTenths } from '../../models/page-turn';

/** One byte a pixel, 0 black to 255 white, row by row. */
interface Grey {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Longest side of what is looked at: lines of small print are still apart. */
export const longestLooked = 1000;
/** A pixel is ink when it is so much darker than what is around it. */
const darker = 0.85;
/** How far around, as a part of the longer side. */
const around = 1 / 24;
/** What lies so near an edge is the shadow of a scanner or the edge of the table. */
const edge = 0.03;
/** What is dark without a gap for so much of the width is a rule or an edge, and no letter. */
const longestRun = 1 / 14;
/** Less ink is no print; more is a picture. */
const share = { least: 0.002, most: 0.25 } as const;
/** Angles are tried from end to end in steps of so many tenths, then each near the best. */
const coarse = 5;
/** Beyond so many tenths beside the best, nothing may be nearly as good. */
const apart = 15;
const clear = { overMiddle: 1.6, overNext: 1.25 } as const;

/**
 * By how many tenths of a degree, clockwise, a page must be turned so that its lines lie level: by the rows in which its ink stands,
 * which are told apart best where they are level. Null where nothing stands in clear rows.
 */
export function crookedByRows(grey: Grey): number | null {
  const ink = inkOf(grey);
  const { width, height } = grey;
  const count = ink.length / 2;
  if (count < width * height * share.least || count > width * height * share.most) return null;
  const scores = new Map<number, number>();
  const scoreOf = (tenths: number): number => {
    const known = scores.get(tenths);
    if (known !== undefined) return known;
    const score = rowsApart(ink, grey, tenths);
    scores.set(tenths, score);
    return score;
  };
  const tried = Array.from(
    { length: Math.floor((2 * mostTenths) / coarse) + 1 },
    (_, index) => -mostTenths + index * coarse,
  );
  const near = best(tried, scoreOf);
  const found = best(
    Array.from({ length: 2 * coarse + 1 }, (_, index) => near - coarse + index),
    scoreOf,
  );
  // At the end of what is tried it may lie further still.
  if (Math.abs(found) >= mostTenths) return null;
  const sorted = tried.map(scoreOf).sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1] ?? 0;
  const next = Math.max(...tried.filter((each) => Math.abs(each - found) > apart).map(scoreOf));
  const top = scoreOf(found);
  if (top < middle * clear.overMiddle || top < next * clear.overNext) return null;
  // Ink that stands in a row of falling lines is brought level by turning the other way.
  return found === 0 ? 0 : -found;
}

function best(angles: readonly number[], scoreOf: (tenths: number) => number): number {
  let found = angles[0] ?? 0;
  for (const each of angles) if (scoreOf(each) > scoreOf(found)) found = each;
  return found;
}

/** How far neighbouring rows differ, when rows fall by this angle from left to right (Postl 1986). */
function rowsApart(ink: Int16Array, { width, height }: Grey, tenths: number): number {
  const slope = Math.tan((tenths * Math.PI) / 1800);
  const reach = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Uint32Array(height + 2 * reach + 1);
  for (let at = 0; at < ink.length; at += 2) {
    const row = Math.round((ink[at + 1] ?? 0) - (ink[at] ?? 0) * slope) + reach;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sum;
}

/** The places of all ink, x and y by turns: what is darker than its surroundings (Bradley and Roth 2007), without rules and edges. */
function inkOf(grey: Grey): Int16Array {
  const { data, width, height } = grey;
  const sums = sumsOf(grey);
  const reach = Math.max(4, Math.round(Math.max(width, height) * around));
  const rim = Math.round(Math.min(width, height) * edge);
  const longest = Math.max(8, Math.round(width * longestRun));
  const found: number[] = [];
  for (let y = rim; y < height - rim; y += 1) {
    let run = 0;
    for (let x = rim; x <= width - rim; x += 1) {
      const isInk =
        x < width - rim && (data[y * width + x] ?? 0) < darker * meanAt(sums, grey, { x, y, reach });
      if (isInk) {
        run += 1;
        found.push(x, y);
        continue;
      }
      if (run > longest) found.length -= 2 * run;
      run = 0;
    }
  }
  return Int16Array.from(found);
}

/** For every place the sum of all that is above it and to its left. */
function sumsOf({ data, width, height }: Grey): Float64Array {
  const wide = width + 1;
  const sums = new Float64Array(wide * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * wide + x + 1] = (sums[y * wide + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

function meanAt(
  sums: Float64Array,
  { width, height }: Grey,
  { x, y, reach }: { readonly x: number; readonly y: number; readonly reach: number },
): number {
  const wide = width + 1;
  const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
  const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
  const sum =
    (sums[bottom * wide + right] ?? 0) -
    (sums[top * wide + right] ?? 0) -
    (sums[bottom * wide + left] ?? 0) +
    (sums[top * wide + left] ?? 0);
  return sum / ((right - left) * (bottom - top));
}
