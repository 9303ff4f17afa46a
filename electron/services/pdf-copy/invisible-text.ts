import { PDFName } from '@cantoo/pdf-lib';
import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import type { Word } from '../../../shared/models/text';

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
 * shapes (a Type 3 font), so that no font is needed for any script. Gives the operators and the fonts by name.
 */
export function invisibleText(
  context: PDFContext,
  { width, height, words }: PageText,
  size: { readonly width: number; readonly height: number },
): { readonly operators: string; readonly fonts: ReadonlyMap<string, PDFRef> } {
  const codes = new Map<string, number>();
  for (const { text } of words)
    for (const letter of text) if (!codes.has(letter)) codes.set(letter, codes.size);
  const letters = [...codes.keys()];
  const fonts = new Map<string, PDFRef>();
  for (let from = 0; from < letters.length; from += perFont)
    fonts.set(`T${from / perFont}`, emptyFont(context, letters.slice(from, from + perFont)));
  const [across, down] = [size.width / width, size.height / height];
  const lines = words.flatMap((word) => {
    if (word.w === 0 || word.h === 0) return [];
    const high = word.h * down;
    const count = Array.from(word.text).length;
    const stretch = (word.w * across * 100) / (count * high);
    const place = `1 0 0 1 ${fixed(word.x * across)} ${fixed(size.height - (word.y + word.h) * down)} Tm`;
    return [`${fixed(stretch)} Tz ${place} ${shown(word.text, codes, high)}`];
  });
  const operators = lines.length === 0 ? '' : `q BT 3 Tr ${lines.join('\n')} ET Q`;
  return { operators, fonts };
}

/** The letters of a word, each with the font that has it. */
function shown(text: string, codes: ReadonlyMap<string, number>, high: number): string {
  const runs: { font: number; hex: string }[] = [];
  for (const letter of text) {
    const code = codes.get(letter) ?? 0;
    const font = Math.floor(code / perFont);
    const hex = ((code % perFont) + 1).toString(16).padStart(2, '0');
    const last = runs.at(-1);
    if (last?.font === font) last.hex += hex;
    else runs.push({ font, hex });
  }
  return runs.map(({ font, hex }) => `/T${font} ${fixed(high)} Tf <${hex}> Tj`).join(' ');
}

function fixed(value: number): string {
  return value.toFixed(3).replace(/\.?0+$/u, '');
}

function emptyFont(context: PDFContext, letters: readonly string[]): PDFRef {
  const shape = context.register(context.stream('1000 0 0 0 1000 1000 d1'));
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type3',
      FontBBox: [0, 0, 1000, 1000],
      FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
      CharProcs: { e: shape },
      Encoding: { Type: 'Encoding', Differences: [1, ...letters.map(() => PDFName.of('e'))] },
      FirstChar: 1,
      LastChar: letters.length,
      Widths: letters.map(() => 1000),
      Resources: {},
      ToUnicode: context.register(context.flateStream(meanings(letters))),
    }),
  );
}

/** Which letter each code stands for (ISO 32000-1, 9.10.3). */
function meanings(letters: readonly string[]): string {
  const rows = letters.map((letter, index) => {
    const units = Array.from({ length: letter.length }, (_, at) =>
      letter.charCodeAt(at).toString(16).padStart(4, '0'),
    );
    return `<${(index + 1).toString(16).padStart(2, '0')}> <${units.join('')}>`;
  });
  const blocks: string[] = [];
  for (let from = 0; from < rows.length; from += 100) {
    const some = rows.slice(from, from + 100);
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Holdfast def /CMapType 2 def',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
