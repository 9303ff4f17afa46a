/** Chromium shows these as they are. */
const kinds = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** The most bytes of a picture that a screen gets at once. */
export const largestShown = 60 * 1024 * 1024;

/** True for a picture that is looked at in its own coding; any other is looked at in a copy. */
export function isShownAsIs(mime: string, bytes: number): boolean {
  return kinds.has(mime) && bytes <= largestShown;
}
