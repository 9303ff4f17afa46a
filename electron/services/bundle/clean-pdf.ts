import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import { dropUnused } from './drop-unused';
import { withoutMetadata } from './jpeg';

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
  await target.flush();
  takeOutDetails(target.context);
  dropUnused(target.context);
  return { bytes: await target.save({ useObjectStreams: true, updateFieldAppearances: false }), pages };
}

/** What objects say about themselves beside what is drawn (ISO 32000-1, 14.3.2 and 14.5). */
const details = ['Metadata', 'PieceInfo', 'LastModified'];

/** A photo on a page is a JPEG with all the camera wrote, place and device too; forms and fonts may hold XMP. */
function takeOutDetails(context: PDFContext): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null;
    if (dict === null) continue;
    for (const key of details) dict.delete(PDFName.of(key));
    if (!(object instanceof PDFRawStream) || !isJpeg(object.dict)) continue;
    const clean = withoutMetadata(Buffer.from(object.contents));
    object.dict.set(PDFName.of('Length'), context.obj(clean.length));
    context.assign(ref, PDFRawStream.of(object.dict, clean));
  }
}

function isJpeg(dict: PDFDict): boolean {
  const filter = dict.get(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.get(0) : filter;
  return only === PDFName.of('DCTDecode');
}
