import { maxPixels } from '../../shared/contract/lab';
import type { PictureLayout } from '../../shared/contract/picture-said';
import { newFact } from '../../shared/domain/facts/new-fact';
import type { NewFact } from '../../shared/domain/facts/new-fact';
import type { TurnCode } from '../../shared/domain/pictures/turn-codes';
import { saidOrientation, tiffDirectories, tiffPages } from '../../shared/domain/pictures/tiff-directories';
import { sizeUpright } from '../../shared/domain/pictures/turn';
import { countPictures } from './count-pictures';
import { findMetadata } from './metadata-blocks';
import { readXmp } from './xmp';
import type { Buffer } from './node';

/** How a file's pictures lie, with what is to be said of that. */
export interface LayoutRead extends PictureLayout {
  readonly facts: readonly NewFact[];
}

/** Chromium's canvases end there. */
const longestSide = 65_535;

/**
 * Reads, once, how a picture lies. The one rule:
 *
 * 1. HEIC and AVIF are turned by their own coding (irot, imir), which every decoder follows: 1, whatever their EXIF says.
 * 2. TIFF: tag 274 of the page's own directory.
 * 3. JPEG, PNG, WebP: tag 274 in the first directory of the first EXIF block of the file, of any type that holds whole numbers.
 * 4. A value other than 1 to 8, or none, is 1.
 *
 * A second EXIF block and XMP (tiff:Orientation) turn nothing, because no viewer that a court has follows them; where they say
 * something else, a note says so. Never throws.
 */
export function readLayout(bytes: Buffer, mime: string): LayoutRead {
  if (mime === 'image/tiff') return tiffLayout(bytes);
  const pictures = countPictures(bytes, mime);
  const plain = { pages: null, pictures, tooLarge: false };
  if (['image/heic', 'image/heif', 'image/avif'].includes(mime)) {
    return { ...plain, orientation: 1, facts: [] };
  }
  const { exif, otherExif, xmp } = findMetadata(bytes, mime);
  const said = orientationIn(exif);
  const orientation = fitting(said);
  const other = orientationIn(otherExif);
  const facts = [...ownFacts(said)];
  if (other !== null && fitting(other) !== orientation) {
    facts.push(note('exif.SecondOrientation', other, 'the first one counts'));
  }
  return { ...plain, orientation, facts: [...facts, ...xmpNote(xmp, orientation)] };
}

function tiffLayout(bytes: Buffer): LayoutRead {
  const pages = tiffPages(bytes);
  const [first] = pages ?? [];
  const said = saidOrientation(first?.directory);
  const orientation = fitting(said);
  const tooLarge =
    pages === null ||
    pages.some(
      ({ width, height }) => width * height > maxPixels || width > longestSide || height > longestSide,
    );
  return {
    orientation,
    pages:
      pages === null || pages.length < 2
        ? null
        : pages.map(({ lies, ...stored }) => {
            const { width, height } = sizeUpright(lies ?? 1, stored);
            return { width, height, orientation: lies ?? 1 };
          }),
    pictures: 1,
    tooLarge,
    facts: ownFacts(said),
  };
}

/** What a block says, whatever that is. */
function orientationIn(block: Buffer | null): number | null {
  return block === null ? null : saidOrientation(tiffDirectories(block, 1)[0]);
}

function fitting(said: number | null): number {
  return said !== null && said >= 1 && said <= 8 ? said : 1;
}

function ownFacts(said: number | null): readonly NewFact[] {
  if (said === null || said === 1) return [];
  if (fitting(said) === 1) {
    return [note('exif.Orientation', said, 'that means nothing, so it is shown as it is stored')];
  }
  return [newFact({ field: 'orientation', source: 'exif', code: 'exif.Orientation', raw: String(said) })];
}

function xmpNote(packet: string | null, orientation: number): readonly NewFact[] {
  const said = packet === null ? null : readXmp(packet).orientation;
  if (said === null || !/^\d{1,3}$/u.test(said) || fitting(Number(said)) === orientation) return [];
  return [note('xmp.Orientation', Number(said), 'viewers do not follow it, and it is not turned by it')];
}

function note(code: TurnCode, said: number, rest: string): NewFact {
  const where = code === 'exif.Orientation' ? 'the file' : 'another place in the file';
  return newFact({
    field: 'note',
    source: code === 'xmp.Orientation' ? 'xmp' : 'exif',
    code,
    raw: String(said),
    value: `Which way up: ${where} says ${said}; ${rest}.`,
  });
}

/** True when what turned a picture before cannot have been anything but the one value: one plain tag in a JPEG, or none. */
export function isPlainlyTagged(bytes: Buffer, mime: string): boolean {
  const { exif, otherExif } = findMetadata(bytes, mime);
  if (otherExif !== null) return false;
  if (exif === null) return true;
  const tag = 0x0112;
  const [first] = tiffDirectories(exif, 1);
  if (first === undefined) return true;
  const said = first.number(tag);
  return said === null || (said >= 1 && said <= 8 && first.type(tag) === 3);
}
