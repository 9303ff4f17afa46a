import { evidenceBox } from './sheet';
import type { Rect } from './sheet';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** One part of something on one sheet. */
export interface Piece {
  /** Where on the sheet it shows, in points from the bottom left. */
  readonly rect: Rect;
  /** Which of it shows there: from so far below its top to so far, in its own units. */
  readonly top: number;
  readonly bottom: number;
}

export interface Placed {
  readonly isLandscape: boolean;
  /** Points to one of its units. */
  readonly scale: number;
  readonly pieces: readonly Piece[];
}

/** Taller than this many times its width, it is cut over several sheets, so that its text stays readable. */
const tallFrom = 2.73;
/** Width that what is cut gets, as a share of the box. */
const cutWidth = 0.62;
/** Each further piece repeats this much of the one before, as a share of the box's height. */
const overlap = 0.04;

/**
 * Where something of a size (upright) lies on sheets of A4: as large as it can be and no larger than `most` points to its
 * unit; on a landscape sheet where it is `wideFrom` times as wide as it is high.
 */
export function placeOnSheets(
  size: Size,
  { most, wideFrom }: { readonly most: number; readonly wideFrom: number },
): Placed {
  const isLandscape = size.width > size.height * wideFrom;
  const box = isLandscape ? evidenceBox.landscape : evidenceBox.portrait;
  if (!isLandscape && size.height > size.width * tallFrom && size.height * most > box.height)
    return cut(size, most);
  const scale = Math.min(box.width / size.width, box.height / size.height, most);
  const width = size.width * scale;
  const height = size.height * scale;
  const rect = { x: box.x + (box.width - width) / 2, y: box.y + box.height - height, width, height };
  return { isLandscape, scale, pieces: [{ rect, top: 0, bottom: size.height }] };
}

function cut(size: Size, most: number): Placed {
  const box = evidenceBox.portrait;
  const scale = Math.min((box.width * cutWidth) / size.width, most);
  const room = box.height / scale;
  const step = room * (1 - overlap);
  const width = size.width * scale;
  const pieces: Piece[] = [];
  for (let top = 0; top === 0 || top + room - step < size.height; top += step) {
    const bottom = Math.min(size.height, top + room);
    const height = (bottom - top) * scale;
    const rect = { x: box.x + (box.width - width) / 2, y: box.y + box.height - height, width, height };
    pieces.push({ rect, top, bottom });
  }
  return { isLandscape: false, scale, pieces };
}
