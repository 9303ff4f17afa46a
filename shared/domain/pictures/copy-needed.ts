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

/** Chromium shows these as they are, so that their copy for bundles can be made later. */
const shownSoon = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);
/** The most bytes of such a picture. */
const largestShown = 60 * 1024 * 1024;

/** True for a picture whose copy for bundles nobody waits for at import. */
export function isCopiedLater(mime: string, bytes: number): boolean {
  return shownSoon.has(mime) && bytes <= largestShown;
}
