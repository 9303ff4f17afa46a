/** Longest strip in pixels: what the engine and its copies of a picture need stays within some hundred megabytes. */
const longest = 3600;
/** Rows that two strips share: more than the height of any line of a screenshot. */
const shared = 240;

export interface Strip {
  readonly top: number;
  readonly bottom: number;
  /** Words whose middle lies from here ... */
  readonly from: number;
  /** ... to before here belong to this strip; the one beside it has read the others whole. */
  readonly to: number;
}

/** Cuts a tall picture into strips that overlap, so that every line lies whole in one of them. */
export function stripsOf(height: number): readonly Strip[] {
  const count = height <= longest ? 1 : Math.ceil((height - shared) / (longest - shared));
  const step = (height - shared) / count;
  return Array.from({ length: count }, (_, index) => {
    const top = index === 0 ? 0 : Math.round(index * step);
    const bottom = index === count - 1 ? height : Math.round((index + 1) * step) + shared;
    return {
      top,
      bottom,
      from: index === 0 ? 0 : top + shared / 2,
      to: index === count - 1 ? Number.POSITIVE_INFINITY : bottom - shared / 2,
    };
  });
}
