import type { Word } from '../../../shared/models/text';
import { fixed, ref } from './syntax';
import type { ObjectNumber } from './syntax';
import type { FileWriter } from './file-writer';
import { meanings } from './meanings';

/** A page's words with their places, in a page of so many units. */
export interface PageText {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

/** Codes of one font: 0 is left out, because some readers take it for the end. */
const perFont = 200;

/**
 * Words that can be found and copied where the picture of a page shows them, and that draw nothing. Their letters are empty
 * shapes (a Type 3 font), so that no font is needed for any script.
 */
export class InvisibleLetters {
  private readonly codes = new Map<string, number>();

  /** What is to stand in the content of a page of that size; an empty text for no words. Fonts are named `T0`, `T1` ... */
  operators(
    { width, height, words }: PageText,
    size: { readonly width: number; readonly height: number },
  ): string {
    const [across, down] = [size.width / width, size.height / height];
    const lines = words.flatMap((word) => {
      const count = Array.from(word.text).length;
      if (word.w === 0 || word.h === 0 || count === 0) return [];
      const high = word.h * down;
      const stretch = (word.w * across * 100) / (count * high);
      const place = `1 0 0 1 ${fixed(word.x * across)} ${fixed(size.height - (word.y + word.h) * down)} Tm`;
      return [`${fixed(stretch)} Tz ${place} ${this.shown(word.text, high)}`];
    });
    return lines.length === 0 ? '' : `q BT 3 Tr ${lines.join('\n')} ET Q`;
  }

  /** The fonts, each with its letters in the order of their codes. */
  fonts(): readonly { readonly name: string; readonly letters: readonly string[] }[] {
    const letters = [...this.codes.keys()];
    const fonts: { name: string; letters: readonly string[] }[] = [];
    for (let from = 0; from < letters.length; from += perFont)
      fonts.push({ name: `T${from / perFont}`, letters: letters.slice(from, from + perFont) });
    return fonts;
  }

  /** The letters of a word, each with the font that has it. */
  private shown(text: string, high: number): string {
    const runs: { font: number; hex: string }[] = [];
    for (const letter of text) {
      const code = this.codeOf(letter);
      const font = Math.floor(code / perFont);
      const hex = ((code % perFont) + 1).toString(16).padStart(2, '0');
      const last = runs.at(-1);
      if (last?.font === font) last.hex += hex;
      else runs.push({ font, hex });
    }
    return runs.map(({ font, hex }) => `/T${font} ${fixed(high)} Tf <${hex}> Tj`).join(' ');
  }

  private codeOf(letter: string): number {
    const code = this.codes.get(letter) ?? this.codes.size;
    this.codes.set(letter, code);
    return code;
  }
}

/** The letters of one font with their codes. */
export function codesOf(letters: readonly string[]): readonly (readonly [number, string])[] {
  return letters.map((letter, index) => [index + 1, letter] as const);
}

/** The invisible words of a whole file: its fonts are shared by all pages and written at the end. */
export class InvisibleText {
  private readonly letters = new InvisibleLetters();
  private readonly numbers = new Map<string, ObjectNumber>();

  constructor(private readonly writer: FileWriter) {}

  /** As `InvisibleLetters.operators`; the fonts they name go into `fonts`. */
  show(
    text: PageText,
    size: { readonly width: number; readonly height: number },
    fonts: Map<string, ObjectNumber>,
  ): string {
    const operators = this.letters.operators(text, size);
    for (const [, name = ''] of operators.matchAll(/\/(T\d+) /gu)) fonts.set(name, this.numberOf(name));
    return operators;
  }

  finish(): void {
    const fonts = this.letters.fonts();
    if (fonts.length === 0) return;
    const shape = this.writer.reserve();
    this.writer.stream(shape, '', Buffer.from('1000 0 0 0 1000 1000 d1', 'latin1'));
    for (const { name, letters } of fonts) {
      const toUnicode = this.writer.reserve();
      this.writer.pressed(toUnicode, '', meanings(codesOf(letters), 1));
      this.writer.put(
        this.numberOf(name),
        [
          '<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]',
          `/CharProcs<</e ${ref(shape)}>>/Encoding<</Type/Encoding/Differences[1 ${letters.map(() => '/e').join('')}]>>`,
          `/FirstChar 1/LastChar ${letters.length}/Widths[${letters.map(() => '1000').join(' ')}]/Resources<<>>`,
          `/ToUnicode ${ref(toUnicode)}>>`,
        ].join(''),
      );
    }
  }

  private numberOf(name: string): ObjectNumber {
    const number = this.numbers.get(name) ?? this.writer.reserve();
    this.numbers.set(name, number);
    return number;
  }
}
