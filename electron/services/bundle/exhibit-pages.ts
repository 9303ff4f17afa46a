import type { PDFDocument } from '@cantoo/pdf-lib';
import { uprightSize } from '../../../shared/domain/bundle/picture-box';
import type { Rect } from '../../../shared/domain/bundle/sheet';
import { imageEntries } from '../print/coded-image';
import { ObjectCopier } from '../pdf-write/copy-objects';
import type { FileWriter } from '../pdf-write/file-writer';
import type { ObjectNumber } from '../pdf-write/syntax';
import type { OpenExhibit, PageContent } from './exhibit-content';
import { followedBy, onto, uprightPage, uprightUnit } from './matrix';
import type { Matrix } from './matrix';
import { writePageForm } from './page-form';

/** What a page of an exhibit became in a file. It may be drawn on one sheet, or cut over several. */
export interface WrittenPage {
  /** Null for a page that cannot be read, of which a slip says so, and for one on which nothing is. */
  readonly number: ObjectNumber | null;
  readonly isLost: boolean;
  /** Puts it, as it is drawn at the origin, into a rectangle that the whole of it fills. */
  readonly into: (whole: Rect) => Matrix;
}

/** The pages of one exhibit that are in a file, by their number in the exhibit, from 1. */
export type WrittenPages = ReadonlyMap<number, WrittenPage>;

/**
 * Writes pages of an exhibit, each once, before anybody needs to know on which sheets they are drawn: this is nearly all of a
 * bundle, and is done while the text pages are still being set.
 */
export async function writePages(
  writer: FileWriter,
  open: OpenExhibit,
  pages: Iterable<number>,
): Promise<WrittenPages> {
  const written = new Map<number, WrittenPage>();
  const copiers = new Map<PDFDocument, ObjectCopier>();
  for (const page of pages)
    if (!written.has(page)) written.set(page, writePage(writer, copiers, await open.page(page)));
  for (const copier of copiers.values()) copier.flush();
  return written;
}

function writePage(
  writer: FileWriter,
  copiers: Map<PDFDocument, ObjectCopier>,
  content: PageContent,
): WrittenPage {
  if (content === null) return { number: null, isLost: true, into: () => [1, 0, 0, 1, 0, 0] };
  if (content.kind === 'picture') {
    const { image, orientation } = content;
    const number = writer.reserve();
    writer.picture(number, imageEntries(image), ...image.data);
    return {
      number,
      isLost: false,
      into: ({ x, y, width, height }) => followedBy(uprightUnit(orientation), onto(x, y, width, height)),
    };
  }
  const { page } = content;
  const document = page.doc;
  const copier = copiers.get(document) ?? new ObjectCopier(writer, document.context);
  copiers.set(document, copier);
  const box = page.getCropBox();
  const turned = followedBy(
    [1, 0, 0, 1, -box.x, -box.y],
    uprightPage(box.width, box.height, page.getRotation().angle),
  );
  const sideways = Math.abs(page.getRotation().angle % 180) === 90;
  const upright = uprightSize({ ...box, orientation: sideways ? 6 : 1 });
  return {
    number: writePageForm(writer, copier, page),
    isLost: false,
    into: ({ x, y, width, height }) =>
      followedBy(turned, [width / upright.width, 0, 0, height / upright.height, x, y]),
  };
}
