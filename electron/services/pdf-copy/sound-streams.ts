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
    if (object instanceof PDFRef) {
      const target = context.lookup(object);
      if (target !== undefined) waiting.push(target);
    } else if (object instanceof PDFArray) {
      waiting.push(...object.asArray());
    } else if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) if (key !== PDFName.of('Parent')) waiting.push(value);
    } else if (object instanceof PDFStream) {
      if (object instanceof PDFRawStream && !canBeUnpacked(object)) return false;
      waiting.push(...object.dict.values());
    }
  }
  return true;
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
