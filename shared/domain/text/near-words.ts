/**
 * Letters to change, add, leave out or swap with their neighbour to make one word of another, or more than `most`
 * (optimal string alignment).
 */
export function wordDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      now.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = now;
  }
  return last[b.length] ?? most + 1;
}

/** Slips of the finger that are looked past in a word of this length: none in the shortest, where every word is near. */
export function slipsIn(word: string): number {
  return word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
}

/** Words near enough to one that was typed, the nearest first; of two as near, the one that comes first. */
export function nearWords(typed: string, words: Iterable<string>): readonly string[] {
  const most = slipsIn(typed);
  if (most === 0) return [];
  const near: { readonly word: string; readonly distance: number }[] = [];
  for (const word of words) {
    if (word === typed) continue;
    const distance = wordDistance(typed, word, most);
    if (distance <= most) near.push({ word, distance });
  }
  return near.sort((a, b) => a.distance - b.distance).map(({ word }) => word);
}
