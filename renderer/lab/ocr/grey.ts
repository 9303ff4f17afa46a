/** One byte a pixel, 0 black to 255 white, row by row. */
export interface Grey {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Luma of ITU-R BT.601, in whole numbers. */
export function greyOf(rgba: Uint8ClampedArray, width: number, height: number): Grey {
  const data = new Uint8Array(width * height);
  for (let to = 0, from = 0; to < data.length; to += 1, from += 4) {
    data[to] = ((rgba[from] ?? 0) * 77 + (rgba[from + 1] ?? 0) * 150 + (rgba[from + 2] ?? 0) * 29) >> 8;
  }
  return { data, width, height };
}

/** The highest (or lowest) value within `reach` pixels to each side, along rows and then columns (van Herk's method). */
export function extreme(grey: Grey, reach: number, highest: boolean): Grey {
  const { width, height } = grey;
  const across = along(grey.data, height, width, width, 1, reach, highest);
  return { data: along(across, width, height, 1, width, reach, highest), width, height };
}

function along(
  source: Uint8Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  reach: number,
  highest: boolean,
): Uint8Array {
  const size = 2 * reach + 1;
  // Inverted, the highest becomes the lowest: one loop serves both.
  const flip = highest ? 0 : 255;
  const out = new Uint8Array(source.length);
  const padded = Math.ceil((length + 2 * reach) / size) * size;
  const values = new Uint8Array(padded);
  const forward = new Uint8Array(padded);
  const backward = new Uint8Array(padded);
  for (let line = 0; line < lines; line += 1) {
    const start = line * lineStep;
    values.fill(0);
    for (let at = 0; at < length; at += 1) values[at + reach] = (source[start + at * step] ?? 0) ^ flip;
    for (let at = 0; at < padded; at += 1) {
      const value = values[at] ?? 0;
      forward[at] = at % size === 0 ? value : Math.max(value, forward[at - 1] ?? 0);
    }
    for (let at = padded - 1; at >= 0; at -= 1) {
      const value = values[at] ?? 0;
      backward[at] = at % size === size - 1 ? value : Math.max(value, backward[at + 1] ?? 0);
    }
    for (let at = 0; at < length; at += 1) {
      out[start + at * step] = Math.max(backward[at] ?? 0, forward[at + size - 1] ?? 0) ^ flip;
    }
  }
  return out;
}

/** The mean within `reach` pixels to each side, along rows and then columns; the edge counts as often as it must. */
export function mean(grey: Grey, reach: number): Grey {
  const { width, height } = grey;
  const across = meanAlong(grey.data, height, width, width, 1, reach);
  return { data: meanAlong(across, width, height, 1, width, reach), width, height };
}

function meanAlong(
  source: Uint8Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  reach: number,
): Uint8Array {
  const out = new Uint8Array(source.length);
  const size = 2 * reach + 1;
  for (let line = 0; line < lines; line += 1) {
    const start = line * lineStep;
    const value = (at: number): number => source[start + Math.min(length - 1, Math.max(0, at)) * step] ?? 0;
    let sum = 0;
    for (let at = -reach; at <= reach; at += 1) sum += value(at);
    for (let at = 0; at < length; at += 1) {
      out[start + at * step] = sum / size;
      sum += value(at + reach + 1) - value(at - reach);
    }
  }
  return out;
}
