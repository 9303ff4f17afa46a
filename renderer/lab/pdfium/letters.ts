import { LabProblem } from '../kit/problem';
import { withRoom } from './engine';
import { toneOfColour } from './render';
import type { Sheet } from './open-sheet';

/** A letter of a page where it stands: upright, in points from the upper left corner. */
export interface Letter {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Drawn by nothing (render modes 3 and 7): the layer under a scan, or words that nobody is to see. */
  readonly isUndrawn: boolean;
  /** How light it is drawn, 0 to 255. */
  readonly tone: number;
}

/** A space or the end of a line between two letters. */
export type Gap = 'space' | 'line';
export type Run = Letter | Gap;

/** A page with more is no page of a letter. */
const mostLetters = 300_000;
const undrawn = [3, 7];

type Drawing = Pick<Letter, 'isUndrawn' | 'tone'>;

export function isLetter(run: Run): run is Letter {
  return typeof run !== 'string';
}

/** The text of a page in reading order. Spaces and line ends that PDFium has put in are gaps. */
export function lettersOf(sheet: Sheet): readonly Run[] {
  const { engine, page } = sheet;
  const text = engine.FPDFText_LoadPage(page);
  if (text === 0) return [];
  try {
    const count = Math.min(mostLetters, engine.FPDFText_CountChars(text));
    if (count < 0) throw new LabProblem('unreadable-pdf');
    const objects = new Map<number, Drawing>();
    return withRoom(
      engine,
      4,
      (at, read) => {
        const runs: Run[] = [];
        for (let index = 0; index < count; index += 1) {
          const code = engine.FPDFText_GetUnicode(text, index);
          const run = gapFor(code) ?? letterAt(sheet, text, index, objects, at, read);
          if (run !== null) runs.push(run);
        }
        return runs;
      },
      8,
    );
  } finally {
    engine.FPDFText_ClosePage(text);
  }
}

function gapFor(code: number): Gap | null {
  if (code === 0x0a || code === 0x0d) return 'line';
  return code === 0x20 || code === 0x09 || code === 0xa0 ? 'space' : null;
}

function letterAt(
  { engine, place }: Sheet,
  text: number,
  index: number,
  objects: Map<number, Drawing>,
  [left = 0, right = 0, bottom = 0, top = 0]: readonly number[],
  read: { float(index: number): number },
): Letter | null {
  const code = engine.FPDFText_GetUnicode(text, index);
  // Codes without a meaning, halves of pairs, and what hyphens are turned into at the end of a line.
  if (code < 0x20 || code === 0xfffe || code === 0xffff) return null;
  if (!engine.FPDFText_GetCharBox(text, index, left, right, bottom, top)) return null;
  const one = place(read.float(0), read.float(2));
  const other = place(read.float(1), read.float(3));
  const object = engine.FPDFText_GetTextObject(text, index);
  let drawing = objects.get(object);
  if (drawing === undefined) {
    drawing = drawingOf(engine, object);
    objects.set(object, drawing);
  }
  return {
    text: meaningOf(code),
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    right: Math.max(one.x, other.x),
    bottom: Math.max(one.y, other.y),
    ...drawing,
  };
}

/** A broken table may give a letter a meaning that no letter has; what is drawn is a letter all the same. */
function meaningOf(code: number): string {
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  return isHalf || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

function drawingOf(engine: Sheet['engine'], object: number): Drawing {
  if (object === 0) return { isUndrawn: false, tone: 0 };
  const tone = withRoom(engine, 4, ([red = 0, green = 0, blue = 0, alpha = 0], read) =>
    engine.FPDFPageObj_GetFillColor(object, red, green, blue, alpha)
      ? toneOfColour(read.int(0), read.int(1), read.int(2))
      : 0,
  );
  return { isUndrawn: undrawn.includes(engine.FPDFTextObj_GetTextRenderMode(object)), tone };
}

/** Letters with nothing between them. */
export function wordsOf(
  runs: readonly Run[],
): readonly { readonly letters: readonly Letter[]; readonly line: number }[] {
  const words: { letters: Letter[]; line: number }[] = [];
  let line = 0;
  let open: { letters: Letter[]; line: number } | null = null;
  for (const run of runs) {
    if (!isLetter(run)) {
      open = null;
      if (run === 'line' && words.at(-1)?.line === line) line += 1;
      continue;
    }
    if (open === null) {
      open = { letters: [], line };
      words.push(open);
    }
    open.letters.push(run);
  }
  return words;
}
