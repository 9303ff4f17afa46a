/** Rows that are drawn, measured and fetched together: two or three times what a window shows, so that a key is answered at once. */
export const chunkRows = 12;
/** Rows in one part of a list; beyond some millions of pixels a browser's scrolling is no longer exact. */
export const partRows = 200_000;

/** Where each chunk begins, from what was measured of them and a guess in pixels a row for the rest. */
export interface Heights {
  readonly total: number;
  readonly offsetOf: (chunk: number) => number;
  /** The chunk at a distance from the top. */
  readonly at: (distance: number) => number;
}

export function heightsOf(rows: number, measured: ReadonlyMap<number, number>, rowGuess: number): Heights {
  const chunks = Math.ceil(rows / chunkRows);
  const offsets = new Float64Array(chunks + 1);
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const guess = Math.min(chunkRows, rows - chunk * chunkRows) * rowGuess;
    offsets[chunk + 1] = (offsets[chunk] ?? 0) + (measured.get(chunk) ?? guess);
  }
  return {
    total: offsets[chunks] ?? 0,
    offsetOf: (chunk) => offsets[Math.min(Math.max(chunk, 0), chunks)] ?? 0,
    at: (distance) => {
      let [low, high] = [0, Math.max(0, chunks - 1)];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((offsets[middle] ?? 0) <= distance) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/** Chunks to draw: those in sight and one on each side. */
export function chunksInSight(
  heights: Heights,
  rows: number,
  scrollTop: number,
  viewport: number,
): { readonly first: number; readonly last: number } {
  const chunks = Math.ceil(rows / chunkRows);
  return {
    first: Math.max(0, heights.at(scrollTop) - 1),
    last: Math.min(chunks - 1, heights.at(scrollTop + viewport) + 1),
  };
}
