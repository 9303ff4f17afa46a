import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject, PDFPage } from '@cantoo/pdf-lib';
import { ObjectCopier, nameOf } from '../pdf-write/copy-objects';
import { loadPdf } from '../pdf-write/load';
import type { Kid } from '../pdf-write/structure';
import { numbers, ref, textString } from '../pdf-write/syntax';
import type { ObjectNumber } from '../pdf-write/syntax';
import { accent } from './accent';
import type { BundleFile } from './bundle-file';
import { linkBase } from './links';

/** A link of a typeset page, and the number that is drawn at its place where it is one for that. */
interface LinkPlace {
  readonly annotation: PDFRef;
  readonly key: string;
  readonly rect: readonly [number, number, number, number];
  readonly slot: { readonly side: 'l' | 'r'; readonly size: number } | null;
}

/** Text pages as Chromium printed them. */
export interface TextPart {
  readonly documents: readonly PDFDocument[];
  readonly pages: number;
}

export async function readTextPart(printings: readonly Uint8Array[]): Promise<TextPart> {
  const documents: PDFDocument[] = [];
  for (const bytes of printings) documents.push(await loadPdf(bytes));
  return { documents, pages: documents.reduce((sum, each) => sum + each.getPageCount(), 0) };
}

/**
 * Writes typeset pages from the page `from` (1-based) on: their content as it is, the numbers at their places, their links
 * to pages of the bundle, and what they mean. A link to what is not in this file is taken out.
 */
export function writeTextPart(file: BundleFile, part: TextPart, from: number, title: string): void {
  let next = from;
  const sect = file.structure.reserve();
  const kids: Kid[] = [];
  for (const document of part.documents) {
    const copier = new ObjectCopier(file.writer, document.context);
    const pages = document.getPages();
    const marked = new MarkedPages(file, copier, pages, next);
    kids.push(...marked.tree(document, sect));
    for (const [index, page] of pages.entries()) writePage(file, copier, marked, page, index, next + index);
    copier.flush();
    next += pages.length;
  }
  file.structure.writePart(sect, { type: 'Sect', title, kids });
}

function writePage(
  file: BundleFile,
  copier: ObjectCopier,
  marked: MarkedPages,
  page: PDFPage,
  index: number,
  position: number,
): void {
  const fonts = new Map<string, ObjectNumber>();
  const { width, height } = page.getSize();
  const drawn = marked.placesOf(index).flatMap((place) => marked.draw(index, place, fonts));
  const extra = file.add(`Q\n${drawn.join('\n')}\n${file.plate(position, { width, height }, fonts)}`);
  const resources = page.node.Resources();
  const without = new Set(['Font', 'ProcSet']);
  const own = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
  file.writePage(position, {
    width,
    height,
    resources: [
      resources === undefined ? '' : copier.entries(resources, without),
      `/Font<<${own === undefined ? '' : copier.entries(own)}${file.fontEntries(fonts)}>>`,
    ].join(''),
    contents: [file.save, ...contentsOf(page).map((each) => copier.numberOf(each)), extra],
    annotations: marked.annotationsOf(index),
    marks: marked.elementsOf(index),
  });
}

function contentsOf(page: PDFPage): readonly PDFRef[] {
  const contents = page.node.get(PDFName.of('Contents'));
  if (contents instanceof PDFRef) return [contents];
  return contents instanceof PDFArray ? contents.asArray().filter((each) => each instanceof PDFRef) : [];
}

/** Pages of one printing with what their marked content belongs to. */
class MarkedPages {
  /** Of each page, the element of every mark. */
  private readonly elements: Map<number, ObjectNumber>[];
  private readonly nextMark: number[];
  private readonly places: readonly (readonly LinkPlace[])[];
  private readonly indexOf: ReadonlyMap<PDFRef, number>;
  private readonly written: ObjectNumber[][];
  /** Marks of numbers that are drawn at a link, by the link. */
  private readonly slotMarks = new Map<PDFRef, number>();
  private readonly linkElements = new Map<PDFRef, ObjectNumber>();

  constructor(
    private readonly file: BundleFile,
    private readonly copier: ObjectCopier,
    pages: readonly PDFPage[],
    private readonly first: number,
  ) {
    this.indexOf = new Map(pages.map((page, index) => [page.ref, index]));
    for (const [index, page] of pages.entries()) copier.stands(page.ref, file.pageNumber(first + index));
    this.elements = pages.map(() => new Map<number, ObjectNumber>());
    this.nextMark = pages.map(() => 0);
    this.written = pages.map(() => []);
    this.places = pages.map(linksOf);
  }

  placesOf(index: number): readonly LinkPlace[] {
    return this.places[index] ?? [];
  }

  annotationsOf(index: number): readonly ObjectNumber[] {
    return this.written[index] ?? [];
  }

  elementsOf(index: number): readonly ObjectNumber[] {
    const elements = this.elements[index] ?? new Map<number, ObjectNumber>();
    const count = Math.max(-1, ...elements.keys()) + 1;
    return Array.from({ length: count }, (_, mark) => elements.get(mark) ?? this.file.structure.document);
  }

  /** Copies what the pages mean, below `parent`; gives what is to be held there. */
  tree(document: PDFDocument, parent: ObjectNumber): readonly Kid[] {
    const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
    const top = root?.lookup(PDFName.of('K'));
    // Numbers that are drawn later are marks behind those of the printing.
    this.countMarks(top);
    for (const [index, places] of this.places.entries())
      for (const place of places)
        if (place.slot !== null) this.slotMarks.set(place.annotation, this.takeMark(index));
    return this.kidsOf(top, parent, true);
  }

  private takeMark(index: number): number {
    const mark = this.nextMark[index] ?? 0;
    this.nextMark[index] = mark + 1;
    return mark;
  }

  private countMarks(object: PDFObject | undefined): void {
    walk(object, (dict) => {
      const index = this.pageOf(dict);
      const mark = markOf(dict);
      if (index !== undefined && mark !== null)
        this.nextMark[index] = Math.max(this.nextMark[index] ?? 0, mark + 1);
    });
  }

  private pageOf(dict: PDFDict): number | undefined {
    const page = dict.get(PDFName.of('Pg'));
    return page instanceof PDFRef ? this.indexOf.get(page) : undefined;
  }

  /** What an element holds: marks, links and elements that mean something; what means nothing gives what it holds. */
  private kidsOf(object: PDFObject | undefined, parent: ObjectNumber, isTop: boolean): readonly Kid[] {
    return listOf(object).flatMap((each): readonly Kid[] => {
      const dict = each instanceof PDFDict ? each : null;
      if (dict === null) return [];
      const type = nameOf(dict.get(PDFName.of('Type')));
      if (type === 'MCR') return this.mark(dict, parent);
      if (type === 'OBJR') return this.link(dict, parent);
      const kind = nameOf(dict.get(PDFName.of('S')));
      const inner = dict.lookup(PDFName.of('K'));
      if (kind === 'NonStruct' || kind === 'Document') {
        if (!isTop || !listOf(inner).some(isMark)) return this.kidsOf(inner, parent, isTop);
        // Words that stand in no paragraph of their own.
        return [this.element('P', dict, inner, parent)];
      }
      return [this.element(kind, dict, inner, parent, groups.has(kind))];
    });
  }

  private element(
    type: string,
    dict: PDFDict,
    inner: PDFObject | undefined,
    parent: ObjectNumber,
    isGroup = false,
  ): Kid {
    const number = this.file.structure.reserve();
    const kids = this.kidsOf(inner, number, isGroup);
    this.file.structure.write(number, parent, { type, kids, more: this.said(dict) });
    return { element: number };
  }

  private mark(dict: PDFDict, parent: ObjectNumber): readonly Kid[] {
    const index = this.pageOf(dict);
    const mark = markOf(dict);
    if (index === undefined || mark === null) return [];
    this.elements[index]?.set(mark, parent);
    return [{ page: this.file.pageNumber(this.first + index), mark }];
  }

  private link(dict: PDFDict, parent: ObjectNumber): readonly Kid[] {
    const index = this.pageOf(dict);
    const annotation = dict.get(PDFName.of('Obj'));
    if (index === undefined || !(annotation instanceof PDFRef)) return [];
    const place = this.placesOf(index).find((each) => each.annotation === annotation);
    if (place === undefined) return [];
    const page = this.file.pageNumber(this.first + index);
    const kids: Kid[] = [];
    const slot = this.slotMarks.get(annotation);
    if (slot !== undefined) {
      this.elements[index]?.set(slot, parent);
      kids.push({ page, mark: slot });
    }
    if (this.file.targetOf(place.key) !== null) {
      this.linkElements.set(annotation, parent);
      kids.push({ page, object: this.copier.numberOfOwn(annotation) });
    }
    return kids;
  }

  /** Which cells a cell of a table heads or spans. Ids are left behind: those of several printings are the same. */
  private said(dict: PDFDict): string {
    const attributes = listOf(dict.lookup(PDFName.of('A'))).flatMap((each) => {
      if (!(each instanceof PDFDict) || each.has(PDFName.of('Headers'))) return [];
      return [this.copier.text(each)];
    });
    return attributes.length === 0 ? '' : `/A[${attributes.join('')}]`;
  }

  /** Writes the link to a page; gives the operators that draw the number at its place, if one is drawn there. */
  draw(
    index: number,
    { annotation, key, rect, slot }: LinkPlace,
    fonts: Map<string, ObjectNumber>,
  ): readonly string[] {
    const target = this.file.targetOf(key);
    if (target !== null) {
      const number = this.copier.numberOfOwn(annotation);
      const element = this.linkElements.get(annotation);
      const structure =
        element === undefined ? '' : `/StructParent ${this.file.structure.objectKey(element)}`;
      this.file.writer.put(
        number,
        `<</Type/Annot/Subtype/Link/Rect[${numbers(rect)}]/Border[0 0 0]/F 4/Contents ${textString(`Page ${target.label}`)}/Dest[${ref(target.page)}/XYZ null null null]${structure}>>`,
      );
      this.written[index]?.push(number);
    }
    if (slot === null) return [];
    const text = target?.label ?? this.file.saidOf(key);
    const mark = this.slotMarks.get(annotation);
    const width = this.file.widthOf(text, slot.size);
    const x = slot.side === 'r' ? rect[2] - width : rect[0];
    const shown = this.file.fonts.show(
      text,
      { x, y: rect[1] + baseline * slot.size, size: slot.size },
      fonts,
    );
    const color = target === null ? '0.067 0.067 0.067 rg' : `${accent} rg`;
    return [`/Link<</MCID ${mark ?? 0}>>BDC q ${color} BT ${shown} ET Q EMC`];
  }
}

/** Where the letters of Arimo stand in a line as high as their size. */
const baseline = 0.235;

/** What holds paragraphs and no words of its own. */
const groups = new Set(['Sect', 'Div', 'Part', 'Art', 'Document', 'L', 'Figure']);

function isMark(object: PDFObject | undefined): boolean {
  return object instanceof PDFDict && nameOf(object.get(PDFName.of('Type'))) === 'MCR';
}

function markOf(dict: PDFDict): number | null {
  if (nameOf(dict.get(PDFName.of('Type'))) !== 'MCR') return null;
  const mark = dict.lookup(PDFName.of('MCID'));
  return mark instanceof PDFNumber ? mark.asNumber() : null;
}

function listOf(object: PDFObject | undefined): readonly (PDFObject | undefined)[] {
  if (object instanceof PDFArray) return object.asArray().map((_, index) => object.lookup(index));
  return [object];
}

/** Everything below an element. */
function walk(object: PDFObject | undefined, visit: (dict: PDFDict) => void): void {
  const waiting = [...listOf(object)];
  for (let each = waiting.pop(); each !== undefined || waiting.length > 0; each = waiting.pop()) {
    if (!(each instanceof PDFDict)) continue;
    visit(each);
    if (each.has(PDFName.of('K'))) waiting.push(...listOf(each.lookup(PDFName.of('K'))));
  }
}

/** The links of a page that lead into the bundle. A number is drawn where the address ends in its side and size: `#r10.5`. */
function linksOf(page: PDFPage): readonly LinkPlace[] {
  const annotations = page.node.Annots();
  if (annotations === undefined) return [];
  return annotations.asArray().flatMap((annotation): readonly LinkPlace[] => {
    if (!(annotation instanceof PDFRef)) return [];
    const dict = page.doc.context.lookupMaybe(annotation, PDFDict);
    const uri = dict?.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
    const address = uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : '';
    const rect = dict?.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asRectangle();
    if (!address.startsWith(linkBase) || rect === undefined) return [];
    const [key = '', said = ''] = address.slice(linkBase.length).split('#');
    const slot = /^([lr])([\d.]+)$/u.exec(said);
    return [
      {
        annotation,
        key,
        rect: [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height],
        slot: slot === null ? null : { side: slot[1] === 'r' ? 'r' : 'l', size: Number(slot[2]) },
      },
    ];
  });
}
