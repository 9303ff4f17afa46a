/**
 * What a picture looks like, row by row: the mean brightness of sixteen bands from left to right, one byte each. Rows keep
 * their number, because how far one screenshot was scrolled against another is counted in rows; columns are averaged,
 * because that swallows the noise of compression. Everything else about likeness is computed from this, so that a picture is
 * decoded once.
 */
export interface Descriptor {
  readonly width: number;
  readonly height: number;
  /** `height` times `bands` bytes. */
  readonly rows: Uint8Array;
}

export const bands = 16;

/** Taller pictures are not compared: a descriptor is 16 bytes a row, and no phone makes a screenshot so tall. */
export const mostRows = 60_000;

/** Pixels of four bytes (red, green, blue, unused) to bands, one after the other into `target` from `start` on. */
export function addPixelRows(
  pixels: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  target: Uint8Array,
  start: number,
): void {
  const edges = Array.from({ length: bands + 1 }, (_, band) => Math.floor((band * width) / bands));
  for (let y = 0; y < height; y += 1) {
    const line = y * width * 4;
    for (let band = 0; band < bands; band += 1) {
      const from = Math.min(edges[band] ?? 0, width - 1);
      const to = Math.max(edges[band + 1] ?? 0, from + 1);
      let sum = 0;
      for (let at = line + from * 4, end = line + to * 4; at < end; at += 4) {
        // Luma of ITU-R BT.601 in 256ths.
        sum += 77 * (pixels[at] ?? 0) + 150 * (pixels[at + 1] ?? 0) + 29 * (pixels[at + 2] ?? 0);
      }
      target[start + y * bands + band] = Math.round(sum / (256 * (to - from)));
    }
  }
}

/** Rows `from` to `to` (fractions allowed) drawn together or apart to `count` rows, each the mean of what it covers. */
export function resampleRows(
  rows: Uint8Array,
  from: number,
  to: number,
  count: number,
): Float32Array<ArrayBuffer> {
  const height = rows.length / bands;
  const made = new Float32Array(count * bands);
  const step = (to - from) / count;
  for (let row = 0; row < count; row += 1) {
    const top = from + row * step;
    const bottom = top + step;
    const last = Math.min(height - 1, Math.ceil(bottom) - 1);
    let weights = 0;
    for (let y = Math.max(0, Math.floor(top)); y <= last; y += 1) {
      const weight = Math.min(y + 1, bottom) - Math.max(y, top);
      if (weight <= 0) continue;
      weights += weight;
      for (let band = 0; band < bands; band += 1) {
        const at = row * bands + band;
        made[at] = (made[at] ?? 0) + weight * (rows[y * bands + band] ?? 0);
      }
    }
    if (weights === 0) continue;
    for (let band = 0; band < bands; band += 1) {
      const at = row * bands + band;
      made[at] = (made[at] ?? 0) / weights;
    }
  }
  return made;
}

/** The same as bytes. */
export function resampleToBytes(rows: Uint8Array, count: number): Uint8Array<ArrayBuffer> {
  const made = resampleRows(rows, 0, rows.length / bands, count);
  return Uint8Array.from(made, (value) => Math.round(value));
}

/** Difference between the brightest and the darkest band of a row: next to nothing on empty ground. */
export function contrastOf(rows: Uint8Array, y: number): number {
  let least = 255;
  let most = 0;
  for (let at = y * bands, end = at + bands; at < end; at += 1) {
    const value = rows[at] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
}

/** True when any band of two rows differs by more than `limit`. */
export function rowsDiffer(a: Uint8Array, ya: number, b: Uint8Array, yb: number, limit: number): boolean {
  for (let band = 0; band < bands; band += 1) {
    if (Math.abs((a[ya * bands + band] ?? 0) - (b[yb * bands + band] ?? 0)) > limit) return true;
  }
  return false;
}
