import { areasOf } from './areas';
import type { Grey } from './grey';

/** Letters smaller than this (the small ones, without what stands out above or below) are read better at twice the size. */
const smallest = 11;

/** The middle height of what is printed dark on white, in pixels: that of a small letter. Null without any. */
export function letterHeight(grey: Grey): number | null {
  const { data, width, height } = grey;
  const binary = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 1) binary[at] = (data[at] ?? 0) < 128 ? 1 : 0;
  const { areaOf, size, top, bottom, starts } = areasOf({ data: binary, width, height }, 0);
  const heights: number[] = [];
  for (const [run, area] of areaOf.entries()) {
    if (run !== area || binary[starts[run] ?? 0] !== 1) continue;
    const high = (bottom[area] ?? 0) - (top[area] ?? 0) + 1;
    // Dots, dashes and the frames of boxes say nothing about the letters.
    if (high >= 4 && high <= height / 8 && (size[area] ?? 0) >= 8) heights.push(high);
  }
  heights.sort((a, b) => a - b);
  return heights.length < 10 ? null : (heights[Math.floor(heights.length / 2)] ?? null);
}

/** How much larger a picture should be drawn for reading it. */
export function scaleFor(grey: Grey): 1 | 2 {
  const letters = letterHeight(grey);
  return letters !== null && letters < smallest ? 2 : 1;
}

/** Twice as large in both directions, blended between the pixels. */
export function doubled({ data, width, height }: Grey): Grey {
  const wide = width * 2;
  const out = new Uint8Array(wide * height * 2);
  for (let y = 0; y < height * 2; y += 1) {
    // Centres of the new pixels lie a quarter of an old one beside its centre.
    const near = y >> 1;
    const far = Math.min(height - 1, Math.max(0, near + ((y & 1) === 0 ? -1 : 1)));
    for (let x = 0; x < wide; x += 1) {
      const here = x >> 1;
      const beside = Math.min(width - 1, Math.max(0, here + ((x & 1) === 0 ? -1 : 1)));
      out[y * wide + x] =
        (9 * (data[near * width + here] ?? 0) +
          3 * (data[near * width + beside] ?? 0) +
          3 * (data[far * width + here] ?? 0) +
          (data[far * width + beside] ?? 0)) >>
        4;
    }
  }
  return { data: out, width: wide, height: height * 2 };
}
