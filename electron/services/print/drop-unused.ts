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
      const target = context.lookup(object);
      if (target !== undefined) waiting.push(target);
    } else if (object instanceof PDFArray) {
      waiting.push(...object.asArray());
    } else if (object instanceof PDFDict || object instanceof PDFStream) {
      const dict = object instanceof PDFStream ? object.dict : object;
      waiting.push(...dict.values());
    }
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!used.has(ref)) context.delete(ref);
}
