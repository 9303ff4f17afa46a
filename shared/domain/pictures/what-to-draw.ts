import { maxPixels } from '../../contract/lab';
import type { LabRequest } from '../../contract/lab';
import type { PictureSaid } from '../../contract/picture-said';
import type { PageTurn } from '../../models/page-turn';
import { fittedToBox } from '../bundle/picture-box';
import { copyNeeded, isDrawnToShow } from './copy-needed';
import { straightenedIn, turnedLayout } from './turned-layout';

type Picture = Extract<LabRequest, { type: 'image' }>;

export type ToDraw =
  | { readonly reason: 'file-too-large' | 'unreadable-image' }
  | {
      readonly lies: Pick<Picture, 'page' | 'orientation' | 'straightened' | 'rendition'>;
      /** A copy for bundles is needed and left for later, because the screen can do without it. */
      readonly isCopyLater: boolean;
    };

/**
 * What an import draws of a picture: a thumbnail, and a copy where neither a screen nor a bundle can take its own coding; or why
 * nothing. Sizes are judged by the header, before anything is decoded. `bytes`: the length of the file.
 */
export function whatToDraw(
  { layout: stored, header, declared }: PictureSaid,
  {
    mime,
    bytes,
    turns,
  }: { readonly mime: string; readonly bytes: number; readonly turns: readonly PageTurn[] },
): ToDraw {
  const { tooLarge, orientation, pages } = turnedLayout(stored, turns);
  if (tooLarge) return { reason: 'file-too-large' };
  const size = header ?? declared;
  const pixels = size === null ? null : size.width * size.height;
  if (pixels === 0) return { reason: 'unreadable-image' };
  if (pixels !== null && pixels > maxPixels) return { reason: 'file-too-large' };
  const straightened = straightenedIn(turns, 1);
  // Without a header of a known form (HEIC, AVIF) the size is unknown until it is decoded: then it is fitted to the page.
  const copy = header === null ? fittedToBox : copyNeeded(header, { mime, orientation, straightened });
  const isLater = header !== null && isDrawnToShow(mime, bytes);
  return {
    lies: {
      page: pages === null ? null : 1,
      orientation,
      ...(straightened === 0 ? {} : { straightened }),
      rendition: isLater ? null : copy,
    },
    isCopyLater: isLater && copy !== null,
  };
}
