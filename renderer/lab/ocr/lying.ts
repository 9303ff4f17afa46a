import type { TurnBy } from '../../../shared/models/page-turn';
import type { Word } from '../../../shared/models/text';

/** What of a reading tells which way letters stand. */
interface Sense {
  /** Letters of all words, and of words that make sense and run from left to right. */
  readonly letters: number;
  readonly good: number;
  /** Letters of words that make sense and run from top to bottom: the recogniser turns a whole page by itself. */
  readonly onSide: number;
  /** Mean confidence, letter by letter. */
  readonly mean: number;
}

/** A word of letters alone; what is read upside down is full of signs, or very short. */
const isWord = /^\p{L}{3,}[.,!?:;’']*$/u;
const sure = 80;
/** Read as they stand, letters are read with some 95; upside down with some 35, and on their side hardly any are found. */
const mean = { least: 75, doubtful: 65 } as const;
const enough = { letters: 20, more: 10, times: 3, share: 0.4 } as const;

function senseOf(words: readonly Word[]): Sense {
  let [letters, good, onSide, sum] = [0, 0, 0, 0];
  for (const { text, confidence, w, h } of words) {
    letters += text.length;
    sum += text.length * (confidence ?? 0);
    if ((confidence ?? 0) < sure || !isWord.test(text)) continue;
    if (w > h) good += text.length;
    else onSide += text.length;
  }
  return { letters, good, onSide, mean: letters === 0 ? 0 : sum / letters };
}

/** Whether what was read makes so little sense that the page may lie on its side or upside down. */
export function mayLieOtherwise(words: readonly Word[]): boolean {
  const { letters, good, onSide, mean: found } = senseOf(words);
  if (letters < enough.letters || onSide > good) return true;
  return found < mean.doubtful && good < letters * enough.share;
}

/** Letters of a text of which it can be said how its lines lie: some twelve words. */
const enoughToLevel = 60;

/** Whether a good deal was read, from left to right, that makes sense. */
export function readsWell(words: readonly Word[]): boolean {
  const { good, onSide, mean: found } = senseOf(words);
  return good >= enoughToLevel && good > onSide && found >= mean.least;
}

/**
 * By how much a page must be turned, from one piece of it that was read as it lies and turned in each of the three other ways. Said only
 * where one way makes much more sense than all others: 0 where nothing is certain.
 */
export function lyingBy(
  asItLies: readonly Word[],
  turned: readonly { readonly by: TurnBy; readonly words: readonly Word[] }[],
): TurnBy {
  const before = senseOf(asItLies);
  const [best, next] = turned
    .map(({ by, words }) => ({ by, ...senseOf(words) }))
    .sort((a, b) => b.good - a.good);
  if (best === undefined || best.good < enough.letters || best.mean < mean.least) return 0;
  const others = Math.max(before.good, next?.good ?? 0);
  return best.good >= others * enough.times + enough.more ? best.by : 0;
}

export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Four bytes a pixel, turned to the right. */
export function turnedPixels({ data, width, height }: Pixels, by: TurnBy): Pixels {
  const source = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const isAcross = by % 180 !== 0;
  const [wide, high] = isAcross ? [height, width] : [width, height];
  const target = new Uint32Array(wide * high);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) target[y * wide + x] = source[placeOf(by, x, y, width, height)] ?? 0;
  }
  return { data: new Uint8ClampedArray(target.buffer), width: wide, height: high };
}

/** Which pixel of the source comes to a place of what is turned. */
function placeOf(by: TurnBy, x: number, y: number, width: number, height: number): number {
  switch (by) {
    case 90:
      return (height - 1 - x) * width + y;
    case 180:
      return (height - 1 - y) * width + (width - 1 - x);
    case 270:
      return x * width + (width - 1 - y);
    case 0:
      return y * width + x;
  }
}

/** Longest side of the piece that is read in every way: large enough for some lines, small enough to take little time. */
const longestPiece = 1200;
/** Places that are compared along each side. */
const places = 5;

/** The piece of a picture in which most changes from pixel to pixel: there are its letters. */
export function pieceOf({ data, width, height }: Pixels): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  const [wide, high] = [Math.min(width, longestPiece), Math.min(height, longestPiece)];
  let best = { x: 0, y: 0, ink: -1 };
  for (let row = 0; row < places; row += 1) {
    for (let column = 0; column < places; column += 1) {
      const x = Math.round(((width - wide) * column) / (places - 1));
      const y = Math.round(((height - high) * row) / (places - 1));
      const ink = inkIn(data, width, { x, y, wide, high });
      if (ink > best.ink) best = { x, y, ink };
    }
  }
  return { x: best.x, y: best.y, width: wide, height: high };
}

/** Every fourth row and column is enough to tell print from paper. */
const step = 4;

function inkIn(
  data: Uint8ClampedArray,
  width: number,
  {
    x,
    y,
    wide,
    high,
  }: { readonly x: number; readonly y: number; readonly wide: number; readonly high: number },
): number {
  let ink = 0;
  for (let row = y; row < y + high; row += step) {
    for (let column = x + 1; column < x + wide; column += step) {
      const at = (row * width + column) * 4 + 1;
      if (Math.abs((data[at] ?? 0) - (data[at - 4] ?? 0)) > 40) ink += 1;
    }
  }
  return ink;
}

/** The words that lie within a piece. */
export function wordsIn(
  words: readonly Word[],
  piece: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): readonly Word[] {
  return words.filter(
    ({ x, y, w, h }) =>
      x >= piece.x && y >= piece.y && x + w <= piece.x + piece.width && y + h <= piece.y + piece.height,
  );
}
