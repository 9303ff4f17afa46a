import { PDFObjectCopier, PDFPageEmbedder } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { userUnit } from '../pdf-copy/clean-pdf';

/** The visible part of a page in its own coordinates, and how it is turned for reading (clockwise degrees). */
export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotate: number;
}

export interface EmbeddedPage {
  readonly box: PageBox;
  /** Points to the unit of its own measure. */
  readonly unit: number;
  /** The page as something that can be drawn; null where nothing is on it. */
  readonly ref: PDFRef | null;
}

/**
 * Takes the pages of a document into another, each as something that can be drawn. Not by `document.embedPages`: that
 * remembers every page and tries it again when the file is saved, so that one broken page ends the whole bundle.
 */
export async function embedPages(target: PDFDocument, source: PDFDocument): Promise<readonly EmbeddedPage[]> {
  const copier = PDFObjectCopier.for(source.context, target.context);
  const embedded: EmbeddedPage[] = [];
  for (const page of source.getPages()) {
    const box = boxOf(page);
    embedded.push({ box, unit: userUnit(page), ref: await embed(target, page, box, copier) });
  }
  return embedded;
}

async function embed(
  target: PDFDocument,
  page: PDFPage,
  { x, y, width, height }: PageBox,
  copier: PDFObjectCopier,
): Promise<PDFRef | null> {
  if (page.node.Contents() === undefined) return null;
  const embedder = await PDFPageEmbedder.for(
    copier.copy(page.node),
    { left: x, bottom: y, right: x + width, top: y + height },
    [1, 0, 0, 1, -x, -y],
  );
  return embedder.embedIntoContext(target.context);
}

function boxOf(page: PDFPage): PageBox {
  const { x, y, width, height } = page.getCropBox();
  return { x, y, width, height, rotate: page.getRotation().angle };
}
