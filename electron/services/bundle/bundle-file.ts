import { DrawnFonts, widthOf } from '../pdf-write/drawn-fonts';
import type { DrawnFaces, Weight } from '../pdf-write/drawn-fonts';
import { FileWriter } from '../pdf-write/file-writer';
import { InvisibleText } from '../pdf-write/invisible-letters';
import { writeOutline } from '../pdf-write/outline';
import type { Bookmark, OutlineLayout } from '../pdf-write/outline';
import { PageTree } from '../pdf-write/page-tree';
import type { TreeLayout } from '../pdf-write/page-tree';
import { Structure } from '../pdf-write/structure';
import type { StructureLayout } from '../pdf-write/structure';
import { dateString, fixed, numbers, ref, textString } from '../pdf-write/syntax';
import type { ObjectNumber } from '../pdf-write/syntax';
import { HoldfastError } from '../../../shared/errors';
import { bookmarkTitle } from '../../../shared/domain/bundle/plan';
import { labelOf } from '../../../shared/domain/bundle/labels';
import { platePlace } from '../../../shared/domain/bundle/sheet';
import type { BundlePlan } from '../../../shared/models/bundle';

/** What a page is made of, as it is written. */
export interface PageParts {
  readonly width: number;
  readonly height: number;
  /** Entries of its resources. */
  readonly resources: string;
  readonly contents: readonly ObjectNumber[];
  readonly annotations: readonly ObjectNumber[];
  /** What its marks 0, 1, 2 ... belong to. */
  readonly marks: readonly ObjectNumber[];
}

/** Which pages of the bundle a file holds. */
export interface FileScope {
  /** Positions in the bundle from 1, in their order; null for a sheet that is empty on purpose. */
  readonly sheets: readonly (number | null)[];
  /** What stands in the file as its title. */
  readonly title: string;
  /** What the file says its language is; English where nothing is said. */
  readonly language?: string;
  readonly date: Date;
  /** 16 bytes, hex, from what the file is made of. */
  readonly id: string;
  /** Which volume a page is in, where the bundle has several and this file is one. */
  readonly volumeOf?: (position: number) => number | null;
  /** The file that this one goes on behind; `sheets` are then those that are added. */
  readonly after?: FileLayout;
}

/** Where the objects of a finished file stand that one that goes on behind it needs. */
export interface FileLayout {
  readonly bytes: number;
  readonly next: ObjectNumber;
  readonly xref: number;
  readonly tree: TreeLayout;
  readonly outline: OutlineLayout | null;
  readonly structure: StructureLayout;
}

/** One PDF of a bundle while it is written. Pages are named by their position in the whole bundle, from 1. */
export class BundleFile {
  readonly structure: Structure;
  readonly fonts: DrawnFonts;
  readonly invisible: InvisibleText;
  /** A content that keeps the state of drawing, before one that changes it. */
  readonly save: ObjectNumber;
  private readonly tree: PageTree;
  private readonly pages = new Map<number, { readonly page: ObjectNumber; readonly parent: ObjectNumber }>();
  private readonly places = new Map<string, number>();

  constructor(
    private readonly faces: DrawnFaces,
    readonly plan: BundlePlan,
    private readonly scope: FileScope,
    /** Of this file; pages of exhibits may be written with it before. */
    readonly writer: FileWriter = new FileWriter(scope.after ?? null),
  ) {
    const after = scope.after ?? null;
    this.structure = new Structure(this.writer, after?.structure);
    this.invisible = new InvisibleText(this.writer);
    const behind = after === null ? 0 : (scope.sheets[0] ?? after.tree.pages.length + 1) - 1;
    this.tree = new PageTree(this.writer, after?.tree, behind);
    this.fonts = new DrawnFonts(this.writer, faces);
    this.save = this.writer.reserve();
    this.writer.stream(this.save, '', Buffer.from('q\n', 'latin1'));
    for (const sheet of scope.sheets) {
      const added = this.tree.add();
      if (sheet === null) this.writeEmpty(added);
      else this.pages.set(sheet, added);
    }
    for (const row of plan.rows) this.places.set(row.key, row.firstPage);
  }

  /** Whether its pages stand among those of the file before it, and not behind them. */
  private get isInserted(): boolean {
    const { after, sheets } = this.scope;
    return after !== undefined && (sheets[0] ?? 0) <= after.tree.pages.length;
  }

  /** Whether a page of the bundle is written into this file. */
  holds(position: number): boolean {
    return this.pages.has(position);
  }

  pageNumber(position: number): ObjectNumber {
    const page = this.pageAt(position);
    if (page === null) throw new HoldfastError('bundle-layout-unstable');
    return page;
  }

  /** A page of this file, those of the file before it included. */
  private pageAt(position: number): ObjectNumber | null {
    const own = this.pages.get(position)?.page;
    if (own !== undefined) return own;
    // Behind what is inserted, pages of the file before it stand further back.
    const { after, sheets } = this.scope;
    const isBehind = position > (sheets.at(-1) ?? Number.POSITIVE_INFINITY);
    return after?.tree.pages[position - 1 - (isBehind ? sheets.length : 0)] ?? null;
  }

  labelOf(position: number): string {
    return labelOf(this.plan, position);
  }

  /** Where a link leads: null for what is in no page of this file. */
  targetOf(key: string): { readonly page: ObjectNumber; readonly label: string } | null {
    const position = this.places.get(key);
    const page = position === undefined ? null : this.pageAt(position);
    if (position === undefined || page === null) return null;
    return { page, label: this.labelOf(position) };
  }

  /** What is drawn at a place that leads nowhere in this file: the number of a page in another volume, or how many there are. */
  saidOf(key: string): string {
    const position = this.places.get(key);
    if (position !== undefined) {
      const volume = this.scope.volumeOf?.(position) ?? null;
      return volume === null ? this.labelOf(position) : `${this.labelOf(position)} (v${volume})`;
    }
    return key === '=pages' ? `${this.labelOf(1)} to ${this.labelOf(this.plan.pages)}` : '';
  }

  widthOf(text: string, size: number, weight: Weight = 400): number {
    return widthOf(this.faces, text, size, weight);
  }

  add(content: string): ObjectNumber {
    const number = this.writer.reserve();
    this.writer.pressed(number, '', content);
    return number;
  }

  fontEntries(fonts: ReadonlyMap<string, ObjectNumber>): string {
    return [...fonts].map(([name, number]) => `/${name} ${ref(number)}`).join('');
  }

  /** The number of a page on its plate. It is no part of what is read out: a reader says the number of the page itself. */
  plate(
    position: number,
    size: { readonly width: number; readonly height: number },
    fonts: Map<string, ObjectNumber>,
  ): string {
    const text = this.labelOf(position);
    const letters = 12;
    const wide = this.widthOf(text, letters, 700);
    const { x, y, width, height } = platePlace(size, wide);
    const at = { x: x + (width - wide) / 2, y: y + 3.3, size: letters, weight: 700 } as const;
    return [
      '/Artifact<</Type/Pagination/Subtype/Footer>>BDC q 1 g 0.1 G 0.6 w',
      `${numbers([x, y, width, height])} re B`,
      `0 g BT ${this.fonts.show(text, at, fonts)} ET Q EMC`,
    ].join('\n');
  }

  writePage(position: number, parts: PageParts): void {
    const found = this.pages.get(position);
    if (found === undefined) throw new HoldfastError('bundle-layout-unstable');
    const { annotations, marks, contents } = parts;
    this.writer.put(
      found.page,
      [
        `<</Type/Page/Parent ${ref(found.parent)}/MediaBox[0 0 ${fixed(parts.width)} ${fixed(parts.height)}]`,
        `/Resources<<${parts.resources}>>/Contents[${contents.map(ref).join(' ')}]`,
        annotations.length === 0 ? '' : `/Annots[${annotations.map(ref).join(' ')}]`,
        marks.length === 0 ? '' : `/StructParents ${this.structure.pageKey(marks)}`,
        '/Tabs/S>>',
      ].join(''),
    );
  }

  /** Ends the file: fonts, bookmarks, labels of pages, and where it opens. */
  finish(): FileLayout {
    const { writer, scope } = this;
    this.fonts.finish();
    this.invisible.finish();
    const structure = this.structure.finish();
    const tree = this.tree.finish();
    // Bookmarks of pages in the middle stand among those of before: all are written anew.
    const outline = this.isInserted
      ? writeOutline(
          writer,
          this.bookmarks((position) => this.pageAt(position)),
        )
      : writeOutline(writer, this.bookmarks(), scope.after?.outline);
    const first = tree.pages[0];
    if (first === undefined) throw new HoldfastError('bundle-empty');
    const root = writer.reserve();
    writer.plain(
      root,
      [
        `<</Type/Catalog/Pages ${ref(this.tree.root)}/StructTreeRoot ${ref(this.structure.root)}/MarkInfo<</Marked true>>`,
        `/Lang(${scope.language ?? 'en-GB'})/ViewerPreferences<</DisplayDocTitle true>>/OpenAction[${ref(first)}/XYZ null null 1]`,
        outline === null ? '' : `/Outlines ${ref(outline.root)}/PageMode/UseOutlines`,
        this.pageLabels(),
        '>>',
      ].join(''),
    );
    const info = writer.add(
      `<</Title ${textString(scope.title)}/Producer(Holdfast)/Creator(Holdfast)/CreationDate ${dateString(scope.date)}/ModDate ${dateString(scope.date)}>>`,
    );
    const xref = writer.finish({ root, info, id: scope.id });
    return { bytes: writer.bytes, next: writer.nextNumber, xref, tree, outline, structure };
  }

  private writeEmpty({ page, parent }: { readonly page: ObjectNumber; readonly parent: ObjectNumber }): void {
    this.writer.put(
      page,
      `<</Type/Page/Parent ${ref(parent)}/MediaBox[0 0 595.28 841.89]/Resources<<>>/Tabs/S>>`,
    );
  }

  /** One a section, and below it one a document; those of other volumes are not in this file. */
  private bookmarks(
    pageAt = (position: number): ObjectNumber | null => this.pages.get(position)?.page ?? null,
  ): readonly Bookmark[] {
    const sections: { title: string; page: ObjectNumber; below: Bookmark[] }[] = [];
    for (const row of this.plan.rows) {
      const page = pageAt(row.firstPage);
      if (page === null) continue;
      const bookmark = { title: bookmarkTitle(row, this.labelOf(row.firstPage)), page, below: [] };
      const last = sections.at(-1);
      if (row.kind === 'section' || last === undefined) sections.push(bookmark);
      else last.below.push(bookmark);
    }
    return sections;
  }

  /** What a reader calls the pages, where that is not their place in the file (ISO 32000-1, 12.4.2). */
  private pageLabels(): string {
    const whole = Array.from({ length: this.plan.pages }, (_, index) => index + 1);
    const sheets = this.scope.after === undefined ? this.scope.sheets : whole;
    const labels = sheets.map((sheet) => (sheet === null ? '' : this.labelOf(sheet)));
    if (labels.every((label, index) => label === String(index + 1))) return '';
    return `/PageLabels<</Nums[${labelRuns(labels).join(' ')}]>>`;
  }
}

/** Labels as runs: `B12, B13, B14` is one that begins at 12 behind a B. */
function labelRuns(labels: readonly string[]): readonly string[] {
  const runs: string[] = [];
  let before: { readonly prefix: string; readonly number: number | null } | null = null;
  for (const [index, label] of labels.entries()) {
    const [, prefix = label, digits] = /^(.*?)(\d+)$/u.exec(label) ?? [];
    const number: number | null = digits === undefined ? null : Number(digits);
    const goesOn: boolean =
      before !== null && number !== null && before.prefix === prefix && before.number === number - 1;
    if (!goesOn)
      runs.push(
        number === null
          ? `${index}<</P ${textString(label)}>>`
          : `${index}<</S/D${prefix === '' ? '' : `/P ${textString(prefix)}`}/St ${number}>>`,
      );
    before = { prefix, number };
  }
  return runs;
}
