interface Size {
  readonly width: number;
  readonly height: number;
}

/** Longest side of a drawn picture: finer than any screen, and small enough to come soon. */
export const largestDrawn = 6000;

/** A picture whose shorter side is longer than this is shown smaller at first, because that is there sooner. */
const shorterSide = 1600;

/** How large a picture is shown at first: as it is where that is soon there; a tall screenshot keeps its width. Not rounded. */
export function shownFirst({ width, height }: Size): Size {
  const scale = Math.min(1, shorterSide / Math.min(width, height), largestDrawn / Math.max(width, height));
  return { width: width * scale, height: height * scale };
}

/** True when a picture is looked at so closely that what is shown at first is not sharp enough. `scale`: in pixels of the screen to one of its own. */
export function needsWhole(own: Size, scale: number): boolean {
  return own.width * scale > shownFirst(own).width + 1 && shownFirst(own).width < own.width;
}
