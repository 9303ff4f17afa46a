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
import {
  box,
  fittedToBox,
  pageSize,
  placePicture,
  uprightSize,
} from '../../../shared/domain/bundle/picture-box';
import { HoldfastError } from '../../../shared/errors';
import type { StoredFile, VaultContext } from '../../vault/api';
import type { BundlePicture } from '../evidence/bundle-copy/make-copy';
import { drawPicture } from '../evidence/draw-picture';
import { addSlip } from '../pdf-copy/made-pages';
import type { PdfReport } from '../pdf-copy/report';
import { pdfCopy } from '../pdf-copy/stored';
import { embedPages } from './embed-pages';
import { addImage } from '../print/image-object';
import type { ImageObject } from '../print/image-object';
import { followedBy, onto, uprightPage, uprightUnit } from './matrix';
import type { Matrix } from './matrix';
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

/** The pages of an exhibit, and what is to be said of them. */
export interface ExhibitPages {
  readonly pages: readonly ExhibitPage[];
  /** Of a PDF: which of its pages are pictures, and why. */
  readonly report: PdfReport | null;
}

/** Makes the pages of one exhibit ready in the document. Throws a code when there is none to show. */
export async function exhibitPages(
  context: VaultContext,
  document: PDFDocument,
  item: BundleItem,
): Promise<ExhibitPages> {
  if (item.pictures !== null) {
    const pages = await picturePages(context, document, item, item.pictures.length);
    return { pages, report: null };
  }
  const { file } = readPrinted(context, item);
  try {
    const { bytes, report } = await pdfCopy(context, file);
    return { pages: await pdfPages(document, bytes), report };
  } catch (error) {
    codeUnlessStopping(error);
    return drawnPages(context, document, file, item.pageSizes?.length ?? 0);
  }
}

async function picturePages(
  context: VaultContext,
  document: PDFDocument,
  item: BundleItem,
  count: number,
): Promise<readonly ExhibitPage[]> {
  const made: ExhibitPage[] = [];
  let lost = 0;
  for (let number = 1; number <= count; number += 1) {
    const pieces = await piecesOrSlip(context, document, item, { number, count });
    lost += pieces.isLost ? 1 : 0;
    const shows = count === 1 ? item.shows : `page ${number} of ${count}`;
    for (const [index, piece] of pieces.pages.entries()) {
      const part = pieces.pages.length === 1 ? '' : `part ${index + 1} of ${pieces.pages.length}`;
      made.push({ ...piece, says: [shows, part].filter((each) => each !== '').join(', ') });
    }
  }
  if (lost === count) throw new HoldfastError('unreadable-image');
  return made;
}

/** One page of several that cannot be read is named in its place; the others go in. */
async function piecesOrSlip(
  context: VaultContext,
  document: PDFDocument,
  item: BundleItem,
  { number, count }: { readonly number: number; readonly count: number },
): Promise<{ readonly pages: readonly ExhibitPage[]; readonly isLost: boolean }> {
  try {
    return { pages: await piecesOf(context, document, item, number), isLost: false };
  } catch (error) {
    codeUnlessStopping(error);
    if (count === 1) throw error;
    return { pages: await pdfPages(document, await slip(number, count)), isLost: true };
  }
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
    const matrix = followedBy(uprightUnit(orientation), onto(piece.x, bottom, piece.width, whole));
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
  const drawn = await drawPicture(context.lab, { bytes, mime, page: null, orientation }, fittedToBox);
  return { image: addImage(document.context, Buffer.from(drawn.bytes), drawn.mime), orientation: 1 };
}

async function pdfPages(document: PDFDocument, bytes: Uint8Array): Promise<readonly ExhibitPage[]> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  const embedded = await embedPages(document, source);
  return embedded.map(({ box: { width, height, rotate }, unit, ref }) => {
    const sideways = Math.abs(rotate % 180) === 90;
    const size = sideways ? { width: height, height: width } : { width, height };
    const { landscape, rect } = fit(size, unit);
    const scale = rect.width / size.width;
    const matrix = followedBy(uprightPage(width, height, rotate), [scale, 0, 0, scale, rect.x, rect.y]);
    return {
      landscape,
      draw: (page) => {
        if (ref !== null) place(page, ref, matrix, rect);
      },
    };
  });
}

/** Where no copy could be made: the lab's drawing of each page, and for one that it cannot draw a slip that says so. */
async function drawnPages(
  context: VaultContext,
  document: PDFDocument,
  file: StoredFile,
  count: number,
): Promise<ExhibitPages> {
  const bytes = await context.files.readAll(file);
  const pages: ExhibitPage[] = [];
  const named: PdfReport['named'] = [];
  for (let number = 1; number <= count; number += 1) {
    try {
      pages.push(await drawnPage(context, document, bytes, number));
      named.push({ page: number, reason: 'looks-different' });
    } catch (error) {
      codeUnlessStopping(error);
      pages.push(...(await pdfPages(document, await slip(number, count))));
      named.push({ page: number, reason: 'unreadable' });
    }
  }
  if (named.every(({ reason }) => reason === 'unreadable')) throw new HoldfastError('unreadable-pdf');
  return { pages, report: { pages: count, named, attachments: 0, xfa: false } };
}

async function drawnPage(
  context: VaultContext,
  document: PDFDocument,
  bytes: Buffer,
  number: number,
): Promise<ExhibitPage> {
  const picture = await context.lab.ask({
    type: 'pdf-page',
    bytes,
    page: number,
    dpi: rasterDpi,
    format: 'jpeg',
  });
  const image = addImage(document.context, Buffer.from(picture.bytes), picture.mime);
  const { landscape, rect } = fit(image, 72 / rasterDpi);
  return {
    landscape,
    draw: (page) => {
      place(page, image.ref, onto(rect.x, rect.y, rect.width, rect.height), rect);
    },
  };
}

async function slip(page: number, pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  await addSlip(document, { kind: 'slip', page, pages });
  return document.save();
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
