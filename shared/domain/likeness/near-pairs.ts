import { countBits, hashRows, hashWords } from './picture-hash';

/** What is needed of a picture to find those it may be a copy of. */
export interface NearPicture {
  readonly width: number;
  readonly height: number;
  readonly hash: Int32Array;
  /** Its rows drawn together to `coarseRows` rows. */
  readonly coarse: Uint8Array;
}

export const coarseRows = 64;

/** Bits of 256 in which the hashes of copies may differ. Copies made smaller or compressed again stay below 16. */
export const nearBits = 28;

/** A copy that lost its status bar or navigation bar is up to this much shorter. */
const mostCropped = 0.1;
/** Proportions this close are the same: a picture made smaller is rounded to whole pixels. */
const sameShape = 0.006;

/** Pictures compared with all others before others have their turn. */
const rowsAStep = 64;

/**
 * Pairs of indexes `[one, other]`, one < other, whose hashes differ in at most `nearBits` bits; where the proportions differ,
 * that of the longer one is taken without its top, or without its bottom. All pairs are looked at, eight words at most
 * each, most of them after two: for thousands of pictures that is quicker than any index that would first have to be built.
 */
export function nearPairs(pictures: readonly NearPicture[]): readonly Pair[] {
  return [...nearPairsInSteps(pictures)].filter((pair) => pair !== null);
}

export type Pair = readonly [number, number];

/** The same, with a null now and then: a good moment to let others have their turn. */
export function* nearPairsInSteps(pictures: readonly NearPicture[]): Generator<Pair | null> {
  const shapes = groupByShape(pictures);
  let found: Pair[] = [];
  const seen = new Set<number>();
  const add = (one: number, other: number): void => {
    const pair = one < other ? ([one, other] as const) : ([other, one] as const);
    const key = pair[0] * pictures.length + pair[1];
    if (seen.has(key)) return;
    seen.add(key);
    found.push(pair);
  };
  function* step(one: number): Generator<Pair | null> {
    yield* found;
    found = [];
    if (one % rowsAStep === 0) yield null;
  }
  const all = pack(pictures.map(({ hash }) => hash));
  for (const [at, long] of shapes.entries()) {
    const own = subset(all, long.members);
    for (let one = 0; one < long.members.length; one += 1) {
      matches(own, one, own, one + 1, (other) => {
        add(long.members[one] ?? 0, long.members[other] ?? 0);
      });
      yield* step(one);
    }
    for (const short of shapes.slice(at + 1)) {
      const cropped = 1 - short.ratio / long.ratio;
      if (cropped > mostCropped) break;
      const target = subset(all, short.members);
      for (const [from, to] of partsLeft(cropped)) {
        const trimmed = pack(
          long.members.map((index) => hashRows(pictures[index]?.coarse ?? new Uint8Array(), from, to)),
        );
        for (let one = 0; one < long.members.length; one += 1) {
          matches(trimmed, one, target, 0, (other) => {
            add(long.members[one] ?? 0, short.members[other] ?? 0);
          });
          yield* step(one);
        }
      }
    }
  }
}

/** What of a longer picture a shorter one may show: all of it, or all but its top or its foot. */
function partsLeft(cropped: number): readonly (readonly [number, number])[] {
  return cropped <= sameShape
    ? [[0, 1]]
    : [
        [cropped, 1],
        [0, 1 - cropped],
      ];
}

interface Shape {
  /** Height over width of its first member. */
  readonly ratio: number;
  readonly members: number[];
}

/** Tallest first. */
function groupByShape(pictures: readonly NearPicture[]): readonly Shape[] {
  const order = pictures
    .map(({ width, height }, index) => ({ index, ratio: height / width }))
    .sort((a, b) => b.ratio - a.ratio || a.index - b.index);
  const shapes: Shape[] = [];
  for (const { index, ratio } of order) {
    const last = shapes.at(-1);
    if (last !== undefined && ratio > last.ratio * (1 - sameShape)) last.members.push(index);
    else shapes.push({ ratio, members: [index] });
  }
  return shapes;
}

function pack(hashes: readonly Int32Array[]): Int32Array {
  const packed = new Int32Array(hashes.length * hashWords);
  for (const [index, hash] of hashes.entries()) packed.set(hash, index * hashWords);
  return packed;
}

function subset(packed: Int32Array, members: readonly number[]): Int32Array {
  const made = new Int32Array(members.length * hashWords);
  for (const [at, index] of members.entries()) {
    made.set(packed.subarray(index * hashWords, (index + 1) * hashWords), at * hashWords);
  }
  return made;
}

function matches(
  hashes: Int32Array,
  one: number,
  targets: Int32Array,
  start: number,
  found: (other: number) => void,
): void {
  const at = one * hashWords;
  const [first, second] = [hashes[at] ?? 0, hashes[at + 1] ?? 0];
  for (let other = start * hashWords; other < targets.length; other += hashWords) {
    let distance = countBits(first ^ (targets[other] ?? 0)) + countBits(second ^ (targets[other + 1] ?? 0));
    for (let word = 2; word < hashWords && distance <= nearBits; word += 1) {
      distance += countBits((hashes[at + word] ?? 0) ^ (targets[other + word] ?? 0));
    }
    if (distance <= nearBits) found(other / hashWords);
  }
}

/** Cells of the coarse descriptors that may differ by more than noise before two pictures of one shape are no longer compared. */
const mostCells = 0.12;

/** A quick look at 64 rows, so that only what is likely alike is compared row by row. */
export function coarselyAlike(a: NearPicture, b: NearPicture): boolean {
  const shape = a.height / a.width / (b.height / b.width);
  if (Math.abs(1 - shape) > sameShape) return true;
  const limit = a.coarse.length * mostCells;
  let apart = 0;
  for (let at = 0; at < a.coarse.length; at += 1) {
    if (Math.abs((a.coarse[at] ?? 0) - (b.coarse[at] ?? 0)) > 10 && (apart += 1) > limit) return false;
  }
  return true;
}
