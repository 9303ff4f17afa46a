import type { Word } from '../../models/text';

type Placed = Pick<Word, 'x' | 'y' | 'w' | 'h' | 'line'>;

/** A line tells how it lies when it has so many words, and is so many times longer than its words are high. */
const ofLine = { words: 3, longer: 6 } as const;
/** From fewer lines and words nothing is certain. */
const enough = { lines: 4, words: 20 } as const;
/** Half of all lines must lie within so many tenths of the middle one. */
const together = 5;

/**
 * By how many tenths of a degree, clockwise, a page must be turned so that its lines of words lie level: the middle of all lines,
 * the longer ones counting for more. Null where there are too few, or where they do not agree.
 */
export function crookedByWords(words: readonly Placed[]): number | null {
  const lines = linesOf(words).flatMap((line) => slopeOf(line) ?? []);
  const counted = lines.reduce((sum, line) => sum + line.words, 0);
  if (lines.length < enough.lines || counted < enough.words) return null;
  const falls = middleOf(lines.map(({ tenths, length }) => ({ value: tenths, weight: length })));
  const spread = middleOf(
    lines.map(({ tenths, length }) => ({ value: Math.abs(tenths - falls), weight: length })),
  );
  if (spread > together) return null;
  const found = Math.round(falls);
  return found === 0 ? 0 : -found;
}

function linesOf(words: readonly Placed[]): readonly (readonly Placed[])[] {
  const lines = new Map<number, Placed[]>();
  for (const word of words) {
    const line = lines.get(word.line);
    if (line === undefined) lines.set(word.line, [word]);
    else line.push(word);
  }
  return [...lines.values()];
}

interface Slope {
  /** How far it falls from left to right. */
  readonly tenths: number;
  readonly length: number;
  readonly words: number;
}

/** The straight line through the middles of its words (least squares). A word's box grows on both sides when it is crooked. */
function slopeOf(line: readonly Placed[]): Slope | null {
  if (line.length < ofLine.words) return null;
  const middles = line.map(({ x, y, w, h }) => ({ x: x + w / 2, y: y + h / 2 }));
  const left = Math.min(...line.map(({ x }) => x));
  const right = Math.max(...line.map(({ x, w }) => x + w));
  const high = line.reduce((sum, { h }) => sum + h, 0) / line.length;
  if (right - left < ofLine.longer * high) return null;
  const x = middles.reduce((sum, each) => sum + each.x, 0) / middles.length;
  const y = middles.reduce((sum, each) => sum + each.y, 0) / middles.length;
  let [rise, run] = [0, 0];
  for (const each of middles) {
    rise += (each.x - x) * (each.y - y);
    run += (each.x - x) ** 2;
  }
  if (run === 0) return null;
  return { tenths: (Math.atan(rise / run) * 1800) / Math.PI, length: right - left, words: line.length };
}

/** The value below and above which half of the weight lies. */
function middleOf(all: readonly { readonly value: number; readonly weight: number }[]): number {
  const sorted = [...all].sort((a, b) => a.value - b.value);
  let left = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  for (const { value, weight } of sorted) {
    left -= weight;
    if (left <= 0) return value;
  }
  return 0;
}
