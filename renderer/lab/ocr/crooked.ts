import { crookedByWords } from '../../../shared/domain/text/level';
import { leastTenths } from '../../../shared/models/page-turn';
import type { Word } from '../../../shared/models/text';
import { readsWell } from './lying';

/** Rows of ink and lines of words may differ by so many tenths: the boxes of words are coarser. */
const agree = 5;

/** What is known of a page whose lines may not lie level. */
export interface MayBeCrooked {
  /** By how much it must be turned by the rows of its ink (crookedByRows), or null. */
  readonly byRows: number | null;
  /** What was read on it as it lies. */
  readonly words: readonly Word[];
  /** Reads a piece of it, turned by so much. */
  readonly readStraight: (tenths: number) => Promise<readonly Word[]>;
}

/**
 * By how many tenths of a degree, clockwise, a page must be turned so that its lines lie level. Said only where its ink and its words
 * agree, or where it can be read once it is straight: 0 where nothing is certain. A photograph without words has no lines.
 */
export async function crookedBy({ byRows, words, readStraight }: MayBeCrooked): Promise<number> {
  if (byRows === null || Math.abs(byRows) < leastTenths) return 0;
  const before = crookedByWords(words);
  if (before !== null && Math.abs(before - byRows) <= agree && readsWell(words)) return byRows;
  // On a crooked page words of several lines may have been taken for one.
  const straight = await readStraight(byRows);
  const left = crookedByWords(straight);
  return left !== null && Math.abs(left) <= agree && readsWell(straight) ? byRows : 0;
}

/** A tall screenshot is no page that somebody laid on a scanner: at the size that is looked at, its lines are gone. */
const longestPage = 2.5;

/** Whether a picture has the shape of a page. */
export function isShapedAsPage({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): boolean {
  return Math.max(width, height) <= longestPage * Math.min(width, height);
}
