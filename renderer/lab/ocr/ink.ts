import { areasOf } from './areas';
import { extreme } from './grey';
import type { Grey } from './grey';
import { sidesAcross, sidesDown, spanOf } from './sides';

/** Neighbours that differ by no more belong to one ground: the coding of a JPEG makes an even ground a little uneven. */
const sameGround = 3;
/** A ground is at least so large a part of the picture: more than any letter, less than the smallest bubble. */
const smallestGround = 0.0012;
/** Share of the pixels that must lie on such a ground for a picture to count as drawn by a program. */
const evenShare = 0.5;
/** What is wider and higher than this part of the width is no writing: a picture in a message stays as it is. */
const largestWriting = 1 / 8;
/** As little contrast is noise of the coding or a pattern of the wallpaper: at least this, and this part of what is written. */
const faintest = { least: 24, share: 0.2 } as const;
/** As much is writing, however pale (the time in a bubble), and becomes as dark as the rest. */
const plain = { least: 48, share: 0.36 } as const;

export interface Ink {
  /** Dark letters on white, whatever they were; the picture itself where it is no drawn one. */
  readonly grey: Grey;
  /** How far each pixel is from its ground, and how far the writing is. Null where the picture is no drawn one. */
  readonly contrast: { readonly grey: Grey; readonly written: number } | null;
}

/**
 * Screenshots set light letters on dark bubbles beside dark letters on light ones, which the engine's one threshold for
 * the whole page cannot tell apart. Here each pixel is compared with the even ground it lies on, and drawn the darker the
 * further it is from it. A photograph has no such ground and stays as it is.
 */
export function inkOf(grey: Grey): Ink {
  const isGround = groundOf(grey);
  let even = 0;
  for (const each of isGround) even += each;
  if (even < evenShare * grey.data.length) return { grey, contrast: null };
  const contrast = against(grey, isGround);
  const written = writtenContrast(contrast);
  return { grey: strengthen(contrast, written), contrast: { grey: contrast, written } };
}

/**
 * Each pixel against the grounds on both sides of it: the way across a letter begins and ends in its own bubble. In a JPEG
 * the dirt around letters joins all of a line, and the line with the edge of its bubble; where the two sides are not of one
 * ground, or far apart, the way down may be the shorter one, and ends where it should.
 */
function against(grey: Grey, isGround: Uint8Array): Grey {
  const { data, width, height } = grey;
  const across = sidesAcross(grey, isGround);
  const down = sidesDown(grey, isGround);
  const longest = Math.max(8, width * largestWriting);
  const ink = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 1) {
    if (isGround[at] === 1) continue;
    const wide = across.span[at] ?? 0;
    const isInOne = wide <= longest && (across.high[at] ?? 0) - (across.low[at] ?? 0) <= sameGround;
    const { low, high, span } = isInOne || wide <= (down.span[at] ?? 0) ? across : down;
    const value = data[at] ?? 0;
    const [darker, lighter] = [low[at] ?? 0, high[at] ?? 0];
    if (spanOf(span[at] ?? 0) > longest) {
      // Whatever it is, light writing comes on dark grounds.
      ink[at] = darker + lighter < 255 ? value : 255 - value;
    } else {
      // What lies between two grounds is the blended edge of a bubble: only what is outside of both is ink.
      ink[at] = Math.max(value - lighter, darker - value, 0);
    }
  }
  return { data: ink, width, height };
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

/** The contrast that the strongest tenth of everything above the noise has. */
function writtenContrast({ data }: Grey): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  const above = counts.subarray(faintest.least).reduce((sum, count) => sum + count, 0);
  let contrast = 255;
  for (let left = above / 10; contrast > faintest.least; contrast -= 1) {
    left -= counts[contrast] ?? 0;
    if (left < 0) break;
  }
  return contrast;
}

/** Pale letters become as dark as others: each is measured by the strongest near it. What is too pale is left out. */
function strengthen(ink: Grey, written: number): Grey {
  const { data, width, height } = ink;
  const reach = Math.min(16, Math.max(4, Math.round(Math.min(width, height) / 90)));
  const most = extreme(ink, reach, true).data;
  const from = Math.max(faintest.least, faintest.share * written);
  const to = Math.max(plain.least, plain.share * written);
  const factors = Float64Array.from({ length: 256 }, (_, near) => {
    const share = Math.min(1, Math.max(0, (near - from) / (to - from)));
    return (share * 255) / Math.max(to, near);
  });
  const out = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 1) {
    out[at] = 255 - Math.min(255, (data[at] ?? 0) * (factors[most[at] ?? 0] ?? 0));
  }
  return { data: out, width, height };
}
