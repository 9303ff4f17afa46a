import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, StandardFonts, rgb } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { bookmarkTitle } from '../../../shared/domain/bundle/plan';
import { HoldfastError } from '../../../shared/errors';
import type { BundlePlan } from '../../../shared/models/bundle';
import { linkBase } from './pages-html';

const plate = { width: 34, height: 20, right: 30, bottom: 24 } as const;
const numberSize = 11;

/** Stamps each page's number on a small plate, bottom right. */
export async function stampNumbers(document: PDFDocument): Promise<void> {
  const font = await document.embedFont(StandardFonts.HelveticaBold);
  for (const [index, page] of document.getPages().entries()) {
    const text = String(index + 1);
    const { width } = page.getSize();
    const room = Math.max(plate.width, font.widthOfTextAtSize(text, numberSize) + 12);
    const x = width - plate.right - room;
    page.drawRectangle({
      x,
      y: plate.bottom,
      width: room,
      height: plate.height,
      color: rgb(1, 1, 1),
      borderColor: rgb(0.1, 0.1, 0.1),
      borderWidth: 0.8,
    });
    page.drawText(text, {
      x: x + (room - font.widthOfTextAtSize(text, numberSize)) / 2,
      y: plate.bottom + 6,
      size: numberSize,
      font,
      color: rgb(0, 0, 0),
    });
  }
}

/** A place in the document that keeps the reader's own zoom. */
function destination(document: PDFDocument, page: number): PDFArray {
  const target = document.getPages()[page - 1];
  if (target === undefined) throw new HoldfastError('bundle-layout-unstable');
  return asArray(document.context.obj([target.ref, PDFName.of('XYZ'), null, null, null]));
}

function asArray(value: unknown): PDFArray {
  if (!(value instanceof PDFArray)) throw new HoldfastError('internal');
  return value;
}

function asDict(value: unknown): PDFDict {
  if (!(value instanceof PDFDict)) throw new HoldfastError('internal');
  return value;
}

/** Turns the links of the typeset pages into links to pages; any other link is taken out. Returns how many stayed. */
export function rewriteLinks(document: PDFDocument, plan: BundlePlan): number {
  const pages = new Map(plan.rows.map((row) => [row.key, row.firstPage]));
  let count = 0;
  for (const page of document.getPages()) {
    page.node.delete(PDFName.of('StructParents'));
    const annotations = page.node.Annots();
    if (annotations === undefined) continue;
    const kept: PDFRef[] = [];
    for (let index = 0; index < annotations.size(); index += 1) {
      const annotation = annotations.lookupMaybe(index, PDFDict);
      const uri = annotation?.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
      const address = uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : '';
      const target = address.startsWith(linkBase) ? pages.get(address.slice(linkBase.length)) : undefined;
      if (annotation === undefined || target === undefined) continue;
      const link = asDict(
        document.context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          Border: [0, 0, 0],
          F: 4,
          Dest: destination(document, target),
        }),
      );
      const rectangle = annotation.get(PDFName.of('Rect'));
      if (rectangle !== undefined) link.set(PDFName.of('Rect'), rectangle);
      kept.push(document.context.register(link));
      count += 1;
    }
    if (kept.length === 0) page.node.delete(PDFName.of('Annots'));
    else page.node.set(PDFName.of('Annots'), document.context.obj(kept));
  }
  return count;
}

/** One bookmark a section, and below it one a document, each ending in its page number. */
export function addBookmarks(document: PDFDocument, plan: BundlePlan): void {
  const { context } = document;
  const rootRef = context.nextRef();
  type Node = { readonly ref: PDFRef; readonly dict: PDFDict; readonly children: Node[] };
  const node = (row: BundlePlan['rows'][number]): Node => {
    const dict = asDict(context.obj({ Dest: destination(document, row.firstPage) }));
    dict.set(PDFName.of('Title'), PDFHexString.fromText(bookmarkTitle(row)));
    return { ref: context.register(dict), dict, children: [] };
  };
  const sections: Node[] = [];
  for (const row of plan.rows) {
    if (row.kind === 'section') sections.push(node(row));
    else sections.at(-1)?.children.push(node(row));
  }
  const chain = (parent: PDFRef, siblings: readonly Node[]): void => {
    for (const [index, { ref, dict, children }] of siblings.entries()) {
      dict.set(PDFName.of('Parent'), parent);
      const [previous, next] = [siblings[index - 1], siblings[index + 1]];
      if (previous !== undefined) dict.set(PDFName.of('Prev'), previous.ref);
      if (next !== undefined) dict.set(PDFName.of('Next'), next.ref);
      const [first, last] = [children[0], children.at(-1)];
      if (first === undefined || last === undefined) continue;
      dict.set(PDFName.of('First'), first.ref);
      dict.set(PDFName.of('Last'), last.ref);
      dict.set(PDFName.of('Count'), context.obj(children.length));
      chain(ref, children);
    }
  };
  chain(rootRef, sections);
  const [first, last] = [sections[0], sections.at(-1)];
  if (first === undefined || last === undefined) return;
  const total = sections.length + sections.reduce((sum, each) => sum + each.children.length, 0);
  context.assign(rootRef, context.obj({ Type: 'Outlines', First: first.ref, Last: last.ref, Count: total }));
  document.catalog.set(PDFName.of('Outlines'), rootRef);
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

/** Opens at the first page at 100 %. */
export function openAtFullSize(document: PDFDocument): void {
  const first = document.getPages()[0];
  if (first === undefined) throw new HoldfastError('bundle-empty');
  document.catalog.set(
    PDFName.of('OpenAction'),
    document.context.obj([first.ref, PDFName.of('XYZ'), null, null, 1]),
  );
  document.catalog.set(PDFName.of('Lang'), PDFString.of('en-GB'));
}
