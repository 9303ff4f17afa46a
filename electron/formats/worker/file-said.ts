import type { FileSaid, PdfInfo, PictureSaid } from '../../../shared/contract/picture-said';
import { documentFacts, pictureFacts } from '../content-facts';
import { fitting } from '../fitting';
import { readHeic } from '../heic';
import { readPictureHeader } from '../picture-header';
import { isPlainlyTagged } from '../picture-layout';
import type { Buffer } from '../node';

/** One container for all of them. */
const heifFamily = new Set(['image/heic', 'image/heif', 'image/avif']);

/** What a picture or a PDF says about itself. `info`: of a PDF that could be opened. Never throws. */
export async function readFileSaid(bytes: Buffer, mime: string, info: PdfInfo | null): Promise<FileSaid> {
  if (mime === 'application/pdf') {
    return { facts: documentFacts(bytes, info).flatMap(fitting), picture: null };
  }
  const { facts, layout } = await pictureFacts(bytes, mime);
  const { orientation, pages, pictures, tooLarge } = layout;
  return {
    facts: facts.flatMap(fitting),
    picture: {
      layout: { orientation, pages: pages === null ? null : [...pages], pictures, tooLarge },
      header: headerOf(bytes, mime),
      declared: heifFamily.has(mime) ? readHeic(bytes).largest : null,
      isPlainlyTagged: isPlainlyTagged(bytes, mime),
    },
  };
}

/** The few values of it that cross; a PNG's own reading holds its data too. */
function headerOf(bytes: Buffer, mime: string): PictureSaid['header'] {
  const header = readPictureHeader(bytes, mime);
  if (header === null) return null;
  const { width, height, png, jpegComponents, complete } = header;
  if (png === null) return { width, height, png, jpegComponents, complete };
  const { colourType, bitDepth, interlaced, transparent, movesApart = false } = png;
  return {
    width,
    height,
    png: { colourType, bitDepth, interlaced, transparent, movesApart },
    jpegComponents,
    complete,
  };
}
