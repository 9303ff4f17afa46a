/** Quickly decoded: drawn by the lab whenever somebody looks at one. */
const kinds = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** The most bytes of a picture that are read to be shown. */
export const largestShown = 60 * 1024 * 1024;

/** True for a picture that is drawn from its original when it is looked at; of any other, a copy made at import is shown. */
export function isDrawnToShow(mime: string, bytes: number): boolean {
  return kinds.has(mime) && bytes <= largestShown;
}
