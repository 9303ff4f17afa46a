import { ref, textString } from './syntax';
import type { ObjectNumber } from './syntax';
import type { FileWriter } from './file-writer';

/** Entries of one node of the tree that leads from what is marked to what it is part of. */
const perNode = 100;

/** What an element holds: marked content of a page, an object such as a link, or another element. */
export type Kid =
  | { readonly page: ObjectNumber; readonly mark: number }
  | { readonly page: ObjectNumber; readonly object: ObjectNumber }
  | { readonly element: ObjectNumber };

export interface Element {
  /** Its standard type, such as `Sect`, `H2`, `Figure` (ISO 32000-1, 14.8.4). */
  readonly type: string;
  readonly kids: readonly Kid[];
  /** What is read out in the place of what nobody can read, such as a picture. */
  readonly alt?: string;
  readonly title?: string;
  /** Further entries, as they are written. */
  readonly more?: string;
}

/** What of it a later file that goes on behind this one needs to know. */
export interface StructureLayout {
  readonly root: ObjectNumber;
  readonly document: ObjectNumber;
  readonly kids: readonly ObjectNumber[];
  /** Nodes of the tree that leads from marks to elements. */
  readonly nodes: readonly ObjectNumber[];
  readonly next: number;
}

/** What the pages of a file mean, for whoever has them read out (tagged PDF, ISO 32000-1, 14.7 and 14.8). */
export class Structure {
  readonly root: ObjectNumber;
  /** The element that everything is in. */
  readonly document: ObjectNumber;
  private readonly kids: ObjectNumber[];
  private readonly parents: { readonly key: number; readonly text: string }[] = [];
  private next: number;

  constructor(
    private readonly writer: FileWriter,
    private readonly before: StructureLayout | null = null,
  ) {
    this.root = before?.root ?? writer.reserve();
    this.document = before?.document ?? writer.reserve();
    this.kids = [...(before?.kids ?? [])];
    this.next = before?.next ?? 0;
  }

  /** A number for an element that others name as their parent before it is written. */
  reserve(): ObjectNumber {
    return this.writer.reserve();
  }

  /** The next part of the document, in reading order. */
  writePart(number: ObjectNumber, element: Element): void {
    this.kids.push(number);
    this.write(number, this.document, element);
  }

  write(number: ObjectNumber, parent: ObjectNumber, { type, kids, alt, title, more }: Element): void {
    this.writer.put(
      number,
      [
        `<</Type/StructElem/S/${type}/P ${ref(parent)}`,
        title === undefined ? '' : `/T ${textString(title)}`,
        alt === undefined ? '' : `/Alt ${textString(alt)}`,
        more ?? '',
        `/K[${kids.map(kidText).join(' ')}]>>`,
      ].join(''),
    );
  }

  /** The key of a page (`StructParents`); `elements` are those its marks 0, 1, 2 ... belong to. */
  pageKey(elements: readonly ObjectNumber[]): number {
    const list = this.writer.add(`[${elements.map(ref).join(' ')}]`);
    return this.keyed(ref(list));
  }

  /** The key of an object on a page (`StructParent`). */
  objectKey(element: ObjectNumber): number {
    return this.keyed(ref(element));
  }

  finish(): StructureLayout {
    this.writer.put(
      this.document,
      `<</Type/StructElem/S/Document/P ${ref(this.root)}/K[${this.kids.map(ref).join(' ')}]>>`,
    );
    const nodes: ObjectNumber[] = [...(this.before?.nodes ?? [])];
    for (let from = 0; from < this.parents.length; from += perNode) {
      const some = this.parents.slice(from, from + perNode);
      const limits = `${some[0]?.key ?? 0} ${some.at(-1)?.key ?? 0}`;
      const pairs = some.map(({ key, text }) => `${key} ${text}`).join(' ');
      nodes.push(this.writer.add(`<</Limits[${limits}]/Nums[${pairs}]>>`));
    }
    const tree = this.writer.add(`<</Kids[${nodes.map(ref).join(' ')}]>>`);
    this.writer.put(
      this.root,
      `<</Type/StructTreeRoot/K ${ref(this.document)}/ParentTree ${ref(tree)}/ParentTreeNextKey ${this.next}>>`,
    );
    return { root: this.root, document: this.document, kids: this.kids, nodes, next: this.next };
  }

  private keyed(text: string): number {
    const key = this.next;
    this.next += 1;
    this.parents.push({ key, text });
    return key;
  }
}

function kidText(kid: Kid): string {
  if ('element' in kid) return ref(kid.element);
  if ('object' in kid) return `<</Type/OBJR/Pg ${ref(kid.page)}/Obj ${ref(kid.object)}>>`;
  return `<</Type/MCR/Pg ${ref(kid.page)}/MCID ${kid.mark}>>`;
}
