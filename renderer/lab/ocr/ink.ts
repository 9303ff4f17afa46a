import { areasOf } from './areas';
import { extreme } from './grey';
import type { Grey } from './grey';

/** Neighbours that differ by no more belong to one ground: the coding of a JPEG makes an even ground a little uneven. */
const sameGround = 3;
/** A ground is at least so large a part of the picture: more than any letter, less than the smallest bubble. */
const smallestGround = 0.0012;
/** Share of the pixels that must lie on such a ground for a picture to count as drawn by a program. */
const evenShare = 0.5;
/** A letter is narrower than this part of the width: what is wider (a picture in a message) stays as it is. */
const widestLetter = 1 / 8;
/** Rows of pixels an edge may take between two grounds. */
const thickestEdge = 2;
/** Less contrast than this is noise of the picture's coding or a pattern of the wallpaper, and is not made into letters. */
const faintest = 48;

/**
 * Screenshots set light letters on dark bubbles beside dark letters on light ones, which the engine's one threshold for
 * the whole page cannot tell apart. Here each pixel is compared with the even ground it lies on, and drawn the darker the
 * further it is from it: dark letters on white, whatever they were. A photograph has no such ground and stays as it is.
 */
export function inkOf(grey: Grey): { readonly grey: Grey; readonly drawn: boolean } {
  const { data, width, height } = grey;
  const isGround = groundOf(grey);
  let even = 0;
  for (const each of isGround) even += each;
  if (even < evenShare * data.length) return { grey, drawn: false };
  const ink = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) inkOfRow(grey, isGround, y, ink);
  return { grey: strengthen({ data: ink, width, height }), drawn: true };
}

/** How far each pixel of a row is from the ground beside it. */
function inkOfRow({ data, width }: Grey, isGround: Uint8Array, y: number, ink: Uint8Array): void {
  const start = y * width;
  const longest = Math.max(8, width * widestLetter);
  let x = 0;
  while (x < width) {
    if (isGround[start + x] === 1) {
      x += 1;
      continue;
    }
    let end = x;
    while (end < width && isGround[start + end] !== 1) end += 1;
    const right = data[start + Math.min(end, width - 1)] ?? 255;
    const left = x > 0 ? (data[start + x - 1] ?? 255) : right;
    const last = end < width ? right : left;
    const isLetter = end - x <= longest;
    for (; x < end; x += 1) {
      const value = data[start + x] ?? 0;
      // What lies between two grounds is the blended edge of a bubble: only what is outside of both is ink.
      ink[start + x] = isLetter
        ? Math.max(value - Math.max(left, last), Math.min(left, last) - value, 0)
        : inkOfColumn(isGround, start + x, width, value);
    }
  }
}

/** A wide run is the upper or lower edge of a bubble, which is thin, or no letter at all. */
function inkOfColumn(isGround: Uint8Array, at: number, width: number, value: number): number {
  for (let away = 1; away <= thickestEdge; away += 1) {
    for (const beside of [at - away * width, at + away * width]) {
      if (isGround[beside] === 1) return 0;
    }
  }
  return 255 - value;
}

/** 1 for each pixel that belongs to a large even area. */
function groundOf(grey: Grey): Uint8Array {
  const { data } = grey;
  const { starts, areaOf, size } = areasOf(grey, sameGround);
  const ground = new Uint8Array(data.length);
  const least = Math.max(120, smallestGround * data.length);
  for (const [run, start] of starts.entries()) {
    if ((size[areaOf[run] ?? 0] ?? 0) >= least) ground.fill(1, start, starts[run + 1] ?? data.length);
  }
  return ground;
}

/** Faint letters (the time in a bubble) become as dark as others: each is measured by the strongest near it. */
function strengthen(ink: Grey): Grey {
  const { data, width, height } = ink;
  const reach = Math.min(16, Math.max(4, Math.round(Math.min(width, height) / 90)));
  const most = extreme(ink, reach, true).data;
  const out = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 1) {
    out[at] = 255 - Math.min(255, ((data[at] ?? 0) * 255) / Math.max(faintest, most[at] ?? 0));
  }
  return { data: out, width, height };
}
