import type { PictureSaid } from '../../../../shared/contract/picture-said';
import { uprightSize } from '../../../../shared/domain/bundle/picture-box';
import { sizeStraight } from '../../../../shared/domain/pictures/straight';
import { straightenedIn, turnedLayout } from '../../../../shared/domain/pictures/turned-layout';
import { HoldfastError, reportError } from '../../../../shared/errors';
import type { EvidenceItem } from '../../../../shared/models/evidence';
import type { VaultContext } from '../../../vault/api';
import { doubtRedactions, doubtTurned } from '../../redaction/doubt';
import {
  readDerivative,
  readItem,
  readOrientation,
  readOriginal,
  readPictureLayouts,
} from '../../items/item-rows';
import { isShownOtherwise, keepShown, turnsOf, wishOf } from '../../items/shown-as';
import { storePreview } from '../prepare';
import { askForPicture } from '../preview';
import { keepDrawn, keepLayout } from './rows';
import { drawFilm } from './draw-film';
import { readTexts, waitingForText } from './read-texts';
import { showPdf } from './show-pdf';
import { isReadingWanted, noMoreReading, readingFailed, waitingForReading } from './wanted';

/** As much of a picture as an import looks into. */
const largest = 100 * 1024 * 1024;

type Deps = Pick<VaultContext, 'db' | 'files' | 'lab' | 'now' | 'newId' | 'changed'>;

/** Two who want the same item at once wait for one reading. Ids are never used twice. */
const running = new Map<string, Promise<void>>();

/**
 * Works out again how many pages a picture has and how it lies, where that was done by an older version or another office, and
 * makes anew what depends on it; what is shown of a PDF or a film that came from another office, too. To be called before anything shows, prints, reads or covers it; at once where nothing waits.
 * Throws what stands in the way; the item waits on then.
 */
export async function readAgain(context: Deps, itemId: string): Promise<void> {
  if (!isReadingWanted(context, itemId)) return;
  const before = running.get(itemId);
  if (before !== undefined) return before;
  const reading = read(context, itemId).finally(() => running.delete(itemId));
  running.set(itemId, reading);
  return reading;
}

/** Every picture and text of a case that waits, before all of them are printed. One that cannot be read is left out there with its reason. */
export async function readAllAgain(
  context: VaultContext,
  caseId: string,
  signal: AbortSignal,
): Promise<void> {
  for (const itemId of waitingForReading(context, caseId)) {
    if (signal.aborted) throw new HoldfastError('cancelled');
    await readAgain(context, itemId).catch(() => undefined);
  }
  await readTexts(context, waitingForText(context, caseId), signal);
}

async function read(context: Deps, itemId: string): Promise<void> {
  const item = readItem(context, itemId);
  if (item.kind === 'pdf') {
    await showPdf(context, item);
    noMoreReading(context, itemId);
    return;
  }
  if (item.kind === 'video') return drawFilm(context, item);
  const original = readOriginal(context, itemId);
  const of = wishOf(context, itemId);
  let bytes: Buffer;
  try {
    bytes = await context.files.readAll(original, largest);
  } catch (error) {
    const { code } = reportError(error);
    // Nothing that could be shown: the check of the vault tells what is wrong with the file.
    if (code !== 'evidence-damaged' && code !== 'file-too-large') throw error;
    readingFailed(context, itemId, code);
    if (isShownOtherwise(context, itemId)) keepShown(context, itemId, { of, fileId: null, failed: code });
    return;
  }
  const isTurned = isShownOtherwise(context, itemId);
  const turns = turnsOf(context, itemId);
  const { facts, picture } = await context.lab.ask({ type: 'facts', bytes, mime: item.mime });
  if (picture === null) throw new HoldfastError('internal');
  const layout = turnedLayout(picture.layout, turns);
  const said = { ...picture, layout };
  const isAsBefore = !isTurned && isAsDrawn(context, item, said, straightenedIn(turns, 1));
  // What came from another office came without what is drawn of it.
  if (isAsBefore && readDerivative(context, itemId, 'thumb') !== null) {
    context.db.transaction(() => {
      keepLayout(context, item, layout, facts);
      noMoreReading(context, itemId);
    })();
    return;
  }
  const { signal } = new AbortController();
  const preview = await askForPicture(context.lab, bytes, item.mime, signal, turns);
  // No lab: another day. Until then it is not printed.
  if (preview.reason === 'unsupported-preview') throw new HoldfastError('unsupported-preview');
  const stored = await storePreview(context.files, preview);
  const old = context.db.transaction(() => {
    const replaced = keepDrawn(context, item, original.sha256, { layout, facts }, stored);
    if (isTurned) doubtTurned(context, itemId);
    else if (!isAsBefore) doubtRedactions(context, item, layout);
    keepShown(context, itemId, { of, fileId: null, failed: null });
    noMoreReading(context, itemId);
    return replaced;
  })();
  for (const id of old) await context.files.remove(id);
  context.changed('evidence', item.caseId);
  context.changed('text', item.caseId);
  context.changed('redactions', item.caseId);
}

/** True when what was made of it before was turned by the same value and holds the same pages. */
function isAsDrawn(
  context: Deps,
  item: EvidenceItem,
  { layout, header, isPlainlyTagged }: PictureSaid,
  straightened: number,
): boolean {
  const { mime } = item;
  const pages = readPictureLayouts(context, item.id);
  if (layout.tooLarge || JSON.stringify(layout.pages) !== JSON.stringify(pages)) return false;
  // Of several, the main one is shown since; before, it was the first.
  if (['image/heic', 'image/heif'].includes(mime)) return layout.pictures === 1;
  if (header === null) return true;
  const upright = uprightSize({ ...header, orientation: layout.orientation });
  const { width, height } = sizeStraight(upright, straightened);
  if (width !== item.width || height !== item.height) return false;
  if (mime === 'image/jpeg') {
    return isPlainlyTagged && readOrientation(context, item.id) === layout.orientation;
  }
  return layout.orientation === 1;
}
