import type { Landmark } from './landmarks';

/** A landmark in this many pictures is part of the app (its header, its buttons) and says nothing about overlaps. */
const mostPictures = 12;
/** Offsets this close together count as one: noise moves the first row of a landmark. */
const bucket = 8;
/** The same place on the screen: what stands still while a conversation is scrolled. */
const still = 3;
/** Landmarks two pictures must have in common, at one offset, to be worth comparing. */
const leastVotes = 3;

/**
 * Pairs of pictures `[one, other]` (indexes, one < other) that have landmarks in common at one vertical offset other than
 * none. Landmarks of all pictures are sorted once, so that only pictures that share some are ever put side by side.
 */
export function overlapCandidates(
  pictures: readonly (readonly Landmark[])[],
): readonly (readonly [number, number])[] {
  const total = pictures.reduce((sum, { length }) => sum + length, 0);
  const places = new Float64Array(total);
  const rows = new Int32Array(total);
  const owners = new Int32Array(total);
  let at = 0;
  for (const [owner, landmarks] of pictures.entries()) {
    for (const { token, row } of landmarks) {
      // Sorted as numbers: the token above, the place in the list below it.
      places[at] = (token >>> 0) * 2 ** 21 + at;
      rows[at] = row;
      owners[at] = owner;
      at += 1;
    }
  }
  places.sort();

  const votes = new Map<number, Map<number, number>>();
  for (let start = 0; start < total;) {
    let end = start + 1;
    const token = Math.floor((places[start] ?? 0) / 2 ** 21);
    while (end < total && Math.floor((places[end] ?? 0) / 2 ** 21) === token) end += 1;
    if (end - start > 1 && end - start <= mostPictures) vote(start, end);
    start = end;
  }

  function vote(start: number, end: number): void {
    for (let first = start; first < end; first += 1) {
      for (let second = first + 1; second < end; second += 1) {
        const [x, y] = [(places[first] ?? 0) % 2 ** 21, (places[second] ?? 0) % 2 ** 21];
        const [one, other] = [owners[x] ?? 0, owners[y] ?? 0];
        const offset = (rows[x] ?? 0) - (rows[y] ?? 0);
        if (one === other || Math.abs(offset) <= still) continue;
        const [low, high, by] = one < other ? [one, other, offset] : [other, one, -offset];
        const key = low * pictures.length + high;
        const offsets = votes.get(key) ?? new Map<number, number>();
        votes.set(key, offsets);
        const place = Math.floor(by / bucket);
        offsets.set(place, (offsets.get(place) ?? 0) + 1);
      }
    }
  }

  const found: (readonly [number, number])[] = [];
  for (const [key, offsets] of votes) {
    const most = Math.max(...[...offsets].map(([place, count]) => count + (offsets.get(place + 1) ?? 0)));
    if (most >= leastVotes) found.push([Math.floor(key / pictures.length), key % pictures.length]);
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
