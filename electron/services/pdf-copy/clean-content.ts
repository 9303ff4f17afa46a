import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject, PDFPageLeaf } from '@cantoo/pdf-lib';
import { withoutMarks } from './content-marks';

/** Streams that have been gone through already, also from another page. */
const done = new WeakSet<PDFObject>();

/**
 * Writes what a page draws anew, without marks and comments, also within its groups and patterns. False where that cannot
 * be told apart: such a page is handed on as a picture.
 */
export function cleanContent(context: PDFContext, page: PDFPageLeaf): boolean {
  const contents = page.lookup(PDFName.of('Contents'));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((each) => context.lookup(each)) : [contents];
  const parts: Buffer[] = [];
  for (const stream of streams) {
    if (stream === undefined) continue;
    const bytes = decoded(stream);
    if (bytes === null) return false;
    parts.push(bytes, Buffer.from('\n'));
  }
  const clean = withoutMarks(Buffer.concat(parts));
  if (clean === null) return false;
  page.set(PDFName.of('Contents'), context.register(context.flateStream(clean)));
  return cleanGroups(context, page.lookup(PDFName.of('Resources')));
}

function decoded(stream: PDFObject): Buffer | null {
  if (stream instanceof PDFRawStream) return Buffer.from(decodePDFRawStream(stream).decode());
  return stream instanceof PDFStream ? Buffer.from(stream.getContents()) : null;
}

/** Groups (forms) and patterns hold what is drawn just as a page does, and have groups of their own. */
function cleanGroups(context: PDFContext, resources: PDFObject | undefined): boolean {
  if (!(resources instanceof PDFDict) || done.has(resources)) return true;
  done.add(resources);
  for (const kind of ['XObject', 'Pattern']) {
    const named = resources.lookup(PDFName.of(kind));
    if (!(named instanceof PDFDict)) continue;
    for (const value of named.values()) if (!cleanGroup(context, value)) return false;
  }
  return true;
}

function cleanGroup(context: PDFContext, value: PDFObject): boolean {
  if (!(value instanceof PDFRef)) return true;
  const stream = context.lookup(value);
  if (!(stream instanceof PDFRawStream) || done.has(stream.dict)) return true;
  done.add(stream.dict);
  const { dict } = stream;
  const isForm = dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form');
  if (!isForm && !dict.has(PDFName.of('PatternType'))) return true;
  const bytes = decoded(stream);
  const clean = bytes === null ? null : withoutMarks(bytes);
  if (clean === null) return false;
  const fresh = context.flateStream(clean);
  for (const [key, each] of dict.entries())
    if (!['Filter', 'DecodeParms', 'Length'].includes(key.decodeText())) fresh.dict.set(key, each);
  context.assign(value, fresh);
  return cleanGroups(context, dict.lookup(PDFName.of('Resources')));
}
