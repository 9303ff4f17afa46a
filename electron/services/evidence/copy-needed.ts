import { renditionNeeded, uprightSize } from '../../../shared/domain/bundle/picture-box';
import { sizeStraight } from '../../../shared/domain/pictures/straight';
import type { PictureHeader } from '../../formats/picture-header';

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
