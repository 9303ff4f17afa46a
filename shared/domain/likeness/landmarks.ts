import { bands } from './descriptor';

/**
 * Landmarks: places in a picture that would be known again in another picture, as tokens of four rows of text each. Each row
 * becomes seven signs (brighter, darker, about the same, from one eighth of the width to the next), which compression seldom
 * changes; four rows some way apart span a line of text. What is found all over a picture (edges of bubbles, wallpaper)
 * marks no place and is left out.
 */
export interface Landmark {
  readonly token: number;
  readonly row: number;
}

/** Rows from one sign to the next in a token. */
const apart = 5;
const signsAToken = 4;
/** A step in brightness that is more than noise. */
const step = 10;
/** Signs of a token that must say something. */
const leastSigns = 5;
/** A token found more often in one picture marks no place. */
const mostInOne = 3;

/** For each row the seven signs as one number, 0 for empty ground. */
export function signsOf(rows: Uint8Array): Uint16Array {
  const height = rows.length / bands;
  const signs = new Uint16Array(height);
  for (let y = 0; y < height; y += 1) {
    let code = 0;
    let before = 0;
    for (let band = 0; band < bands; band += 2) {
      const at = y * bands + band;
      const here = ((rows[at] ?? 0) + (rows[at + 1] ?? 0)) / 2;
      if (band > 0) code = code * 3 + (here - before > step ? 1 : before - here > step ? 2 : 0);
      before = here;
    }
    signs[y] = code;
  }
  return signs;
}

const signCounts = Uint8Array.from({ length: 3 ** 7 }, (_, code) => {
  let count = 0;
  for (let left = code; left > 0; left = Math.floor(left / 3)) if (left % 3 !== 0) count += 1;
  return count;
});

/** Every landmark of a picture, from top to bottom. */
export function landmarksOf(signs: Uint16Array): readonly Landmark[] {
  const found: Landmark[] = [];
  const times = new Map<number, number>();
  const last = signs.length - apart * (signsAToken - 1);
  let before = 0;
  for (let row = 0; row < last; row += 1) {
    let token = 0x811c9dc5;
    let said = 0;
    let changes = 0;
    const first = signs[row] ?? 0;
    for (let sign = 0; sign < signsAToken; sign += 1) {
      const code = signs[row + sign * apart] ?? 0;
      said += signCounts[code] ?? 0;
      if (code !== first) changes += 1;
      token = Math.imul(token ^ code, 0x01000193) ^ (code << 13);
    }
    token = Math.imul(token ^ (token >>> 15), 0x2c1b3c6d) | 0;
    // Of rows that are all alike only the first counts.
    if (said < leastSigns || changes === 0 || token === before) continue;
    before = token;
    times.set(token, (times.get(token) ?? 0) + 1);
    found.push({ token, row });
  }
  return found.filter(({ token }) => (times.get(token) ?? 0) <= mostInOne);
}

/** At most this many of one picture are kept for looking for others. */
export const mostKept = 256;

/** A part of the landmarks that is chosen by what they are, so that two pictures keep the same ones. */
export function keptLandmarks(landmarks: readonly Landmark[]): readonly Landmark[] {
  for (const mask of [3, 7, 15, 31, 63]) {
    const kept = landmarks.filter(({ token }) => ((token >>> 8) & mask) === 0);
    if (kept.length <= mostKept) return kept;
  }
  return landmarks.slice(0, mostKept);
}
