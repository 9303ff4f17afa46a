import { PDFName } from '@cantoo/pdf-lib';
import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { InvisibleLetters, codesOf } from '../pdf-write/invisible-letters';
import type { PageText } from '../pdf-write/invisible-letters';
import { meanings } from '../pdf-write/meanings';

/** Words under the picture of a page (pdf-write/invisible-letters): the operators, and the fonts by name. */
export function invisibleText(
  context: PDFContext,
  { width, height, words }: PageText,
  size: { readonly width: number; readonly height: number },
): { readonly operators: string; readonly fonts: ReadonlyMap<string, PDFRef> } {
  const letters = new InvisibleLetters();
  const operators = letters.operators({ width, height, words }, size);
  const fonts = new Map<string, PDFRef>();
  for (const { name, letters: own } of letters.fonts()) fonts.set(name, emptyFont(context, own));
  return { operators, fonts };
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
      ToUnicode: context.register(context.flateStream(meanings(codesOf(letters), 1))),
    }),
  );
}
