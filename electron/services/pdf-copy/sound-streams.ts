import { inflateSync, constants } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';

/** Beyond this the data of a picture is not unpacked only to see whether it can be. */
const largest = 16 * 1024 * 1024;
const mostUnpacked = 512 * 1024 * 1024;

/**
 * Whether all that a page draws with can be unpacked. A stream that ends too early is drawn by every program as far as it
 * goes; one whose data is wrong is drawn by each as it likes, and by some not at all.
 */
export function isSound(context: PDFContext, page: PDFDict): boolean {
  const seen = new Set<PDFObject>();
  const waiting: PDFObject[] = [page];
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    if (object instanceof PDFRawStream && !canBeUnpacked(object)) return false;
    waiting.push(...partsOf(context, object));
  }
  return true;
}

/** What an object is made of or points to; the page above a page is none of it. */
function partsOf(context: PDFContext, object: PDFObject): readonly PDFObject[] {
  if (object instanceof PDFRef) {
    const target = context.lookup(object);
    return target === undefined ? [] : [target];
  }
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFStream) return object.dict.values();
  if (!(object instanceof PDFDict)) return [];
  return object.entries().flatMap(([key, value]) => (key === PDFName.of('Parent') ? [] : [value]));
}

function canBeUnpacked(stream: PDFRawStream): boolean {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const first = filter instanceof PDFArray ? filter.lookup(0) : filter;
  if (first !== PDFName.of('FlateDecode') || stream.contents.length > largest) return true;
  // A stream of length 0 is packed by nothing.
  if (stream.contents.length === 0) return true;
  try {
    inflateSync(stream.contents, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostUnpacked });
    return true;
  } catch {
    return false;
  }
}
