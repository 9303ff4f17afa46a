import { PDFDocument, PDFName } from '@cantoo/pdf-lib';

export interface CleanPdf {
  readonly bytes: Uint8Array;
  readonly pages: readonly CleanPage[];
}

/** The visible part of a page in its own coordinates, and how it is turned for reading (clockwise degrees). */
export interface CleanPage {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotate: number;
}

/**
 * A PDF with its pages and nothing else: no scripts, actions, forms, attachments, annotations, metadata. What an
 * annotation shows (a sticky note, a form field's content) is not part of the page and does not come along.
 */
export async function cleanPdf(input: Uint8Array): Promise<CleanPdf> {
  const source = await PDFDocument.load(input, { updateMetadata: false, throwOnInvalidObject: false });
  const target = await PDFDocument.create({ updateMetadata: false });
  const copied = await target.copyPages(source, source.getPageIndices());
  const pages: CleanPage[] = [];
  for (const page of copied) {
    for (const key of ['Annots', 'AA', 'Metadata', 'PieceInfo', 'StructParents', 'Thumb', 'B', 'Tabs']) {
      page.node.delete(PDFName.of(key));
    }
    target.addPage(page);
    const { x, y, width, height } = page.getCropBox();
    pages.push({ x, y, width, height, rotate: page.getRotation().angle });
  }
  return { bytes: await target.save({ useObjectStreams: true, updateFieldAppearances: false }), pages };
}
