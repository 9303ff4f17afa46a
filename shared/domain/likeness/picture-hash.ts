import { bands, resampleRows } from './descriptor';

/**
 * A hash of 256 bits for finding candidates: the picture is drawn together to 16 by 16 cells, and each bit says whether a
 * cell is clearly brighter than its neighbour (a "difference hash"; the first bit of a row compares with the row above).
 * "Clearly" keeps the empty ground of screenshots at 0, where plain signs would be those of the noise. It stays the same
 * when a picture is made smaller or compressed again. It only finds candidates: screenshots of one app look much alike at
 * this size, so what it finds is always compared row by row before anybody sees it.
 */
export const hashWords = 8;

/** How much brighter is clearly brighter, of 255. */
const clearly = 3;
const cells = 16;

/** Of the part from `from` to `to` of the rows: 0 and 1 for all of them. */
export function hashRows(rows: Uint8Array, from = 0, to = 1): Int32Array<ArrayBuffer> {
  const height = rows.length / bands;
  const grid = resampleRows(rows, from * height, to * height, cells);
  const hash = new Int32Array(hashWords);
  let above = 0;
  for (let y = 0; y < cells; y += 1) {
    let mean = 0;
    for (let x = 0; x < cells; x += 1) mean += (grid[y * cells + x] ?? 0) / cells;
    for (let x = 0; x < cells; x += 1) {
      const here = grid[y * cells + x] ?? 0;
      const step = x > 0 ? here - (grid[y * cells + x - 1] ?? 0) : y > 0 ? mean - above : 0;
      const bit = y * cells + x;
      if (step > clearly) hash[bit >> 5] = (hash[bit >> 5] ?? 0) | (1 << (bit & 31));
    }
    above = mean;
  }
  return hash;
}

/** How many of the 32 bits are set. */
export function countBits(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many bits two hashes differ in. */
export function hashDistance(a: Int32Array, b: Int32Array): number {
  let distance = 0;
  for (let word = 0; word < hashWords; word += 1) distance += countBits((a[word] ?? 0) ^ (b[word] ?? 0));
  return distance;
}

export function hashToText(hash: Int32Array): string {
  return [...hash].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Null for anything that is no such hash. */
export function hashFromText(text: string): Int32Array<ArrayBuffer> | null {
  if (!/^[0-9a-f]{64}$/.test(text)) return null;
  return Int32Array.from({ length: hashWords }, (_, word) =>
    Number.parseInt(text.slice(word * 8, word * 8 + 8), 16),
  );
}
