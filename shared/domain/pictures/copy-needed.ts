import { renditionNeeded, uprightSize } from '../bundle/picture-box';
import type { PictureHeader } from './picture-header';
import { sizeStraight } from './straight';

/** Which copy of a picture a bundle needs, or null where it takes its own coding. One that is straightened is drawn anew in any case. */
export function copyNeeded(
  header: PictureHeader,
  lies: { readonly mime: string; readonly orientation: number; readonly straightened: number },
): ReturnType<typeof renditionNeeded> {
  const { mime, orientation, straightened } = lies;
  const coding = { mime, ...header, orientation };
  if (straightened === 0) return renditionNeeded(coding);
  const size = sizeStraight(uprightSize(coding), straightened);
  return renditionNeeded({ ...coding, ...size, orientation: 1, complete: false });
}

/** Quickly decoded: drawn by the lab whenever somebody looks at one. */
const quickly = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** The most bytes of a picture that are read to be shown. */
export const largestShown = 60 * 1024 * 1024;

/**
 * True for a picture that is drawn from its original when it is looked at, so that nobody waits for its copy at import; of any other,
 * a copy made at import is shown. `bytes`: the length of the file.
 */
export function isDrawnToShow(mime: string, bytes: number): boolean {
  return quickly.has(mime) && bytes <= largestShown;
}
