import type { Grey } from './grey';

/** The areas of a picture whose neighbours differ by little. Runs are stretches of a row; each belongs to one area. */
export interface Areas {
  /** Where each run starts; it ends where the next one starts. */
  readonly starts: readonly number[];
  /** The area of each run. */
  readonly areaOf: readonly number[];
  /** Pixels, first and last row of each area, by its number. */
  readonly size: readonly number[];
  readonly top: readonly number[];
  readonly bottom: readonly number[];
}

/** Joins pixels with those beside and above them that differ by at most `tolerance`. */
export function areasOf({ data, width, height }: Grey, tolerance: number): Areas {
  const starts: number[] = [];
  const parents: number[] = [];
  const size: number[] = [];
  const top: number[] = [];
  const bottom: number[] = [];
  const find = (run: number): number => {
    let root = run;
    for (let up = parents[root] ?? root; up !== root; up = parents[root] ?? root) {
      parents[root] = parents[up] ?? up;
      root = up;
    }
    return root;
  };
  const join = (a: number, b: number): void => {
    const [one, other] = [find(a), find(b)];
    if (one === other) return;
    const [root, leaf] = (size[one] ?? 0) >= (size[other] ?? 0) ? [one, other] : [other, one];
    parents[leaf] = root;
    size[root] = (size[root] ?? 0) + (size[leaf] ?? 0);
    top[root] = Math.min(top[root] ?? 0, top[leaf] ?? 0);
    bottom[root] = Math.max(bottom[root] ?? 0, bottom[leaf] ?? 0);
  };
  let above = 0;
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    const firstOfRow = starts.length;
    let from = 0;
    for (let x = 1; x <= width; x += 1) {
      if (x < width && Math.abs((data[row + x] ?? 0) - (data[row + x - 1] ?? 0)) <= tolerance) continue;
      const run = starts.length;
      starts.push(row + from);
      parents.push(run);
      size.push(x - from);
      top.push(y);
      bottom.push(y);
      for (; above < firstOfRow; above += 1) {
        const first = (starts[above] ?? 0) - row + width;
        const end = above + 1 < firstOfRow ? (starts[above + 1] ?? 0) - row + width : width;
        const at = row + Math.max(first, from);
        if (Math.abs((data[at] ?? 0) - (data[at - width] ?? 0)) <= tolerance) join(run, above);
        // One that reaches as far or further touches the next run of this row as well, or is the last.
        if (end >= x) break;
      }
      if (above < firstOfRow) {
        const end = above + 1 < firstOfRow ? (starts[above + 1] ?? 0) - row + width : width;
        if (end === x) above += 1;
      }
      from = x;
    }
    above = firstOfRow;
  }
  return { starts, areaOf: parents.map((_, run) => find(run)), size, top, bottom };
}
