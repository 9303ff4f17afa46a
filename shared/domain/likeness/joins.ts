import { findOverlap } from './overlap';
import type { Doubt, Overlap, Prepared } from './overlap';
import { contrastOf, rowsDiffer } from './descriptor';

/** A picture's part in a run: its rows from `top` up to but without `bottom`. */
export interface Piece {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
}

/** What stands between a piece and the one after it. */
export type Join =
  | {
      readonly kind: 'overlap';
      /** Rows with something on them that both pictures show. */
      readonly rows: number;
      readonly doubt: Doubt | null;
      /** Row y of the upper picture is row y - offset of the lower one. */
      readonly offset: number;
      /** The rows of the upper picture that both show. */
      readonly top: number;
      readonly bottom: number;
    }
  /** They show nothing in common: something may be missing between. */
  | { readonly kind: 'gap' }
  /** Of another width: they cannot be compared. */
  | { readonly kind: 'width' };

export interface JoinedPieces {
  readonly pieces: readonly Piece[];
  /** One fewer than pieces. */
  readonly joins: readonly Join[];
}

export interface Picture {
  readonly id: string;
  readonly prepared: Prepared;
}

/**
 * Pictures in a given order as pieces. Where two overlap, both are cut at one line of what they share; where they do not,
 * both are shown whole, so that nothing is hidden at a gap.
 */
export function joinInOrder(
  pictures: readonly Picture[],
  overlapOf: (upper: Picture, lower: Picture) => Overlap | null = (upper, lower) =>
    findOverlap(upper.prepared, lower.prepared),
): JoinedPieces {
  const pieces: { id: string; top: number; bottom: number }[] = [];
  const joins: Join[] = [];
  for (const [index, picture] of pictures.entries()) {
    const { height, width } = picture.prepared.descriptor;
    const piece = { id: picture.id, top: 0, bottom: height };
    const before = pictures[index - 1];
    const last = pieces.at(-1);
    if (before !== undefined && last !== undefined) {
      const overlap = overlapOf(before, picture);
      const cut = overlap === null ? null : cutOf(before.prepared, picture.prepared, overlap, last.top);
      if (overlap === null || cut === null) {
        joins.push({ kind: before.prepared.descriptor.width === width ? 'gap' : 'width' });
      } else {
        last.bottom = cut;
        piece.top = cut - overlap.offset;
        joins.push({ kind: 'overlap', ...overlap });
      }
    }
    pieces.push(piece);
  }
  return { pieces, joins };
}

/** Rows above and below a cut that should be empty, so that it goes through no line of text. */
const margin = 4;

/** The row of the upper picture to cut at: empty ground near the middle of what both show, below the piece's own top. */
function cutOf(upper: Prepared, lower: Prepared, overlap: Overlap, above: number): number | null {
  const from = Math.max(overlap.top, above + 1);
  const to = overlap.bottom;
  if (from >= to) return null;
  const middle = Math.floor((from + to) / 2);
  const clear = (y: number): boolean => {
    for (let by = -margin; by < margin; by += 1) {
      const [row, other] = [y + by, y + by - overlap.offset];
      if (row < from || row >= to) return false;
      if (rowsDiffer(upper.descriptor.rows, row, lower.descriptor.rows, other, 14)) return false;
      if (contrastOf(upper.descriptor.rows, row) >= 8) return false;
    }
    return true;
  };
  for (let by = 0; by <= (to - from) / 2; by += 1) {
    if (clear(middle - by)) return middle - by;
    if (clear(middle + by)) return middle + by;
  }
  return middle;
}
