import type { CaptionWords } from '../../../shared/domain/bundle/caption';
import { landscape, portrait } from '../../../shared/domain/bundle/sheet';
import type { Rect } from '../../../shared/domain/bundle/sheet';
import { HoldfastError } from '../../../shared/errors';
import type { PageText } from '../pdf-write/invisible-letters';
import type { Kid } from '../pdf-write/structure';
import { fixed, numbers, ref } from '../pdf-write/syntax';
import type { ObjectNumber } from '../pdf-write/syntax';
import type { BundleFile } from './bundle-file';
import type { CaptionWriter } from './caption-writer';
import type { WrittenPage, WrittenPages } from './exhibit-pages';
import type { ExhibitSheet } from './exhibit-sheets';

/** An exhibit as it is written: its sheets, its captions, and the words under its pictures. */
export interface ExhibitPart {
  readonly id: string;
  readonly sheets: readonly ExhibitSheet[];
  readonly captionOf: (sheet: ExhibitSheet) => CaptionWords;
  readonly texts: ReadonlyMap<number, PageText>;
  readonly isPicture: boolean;
}

/** So much of what was read off a picture is said in its place; all of it stands under it. */
const mostSaid = 1500;

/** Writes the sheets of an exhibit that are in this file; `from` is where the exhibit begins in the bundle. */
export function writeExhibit(
  file: BundleFile,
  captions: CaptionWriter,
  part: ExhibitPart,
  pages: WrittenPages,
  from: number,
): void {
  const writer = new ExhibitWriter(file, captions, part, pages);
  for (const [index, sheet] of part.sheets.entries())
    if (file.holds(from + index)) writer.sheet(sheet, from + index, index === 0);
  writer.finish();
}

class ExhibitWriter {
  private readonly sect: ObjectNumber;
  private readonly kids: Kid[] = [];

  constructor(
    private readonly file: BundleFile,
    private readonly captions: CaptionWriter,
    private readonly part: ExhibitPart,
    private readonly pages: WrittenPages,
  ) {
    this.sect = file.structure.reserve();
  }

  sheet(sheet: ExhibitSheet, position: number, isFirst: boolean): void {
    const { file } = this;
    const size = sheet.placed.isLandscape ? landscape : portrait;
    const fonts = new Map<string, ObjectNumber>();
    const forms = new Map<string, ObjectNumber>();
    const words = this.part.captionOf(sheet);
    const written = this.pages.get(sheet.page);
    if (written === undefined) throw new HoldfastError('bundle-layout-unstable');
    const marks: ObjectNumber[] = [];
    const page = file.pageNumber(position);
    const mark = (type: string, more: { readonly alt?: string } = {}): number => {
      const element = file.structure.reserve();
      file.structure.write(element, this.sect, { type, kids: [{ page, mark: marks.length }], ...more });
      this.kids.push({ element });
      return marks.push(element) - 1;
    };
    const caption = this.captions.draw(
      `${this.part.id} ${position}`,
      words,
      { isFirst, isLandscape: sheet.placed.isLandscape },
      { fonts, forms },
    );
    const head = isFirst
      ? `/H3<</MCID ${mark('H3')}>>BDC`
      : '/Artifact<</Type/Pagination/Subtype/Header>>BDC';
    const content = [`${head} ${caption} EMC`];
    if (written.isLost) content.push(this.slip(mark('P'), sheet, fonts));
    else if (written.number !== null) {
      forms.set('Exhibit', written.number);
      const type = this.part.isPicture ? 'Figure' : 'P';
      const alt = this.part.isPicture ? { alt: this.altOf(sheet, words) } : {};
      content.push(`/${type}<</MCID ${mark(type, alt)}>>BDC ${drawn(written, sheet)} EMC`);
    }
    const under = this.underneath(sheet, fonts);
    if (under !== '') content.push(`/P<</MCID ${mark('P')}>>BDC ${under} EMC`);
    content.push(file.plate(position, size, fonts));
    file.writePage(position, {
      ...size,
      resources: `/Font<<${file.fontEntries(fonts)}>>/XObject<<${[...forms].map(([name, number]) => `/${name} ${ref(number)}`).join('')}>>`,
      contents: [file.add(content.join('\n'))],
      annotations: [],
      marks,
    });
  }

  finish(): void {
    if (this.kids.length === 0) return;
    const [first] = this.part.sheets;
    const { exhibitRef, title } =
      first === undefined ? { exhibitRef: '', title: '' } : this.part.captionOf(first);
    this.file.structure.writePart(this.sect, {
      type: 'Sect',
      title: [exhibitRef, title].filter((text) => text !== '').join(' '),
      kids: this.kids,
    });
  }

  private altOf(sheet: ExhibitSheet, { exhibitRef, title, part }: CaptionWords): string {
    const name = [exhibitRef === '' ? title : `Exhibit ${exhibitRef}, ${title}`, part]
      .filter((text) => text !== '')
      .join(', ');
    const said = this.textOn(sheet)
      ?.words.map(({ text }) => text)
      .join(' ')
      .slice(0, mostSaid);
    return said === undefined || said === '' ? name : `${name}. Text on it, as read by a program: ${said}`;
  }

  /** The words of the page that stand on this piece of it. */
  private textOn({ page, piece, placed }: ExhibitSheet): PageText | null {
    const text = this.part.texts.get(page);
    if (text === undefined) return null;
    const tall = wholeHeight(placed.pieces);
    const words = text.words.filter(({ y, h }) => {
      const middle = ((y + h / 2) / text.height) * tall;
      return middle >= piece.top && middle < piece.bottom;
    });
    return words.length === 0 ? null : { ...text, words };
  }

  private underneath(sheet: ExhibitSheet, fonts: Map<string, ObjectNumber>): string {
    const text = this.textOn(sheet);
    if (text === null) return '';
    const whole = wholeRect(sheet);
    const operators = this.file.invisible.show(text, whole, fonts);
    return `q 1 0 0 1 ${fixed(whole.x)} ${fixed(whole.y)} cm ${operators} Q`;
  }

  /** In the place of a page that nothing can draw, so that nobody takes the rest to be whole. */
  private slip(mark: number, { page, piece }: ExhibitSheet, fonts: Map<string, ObjectNumber>): string {
    const { x, y, height } = piece.rect;
    const say = (text: string, below: number, size: number): string =>
      this.file.fonts.show(text, { x: x + 20, y: y + height - below, size }, fonts);
    return [
      `/P<</MCID ${mark}>>BDC q 0.1 g BT`,
      say(`Page ${page} of this file could not be read.`, 60, 15),
      say('It is kept in the case file as it was handed over.', 84, 11),
      'ET Q EMC',
    ].join(' ');
  }
}

function wholeHeight(pieces: ExhibitSheet['placed']['pieces']): number {
  return Math.max(...pieces.map(({ bottom }) => bottom));
}

/** Where the whole page would lie if the sheet were large enough. */
function wholeRect({ piece, placed }: ExhibitSheet): Rect {
  const { scale } = placed;
  const height = wholeHeight(placed.pieces) * scale;
  const top = piece.rect.y + piece.rect.height + piece.top * scale;
  return { x: piece.rect.x, y: top - height, width: piece.rect.width, height };
}

/** Draws what is written, cut to the piece that the sheet shows. */
function drawn({ into }: WrittenPage, sheet: ExhibitSheet): string {
  const { x, y, width, height } = sheet.piece.rect;
  const matrix = into(wholeRect(sheet));
  return `q ${numbers([x, y, width, height])} re W n ${matrix.map((value) => value.toFixed(6)).join(' ')} cm /Exhibit Do Q`;
}
