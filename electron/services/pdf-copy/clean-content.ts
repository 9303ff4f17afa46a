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

/** What is drawn with by a name. A document often has one list of these for all of its pages. */
const lists = ['ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'XObject', 'Font'];
const deepest = 30;

/** What could not be told apart: the page is then handed on as a picture. */
class Unclear extends Error {}

/**
 * Writes what a page draws anew, without marks and comments, also within its groups and patterns, and leaves it what it draws
 * with and nothing else: another page's picture in a shared list would be in the file and nowhere to be seen. False where it
 * cannot be told apart.
 */
export function cleanContent(context: PDFContext, page: PDFPageLeaf): boolean {
  try {
    const contents = page.lookup(PDFName.of('Contents'));
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((each) => context.lookup(each)) : [contents];
    const parts = streams.flatMap((stream) =>
      stream === undefined ? [] : [decoded(stream), Buffer.from('\n')],
    );
    const clean = withoutMarks(Buffer.concat(parts));
    if (clean === null) return false;
    page.set(PDFName.of('Contents'), context.register(context.flateStream(clean.bytes)));
    page.set(
      PDFName.of('Resources'),
      new Cleaner(context).used(page.lookup(PDFName.of('Resources')), clean.names),
    );
    return true;
  } catch (error) {
    if (error instanceof Unclear) return false;
    throw error;
  }
}

function decoded(stream: PDFObject): Buffer {
  if (stream instanceof PDFRawStream) return Buffer.from(decodePDFRawStream(stream).decode());
  if (stream instanceof PDFStream) return Buffer.from(stream.getContents());
  throw new Unclear();
}

/** Groups that are written anew already, with the names they draw with by the list of whoever draws them. */
const written = new WeakMap<PDFObject, ReadonlySet<string>>();
const none: ReadonlySet<string> = new Set();

class Cleaner {
  private depth = 0;

  constructor(private readonly context: PDFContext) {}

  /** A list of what is drawn with, down to what is used. Groups without a list of their own use this one. */
  used(resources: PDFObject | undefined, names: ReadonlySet<string>): PDFDict {
    const kept = this.context.obj({});
    if (!(kept instanceof PDFDict)) throw new Unclear();
    if (!(resources instanceof PDFDict)) return kept;
    this.depth += 1;
    if (this.depth > deepest) throw new Unclear();
    const wanted = new Set(names);
    for (let before = -1; before !== wanted.size;) {
      before = wanted.size;
      for (const value of this.valuesOf(resources, wanted))
        for (const name of this.group(value)) wanted.add(name);
    }
    for (const list of lists) {
      const some = this.some(resources.lookup(PDFName.of(list)), wanted);
      if (some !== null) kept.set(PDFName.of(list), some);
    }
    this.depth -= 1;
    return kept;
  }

  private some(list: PDFObject | undefined, wanted: ReadonlySet<string>): PDFDict | null {
    const kept = this.context.obj({});
    if (!(list instanceof PDFDict) || !(kept instanceof PDFDict)) return null;
    for (const [key, value] of list.entries()) if (wanted.has(key.decodeText())) kept.set(key, value);
    return kept;
  }

  /** What may be a group: under XObject and Pattern, and the masks of a graphics state. */
  private valuesOf(resources: PDFDict, wanted: ReadonlySet<string>): readonly PDFObject[] {
    return ['XObject', 'Pattern', 'ExtGState'].flatMap((name) => {
      const list = resources.lookup(PDFName.of(name));
      if (!(list instanceof PDFDict)) return [];
      const values = list.entries().flatMap(([key, value]) => (wanted.has(key.decodeText()) ? [value] : []));
      return name === 'ExtGState' ? values.flatMap((value) => this.maskOf(value)) : values;
    });
  }

  private maskOf(state: PDFObject): readonly PDFObject[] {
    const dict = this.context.lookup(state);
    const mask = dict instanceof PDFDict ? dict.lookup(PDFName.of('SMask')) : undefined;
    const group = mask instanceof PDFDict ? mask.get(PDFName.of('G')) : undefined;
    return group === undefined ? [] : [group];
  }

  /** Groups (forms) and patterns hold what is drawn just as a page does. Gives the names it needs of a list not its own. */
  private group(value: PDFObject): ReadonlySet<string> {
    const stream = value instanceof PDFRef ? this.context.lookup(value) : undefined;
    if (!(value instanceof PDFRef) || !(stream instanceof PDFStream)) return none;
    const known = written.get(stream);
    if (known !== undefined) return known;
    const { dict } = stream;
    const isForm = dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form');
    if (!isForm && !dict.has(PDFName.of('PatternType'))) return none;
    const clean = withoutMarks(decoded(stream));
    if (clean === null) throw new Unclear();
    const fresh = this.context.flateStream(clean.bytes);
    for (const [key, each] of dict.entries())
      if (!['Filter', 'DecodeParms', 'Length'].includes(key.decodeText())) fresh.dict.set(key, each);
    this.context.assign(value, fresh);
    const own = dict.lookup(PDFName.of('Resources'));
    // Known before what is in it is gone through: a group may name itself.
    written.set(fresh, own instanceof PDFDict ? none : clean.names);
    if (own instanceof PDFDict) fresh.dict.set(PDFName.of('Resources'), this.used(own, clean.names));
    return written.get(fresh) ?? none;
  }
}
