import { PDFArray, PDFName, PDFRawStream, PDFRef, decodePDFRawStream } from '@cantoo/pdf-lib';
import type { PDFPage, PDFDict } from '@cantoo/pdf-lib';
import type { ObjectCopier } from '../pdf-write/copy-objects';
import { fixed } from '../pdf-write/syntax';
import type { ObjectNumber } from '../pdf-write/syntax';
import type { FileWriter } from '../pdf-write/file-writer';

/** Entries of a content that say how it is coded, which stay when its bytes do. */
const coding = ['Filter', 'DecodeParms'];

/**
 * Writes a page of a parsed document as something that can be drawn (a form, ISO 32000-1, 8.10). Its content goes over as it
 * is coded where it is one stream. Null for a page on which nothing is.
 */
export function writePageForm(writer: FileWriter, copier: ObjectCopier, page: PDFPage): ObjectNumber | null {
  const contents = page.node.get(PDFName.of('Contents'));
  const streams = (contents instanceof PDFArray ? contents.asArray() : [contents])
    .map((each) => (each instanceof PDFRef ? page.doc.context.lookup(each) : each))
    .filter((each) => each instanceof PDFRawStream);
  const [only] = streams;
  if (only === undefined) return null;
  const { x, y, width, height } = page.getCropBox();
  const group = page.node.get(PDFName.of('Group'));
  const entries = [
    `/Type/XObject/Subtype/Form/BBox[${[x, y, x + width, y + height].map(fixed).join(' ')}]`,
    `/Resources ${copier.text(page.node.Resources())}`,
    group === undefined ? '' : `/Group ${copier.text(group)}`,
  ].join('');
  const number = writer.reserve();
  if (streams.length === 1) {
    writer.stream(number, `${entries}${codingOf(copier, only.dict)}`, only.contents);
  } else {
    // Parts of a content may end anywhere between two words (7.8.2).
    const whole = streams.flatMap((each) => [decodePDFRawStream(each).decode(), Buffer.from('\n')]);
    writer.pressed(number, entries, Buffer.concat(whole));
  }
  return number;
}

function codingOf(copier: ObjectCopier, dict: PDFDict): string {
  return coding
    .map((key) => {
      const value = dict.get(PDFName.of(key));
      return value === undefined ? '' : `/${key} ${copier.text(value)}`;
    })
    .join('');
}
