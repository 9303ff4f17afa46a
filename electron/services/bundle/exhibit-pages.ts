import {
  PDFDocument,
  clip,
  concatTransformationMatrix,
  drawObject,
  endPath,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
} from '@cantoo/pdf-lib';
import type { PDFOperator, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { box, largestInBox, pageSize, placePicture, uprightSize } from '../../../shared/domain/bundle/picture-box';
import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../context';
import type { BundlePicture } from '../evidence/bundle-copy/make-copy';
import { embedPages } from './embed-pages';
import { addImage } from './image-object';
import type { ImageObject } from './image-object';
import { onto, then, uprightPage, uprightUnit } from './matrix';
import type { Matrix } from './matrix';
import { cleanInWorker } from './run-worker';
import { readPicture, readPrinted } from './sources';
import type { BundleItem } from './sources';
import { codeUnlessStopping } from './stopping';

/** What is drawn on one page of an exhibit, and which way the page lies. */
export interface ExhibitPage {
  readonly landscape: boolean;
  /** Which part of the exhibit it shows, where its number among the pages does not say it: `page 2 of 3`. */
  readonly says?: string;
  readonly draw: (page: PDFPage) => void;
}

/** The box on a landscape page; on an upright one it is the pictures' box. */
const wideBox = {
  x: box.x,
  y: box.y,
  width: pageSize.height - 2 * box.x,
  height: pageSize.width - box.y - 142,
} as const;
/** Scans that cannot be copied as pages are drawn by the lab at so many dots per inch. */
const rasterDpi = 150;

/** Makes the pages of one exhibit ready in the document. Throws `unreadable-image` or `unreadable-pdf`. */
export async function exhibitPages(
  context: VaultContext,
  document: PDFDocument,
  item: BundleItem,
): Promise<readonly ExhibitPage[]> {
  if (item.pictures !== null) return picturePages(context, document, item, item.pictures.length);
  const bytes = await context.files.readAll(readPrinted(context, item).file);
  try {
    return await pdfPages(document, bytes);
  } catch (error) {
    codeUnlessStopping(error);
    return rasterPages(context, document, bytes, item.pageSizes?.length ?? 0);
  }
}

async function picturePages(
  context: VaultContext,
  document: PDFDocument,
  item: BundleItem,
  count: number,
): Promise<readonly ExhibitPage[]> {
  const made: ExhibitPage[] = [];
  for (let number = 1; number <= count; number += 1) {
    const pieces = await piecesOf(context, document, item, number);
    const shows = count === 1 ? item.shows : `page ${number} of ${count}`;
    for (const [index, piece] of pieces.entries()) {
      const part = pieces.length === 1 ? '' : `part ${index + 1} of ${pieces.length}`;
      made.push({ ...piece, says: [shows, part].filter((each) => each !== '').join(', ') });
    }
  }
  return made;
}

async function piecesOf(
  context: VaultContext,
  document: PDFDocument,
  item: BundleItem,
  number: number,
): Promise<readonly ExhibitPage[]> {
  const { image, orientation } = await addPicture(
    context,
    document,
    await readPicture(context, item, number),
  );
  const pixels = uprightSize({ ...image, orientation });
  return placePicture(pixels).map((piece) => {
    const scale = piece.width / pixels.width;
    const whole = pixels.height * scale;
    const bottom = piece.y + piece.height + piece.top * scale - whole;
    const matrix = then(uprightUnit(orientation), onto(piece.x, bottom, piece.width, whole));
    return {
      landscape: false,
      draw: (page) => {
        place(page, image.ref, matrix, piece);
      },
    };
  });
}

/** The picture as it is coded; one that the file cannot take so is drawn anew by the lab. Throws what the lab throws. */
async function addPicture(
  context: VaultContext,
  document: PDFDocument,
  { bytes, mime, orientation }: BundlePicture,
): Promise<{ readonly image: ImageObject; readonly orientation: number }> {
  try {
    return { image: addImage(document.context, bytes, mime), orientation };
  } catch (error) {
    codeUnlessStopping(error);
  }
  const rendition = { maxWidth: largestInBox.width, maxHeight: largestInBox.height, format: 'jpeg' } as const;
  const answer = await context.lab.ask({
    type: 'image',
    bytes,
    mime,
    page: null,
    orientation,
    thumb: 16,
    rendition,
  });
  if (answer.rendition === null) throw new HoldfastError('unreadable-image');
  const { bytes: drawn, mime: drawnMime } = answer.rendition;
  return { image: addImage(document.context, Buffer.from(drawn), drawnMime), orientation: 1 };
}

async function pdfPages(document: PDFDocument, bytes: Buffer): Promise<readonly ExhibitPage[]> {
  const clean = await cleanInWorker(bytes);
  const source = await PDFDocument.load(clean.bytes, { updateMetadata: false });
  const embedded = await embedPages(document, source);
  return embedded.map(({ box: { width, height, rotate }, ref }) => {
    const sideways = Math.abs(rotate % 180) === 90;
    const size = sideways ? { width: height, height: width } : { width, height };
    const { landscape, rect } = fit(size, 1);
    const scale = rect.width / size.width;
    const matrix = then(uprightPage(width, height, rotate), [scale, 0, 0, scale, rect.x, rect.y]);
    return {
      landscape,
      draw: (page) => {
        if (ref !== null) place(page, ref, matrix, rect);
      },
    };
  });
}

async function rasterPages(
  context: VaultContext,
  document: PDFDocument,
  bytes: Buffer,
  count: number,
): Promise<readonly ExhibitPage[]> {
  const made: ExhibitPage[] = [];
  for (let number = 1; number <= count; number += 1) {
    const picture = await context.lab.ask({
      type: 'pdf-page',
      bytes,
      page: number,
      dpi: rasterDpi,
      format: 'jpeg',
    });
    const image = addImage(document.context, Buffer.from(picture.bytes), picture.mime);
    const { landscape, rect } = fit(image, 72 / rasterDpi);
    made.push({
      landscape,
      draw: (page) => {
        place(page, image.ref, onto(rect.x, rect.y, rect.width, rect.height), rect);
      },
    });
  }
  if (made.length === 0) throw new HoldfastError('unreadable-pdf');
  return made;
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Fits a page into the box of a page that lies the same way; `most` is the largest scale. */
function fit(
  size: { readonly width: number; readonly height: number },
  most: number,
): { readonly landscape: boolean; readonly rect: Rect } {
  const landscape = size.width > size.height * 1.05;
  const into = landscape ? wideBox : box;
  const scale = Math.min(into.width / size.width, into.height / size.height, most);
  const width = size.width * scale;
  const height = size.height * scale;
  return {
    landscape,
    rect: { x: into.x + (into.width - width) / 2, y: into.y + into.height - height, width, height },
  };
}

/** Draws an object through a matrix, cut to a rectangle. */
function place(page: PDFPage, ref: PDFRef, matrix: Matrix, cut: Rect): void {
  const name = page.node.newXObject('Exhibit', ref);
  const operators: PDFOperator[] = [
    pushGraphicsState(),
    rectangle(cut.x, cut.y, cut.width, cut.height),
    clip(),
    endPath(),
    concatTransformationMatrix(...matrix),
    drawObject(name),
    popGraphicsState(),
  ];
  page.pushOperators(...operators);
}
