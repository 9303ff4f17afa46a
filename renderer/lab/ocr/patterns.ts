import type { Word } from '../../../shared/models/text';
import type { Ink } from './ink';

/** What has less than this part of the contrast of the writing may be the pattern of a wallpaper. */
const pale = 0.38;
/** So many letters and figures, read with so much confidence, make a pale word one after all. */
const long = 4;
const sure = 70;

/**
 * The words without those read out of the drawings of a wallpaper. These are paler than the writing on the same picture,
 * and no line of them has a word of some length that was read with confidence: "Delivered", pale under a bubble, stays.
 */
export function withoutPatterns(
  words: readonly Word[],
  { grey, written }: NonNullable<Ink['contrast']>,
): readonly Word[] {
  const isPale = words.map((word) => strongest(grey, word) < pale * written);
  const said = new Set(
    words.flatMap(({ text, confidence, line }, index) =>
      isPale[index] === true && (confidence ?? 0) >= sure && lettersOf(text) >= long ? [line] : [],
    ),
  );
  return words.filter(({ line }, index) => isPale[index] !== true || said.has(line));
}

const lettersOf = (text: string): number => text.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0;

/** The highest contrast inside the box of a word. */
function strongest({ data, width }: NonNullable<Ink['contrast']>['grey'], { x, y, w, h }: Word): number {
  let most = 0;
  for (let row = y; row < y + h; row += 1) {
    for (let at = row * width + x; at < row * width + x + w; at += 1) most = Math.max(most, data[at] ?? 0);
  }
  return most;
}
