import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create } from 'fontkit';
import type { Font, Glyph } from 'fontkit';
import { HoldfastError } from '../../../shared/errors';
import { fixed, ref } from './syntax';
import type { ObjectNumber } from './syntax';
import type { FileWriter } from './file-writer';
import { meanings } from './meanings';

/** The alphabets that need no shaping: a letter is a glyph, one after the other, from left to right. */
const alphabets = ['latin', 'latin-ext', 'greek', 'cyrillic'] as const;
export type Weight = 400 | 700;

interface Face {
  readonly name: string;
  readonly font: Font;
  /** The glyph of each letter that was asked for, null where there is none: the library searches its tables every time. */
  readonly known: Map<number, Glyph | null>;
}

/** A font with the glyphs that were asked for; the types that come with the library describe an earlier one. */
interface Subset {
  readonly includeGlyph: (glyph: number) => number;
  readonly encode: () => Uint8Array;
}

/** The fonts that captions and page numbers are drawn in, read once. */
export type DrawnFaces = Readonly<Record<Weight, readonly Face[]>>;

const readBefore = new Map<string, Promise<DrawnFaces>>();

/** Reads them from the folder of the app that holds them, once: unpacking them takes longer than all captions of a small bundle. */
export function readDrawnFaces(folder: string): Promise<DrawnFaces> {
  const before = readBefore.get(folder);
  if (before !== undefined) return before;
  const reading = readNow(folder);
  readBefore.set(folder, reading);
  reading.catch(() => readBefore.delete(folder));
  return reading;
}

async function readNow(folder: string): Promise<DrawnFaces> {
  const read = async (weight: Weight): Promise<readonly Face[]> =>
    Promise.all(
      alphabets.map(async (alphabet) => {
        const font = create(await readFile(join(folder, `arimo-${alphabet}-${weight}-normal.woff`)));
        if (!('createSubset' in font)) throw new HoldfastError('internal');
        return { name: `Arimo-${alphabet}-${weight}`, font, known: new Map() };
      }),
    );
  return { 400: await read(400), 700: await read(700) };
}

function glyphOf({ font, known }: Face, code: number): Glyph | null {
  let glyph = known.get(code);
  if (glyph === undefined) {
    glyph = font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code) : null;
    known.set(code, glyph);
  }
  return glyph;
}

/** The glyph of a letter, or the one for a letter that the face does not have. */
function drawn(face: Face, code: number): Glyph {
  return glyphOf(face, code) ?? face.font.glyphForCodePoint(code);
}

/** Letters of one face that follow each other. */
interface Run {
  readonly face: Face;
  readonly codes: readonly number[];
}

/** Whether every letter of a text can be drawn as it is: nothing that joins, stacks or runs from right to left. */
export function canDraw(faces: DrawnFaces, text: string): boolean {
  return Array.from(text).every((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return !/\p{M}/u.test(letter) && faces[400].some((face) => glyphOf(face, code) !== null);
  });
}

function runsOf(faces: readonly Face[], text: string): readonly Run[] {
  const runs: { face: Face; codes: number[] }[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const face = faces.find((each) => glyphOf(each, code) !== null) ?? faces[0];
    if (face === undefined) throw new HoldfastError('internal');
    const last = runs.at(-1);
    if (last?.face === face) last.codes.push(code);
    else runs.push({ face, codes: [code] });
  }
  return runs;
}

/** How wide a text is, in points. */
export function widthOf(faces: DrawnFaces, text: string, size: number, weight: Weight = 400): number {
  return runsOf(faces[weight], text).reduce(
    (sum, { face, codes }) =>
      sum +
      codes.reduce((wide, code) => wide + drawn(face, code).advanceWidth, 0) * (size / face.font.unitsPerEm),
    0,
  );
}

/** A face as one file uses it: which of its letters, and under which number. */
interface Used {
  readonly key: string;
  readonly number: ObjectNumber;
  readonly face: Face;
  readonly subset: Subset;
  readonly glyphs: Map<number, { readonly code: number; readonly width: number }>;
}

/** Draws texts in one file, and writes at its end the fonts with the letters that were used (ISO 32000-1, 9.7). */
export class DrawnFonts {
  private readonly used = new Map<Face, Used>();

  constructor(
    private readonly writer: FileWriter,
    readonly faces: DrawnFaces,
  ) {}

  /** The operators that show a text at a place, inside `BT` and `ET`; the fonts they name go into `fonts`, by name. */
  show(
    text: string,
    at: { readonly x: number; readonly y: number; readonly size: number; readonly weight?: Weight },
    fonts: Map<string, ObjectNumber>,
  ): string {
    const shown = runsOf(this.faces[at.weight ?? 400], text).map(({ face, codes }) => {
      const used = this.useOf(face);
      fonts.set(used.key, used.number);
      return `/${used.key} ${fixed(at.size)} Tf <${codes.map((code) => hexOf(used, code)).join('')}> Tj`;
    });
    return `1 0 0 1 ${fixed(at.x)} ${fixed(at.y)} Tm ${shown.join(' ')}`;
  }

  finish(): void {
    for (const used of this.used.values()) writeFont(this.writer, used);
  }

  private useOf(face: Face): Used {
    const known = this.used.get(face);
    if (known !== undefined) return known;
    const made: Used = {
      key: `HF${this.used.size}`,
      number: this.writer.reserve(),
      face,
      subset: face.font.createSubset() as unknown as Subset,
      glyphs: new Map(),
    };
    this.used.set(face, made);
    return made;
  }
}

function hexOf({ face, subset, glyphs }: Used, code: number): string {
  const glyph = drawn(face, code);
  const own = subset.includeGlyph(glyph.id);
  if (!glyphs.has(own)) glyphs.set(own, { code, width: (glyph.advanceWidth * 1000) / face.font.unitsPerEm });
  return own.toString(16).padStart(4, '0');
}

function writeFont(writer: FileWriter, { number, face: { name, font }, subset, glyphs }: Used): void {
  const inner = writer.reserve();
  const file = writer.reserve();
  const scale = 1000 / font.unitsPerEm;
  const { bbox } = font;
  const base = `HFDRAW+${name}`;
  const bytes = subset.encode();
  writer.pressed(file, `/Length1 ${bytes.length}`, bytes);
  const box = [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((each) => fixed(each * scale)).join(' ');
  const descriptor = writer.add(
    `<</Type/FontDescriptor/FontName/${base}/Flags 4/FontBBox[${box}]/ItalicAngle 0/Ascent ${fixed(font.ascent * scale)}/Descent ${fixed(font.descent * scale)}/CapHeight ${fixed(font.capHeight * scale)}/StemV 80/FontFile2 ${ref(file)}>>`,
  );
  const ordered = [...glyphs].sort(([one], [other]) => one - other);
  const widths = ordered.map(([own, { width }]) => `${own}[${fixed(width)}]`).join('');
  writer.put(
    inner,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${base}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${ref(descriptor)}/DW 500/W[${widths}]/CIDToGIDMap/Identity>>`,
  );
  const toUnicode = writer.reserve();
  writer.pressed(
    toUnicode,
    '',
    meanings(
      ordered.map(([own, { code }]) => [own, String.fromCodePoint(code)] as const),
      2,
    ),
  );
  writer.put(
    number,
    `<</Type/Font/Subtype/Type0/BaseFont/${base}/Encoding/Identity-H/DescendantFonts[${ref(inner)}]/ToUnicode ${ref(toUnicode)}>>`,
  );
}
