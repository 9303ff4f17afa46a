/**
 * How a sheet of evidence is divided. A page of A4 keeps at least 94 % of its size, so that letters of 12 points stay above
 * 11 (PD27A 2026: not less than 12 in what is typed for the court; what is exhibited keeps as near to it as the caption and
 * the number allow). Lengths in points from the bottom left.
 */

export const portrait = { width: 595.28, height: 841.89 } as const;
export const landscape = { width: 841.89, height: 595.28 } as const;

/** What of a page's size is kept at the least where it is A4. */
export const leastScale = 0.94;

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where evidence lies. Below it, or on a landscape sheet beside it, is the number of the page; above it the caption. */
export const evidenceBox = {
  portrait: { x: 6, y: 23.4, width: portrait.width - 12, height: portrait.height * leastScale + 0.2 },
  landscape: {
    x: 4,
    y: 5,
    width: landscape.width * leastScale + 0.2,
    height: landscape.height * leastScale + 0.2,
  },
} as const;

/** Where the lines of a caption stand, and their type. */
export const caption = { size: 7.5, left: 18, firstLine: 15, lineHeight: 9 } as const;

/** The plate with the number of a page: below evidence, or on a landscape sheet right of it. `text` is how wide the number is. */
export function platePlace(
  { width, height }: { readonly width: number; readonly height: number },
  text: number,
): Rect {
  const room = Math.max(28, text + 10);
  if (width > height) return { x: width - 6 - room, y: 8, width: room, height: 15 };
  return { x: width - 18 - room, y: 6, width: room, height: 15 };
}
