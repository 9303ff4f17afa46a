import { PDFDocument, ParseSpeeds } from '@cantoo/pdf-lib';

/**
 * Takes apart a PDF that was printed or cleaned here. The library would rest after every hundred objects, for the sake of a page that
 * is looked at; nothing is looked at in this process, and the rests are longer than the work.
 */
export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fast });
}
