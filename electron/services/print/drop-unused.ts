import { PDFArray, PDFDict, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';

/**
 * Takes out every object that nothing on the pages points to. Copying a page copies all it points to; an exhibit that was
 * given up half way leaves what it had brought; and whatever is in the file can be read by whoever gets it.
 */
export function dropUnused(context: PDFContext): void {
  const used = new Set<PDFRef>();
  const { Root, Info, Encrypt, ID } = context.trailerInfo;
  const waiting: PDFObject[] = [Root, Info, Encrypt, ID].flatMap((each) => each ?? []);
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (used.has(object)) continue;
      used.add(object);
    }
    waiting.push(...partsOf(context, object));
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!used.has(ref)) context.delete(ref);
}

/** What an object is made of or points to. */
function partsOf(context: PDFContext, object: PDFObject): readonly PDFObject[] {
  if (object instanceof PDFRef) {
    const target = context.lookup(object);
    return target === undefined ? [] : [target];
  }
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFStream) return object.dict.values();
  return object instanceof PDFDict ? object.values() : [];
}
