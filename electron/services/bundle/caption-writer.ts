import type { PDFDocument } from '@cantoo/pdf-lib';
import { captionLines, captionRoom } from '../../../shared/domain/bundle/caption';
import type { CaptionWords } from '../../../shared/domain/bundle/caption';
import { caption, landscape, portrait } from '../../../shared/domain/bundle/sheet';
import { ObjectCopier } from '../pdf-write/copy-objects';
import { canDraw } from '../pdf-write/drawn-fonts';
import type { DrawnFaces } from '../pdf-write/drawn-fonts';
import { fixed } from '../pdf-write/syntax';
import type { ObjectNumber } from '../pdf-write/syntax';
import type { BundleFile } from './bundle-file';
import { stripHeight } from './caption-strips';
import type { Strip } from './caption-strips';
import { writePageForm } from './page-form';

/** Where the printed line begins below the edge of the sheet. */
const stripTop = 7;

/** Whether a caption can be drawn letter by letter; else it is printed by Chromium (caption-strips.ts). */
export function canDrawCaption(faces: DrawnFaces, words: CaptionWords): boolean {
  return [words.exhibitRef, words.title, words.part, words.date, words.dateSource, words.fileName].every(
    (text) => canDraw(faces, text),
  );
}

/** Draws the captions of one file. */
export class CaptionWriter {
  private readonly copiers = new Map<PDFDocument, ObjectCopier>();

  constructor(
    private readonly file: BundleFile,
    private readonly faces: DrawnFaces,
    private readonly strips: ReadonlyMap<string, Strip>,
  ) {}

  /** The operators of a caption; the fonts and forms they name go into `fonts` and `forms`. */
  draw(
    key: string,
    words: CaptionWords,
    { isFirst, isLandscape }: { readonly isFirst: boolean; readonly isLandscape: boolean },
    into: { readonly fonts: Map<string, ObjectNumber>; readonly forms: Map<string, ObjectNumber> },
  ): string {
    const { width, height } = isLandscape ? landscape : portrait;
    const strip = this.strips.get(key);
    const form = strip === undefined ? null : this.formOf(strip);
    if (form !== null) {
      into.forms.set('Caption', form);
      return `q 1 0 0 1 ${fixed(caption.left)} ${fixed(height - stripTop - stripHeight(isFirst))} cm /Caption Do Q`;
    }
    const shown = canDrawCaption(this.faces, words) ? words : plainWords(words);
    const measure = (text: string, weight: 400 | 700): number =>
      this.file.widthOf(text, caption.size, weight);
    const lines = captionLines(shown, isFirst, captionRoom(width), measure);
    const drawn = lines.flatMap(({ bold, text, right }, index) => {
      const y = height - caption.firstLine - index * caption.lineHeight;
      const boldWidth = bold === '' ? 0 : measure(`${bold}  `, 700);
      const at = (x: number, said: string, weight: 400 | 700): readonly string[] =>
        said === '' ? [] : [this.file.fonts.show(said, { x, y, size: caption.size, weight }, into.fonts)];
      return [
        ...at(caption.left, bold, 700),
        ...at(caption.left + boldWidth, text, 400),
        ...at(width - caption.left - measure(right, 400), right, 400),
      ];
    });
    return `q 0.067 g BT ${drawn.join('\n')} ET Q`;
  }

  finish(): void {
    for (const copier of this.copiers.values()) copier.flush();
  }

  private formOf({ document, page }: Strip): ObjectNumber | null {
    const copier = this.copiers.get(document) ?? new ObjectCopier(this.file.writer, document.context);
    this.copiers.set(document, copier);
    return writePageForm(this.file.writer, copier, document.getPage(page));
  }
}

/** What can be said in plain letters, for a caption that could not be printed. */
function plainWords(words: CaptionWords): CaptionWords {
  const plain = (text: string): string => text.replaceAll(/[^\x20-\x7e]/gu, '?');
  return {
    ...words,
    exhibitRef: plain(words.exhibitRef),
    title: 'Its title could not be printed: it is in the index.',
    part: plain(words.part),
    date: plain(words.date),
    dateSource: plain(words.dateSource),
    fileName: '',
  };
}
