import { renditionNeeded } from '../../../../shared/domain/bundle/picture-box';
import { HoldfastError } from '../../../../shared/errors';
import type { VaultContext } from '../../../vault/api';
import {
  labSource,
  readDerivative,
  readItem,
  readOrientation,
  readOriginal,
  readPictureLayouts,
} from '../../items/item-rows';
import { drawPicture } from '../draw-picture';
import { readPictureHeader } from '../../../formats/picture-header';
import { renditionSteps } from '../store-item';
import { straightenedOf } from '../../items/made-straight';
import { copyNeeded } from '../../../../shared/domain/pictures/copy-needed';
import { readAgain } from '../read-again/read-again';
import { noMoreWanted } from './wanted';
import { insertDerivative, insertFile } from '../../items/file-rows';

/** What of a picture goes into a bundle. */
export interface BundlePicture {
  readonly bytes: Buffer;
  readonly mime: string;
  /** How it lies, EXIF 1 to 8. */
  readonly orientation: number;
}

/**
 * A picture for a bundle: the original where it can go in undecoded, else the copy of it (upright, no finer than 300 dpi
 * in the box of a page), which is made and kept where there is none yet. Throws `unreadable-image`, and what the lab throws.
 */
export async function bundlePicture(context: VaultContext, itemId: string): Promise<BundlePicture> {
  await readAgain(context, itemId);
  const made = readDerivative(context, itemId, 'rendition');
  if (made !== null)
    return { bytes: await context.files.readAll(made.file), mime: made.mime, orientation: 1 };
  const item = readItem(context, itemId);
  const { mime } = item;
  const original = readOriginal(context, itemId);
  const orientation = readOrientation(context, itemId);
  const bytes = await context.files.readAll(original);
  const header = readPictureHeader(bytes, mime);
  // Kinds without a header of a known form got their copy when they were taken in, or cannot be decoded.
  if (header === null) throw new HoldfastError('unreadable-image');
  const straightened = straightenedOf(context, itemId);
  const rendition = copyNeeded(header, { mime, orientation, straightened });
  if (rendition === null) {
    noMoreWanted(context, itemId);
    return { bytes, mime, orientation };
  }
  const copy = await drawPicture(context.lab, labSource(context, item, bytes), rendition);
  const file = await context.files.write([copy.bytes]);
  const kept = context.db.transaction(() => {
    const isThere = context.db.prepare('SELECT 1 FROM evidence WHERE id = ?').get(itemId) !== undefined;
    if (!isThere || readDerivative(context, itemId, 'rendition') !== null) return false;
    insertFile(context, file);
    insertDerivative(
      context,
      { itemId, sha256: original.sha256 },
      'rendition',
      { ...copy, file },
      renditionSteps,
    );
    noMoreWanted(context, itemId);
    return true;
  })();
  // Erased meanwhile, or made for a bundle at the same time.
  if (!kept) await context.files.remove(file.id);
  return { bytes: Buffer.from(copy.bytes), mime: copy.mime, orientation: 1 };
}

/**
 * One page of a file of several, drawn for a bundle: upright, no finer than a bundle may be. The first has its copy already;
 * the others are drawn when they are wanted. Throws what the lab throws.
 */
export async function bundlePage(
  context: VaultContext,
  itemId: string,
  page: number,
): Promise<BundlePicture> {
  if (page === 1) return bundlePicture(context, itemId);
  const item = readItem(context, itemId);
  const layout = readPictureLayouts(context, itemId)?.[page - 1];
  if (layout === undefined) throw new HoldfastError('unreadable-image');
  const bytes = await context.files.readAll(readOriginal(context, itemId));
  const coding = { png: null, jpegComponents: null, complete: true, mime: item.mime };
  // What is stored upright: its size here is the upright one.
  const needed = renditionNeeded({ ...coding, ...layout, orientation: 1 });
  const drawn = await drawPicture(context.lab, labSource(context, item, bytes, page), needed);
  return { bytes: Buffer.from(drawn.bytes), mime: drawn.mime, orientation: 1 };
}
