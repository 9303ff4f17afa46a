import type { Seeded } from '../helpers/seeded';

/** What an input is broken with. */
export interface Breaking {
  readonly random: Seeded;
  /** Another input, to take pieces from. */
  readonly other: Buffer;
  readonly words: readonly string[];
}

type Way = (bytes: Buffer, breaking: Breaking) => Buffer;

/** Lengths, counts and places that parsers trip over. */
const edges = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff,
];

const ways: readonly [Way, ...Way[]] = [
  flipped,
  flipped,
  byteSet,
  byteSet,
  lengthChanged,
  lengthChanged,
  cutShort,
  pieceTaken,
  pieceRepeated,
  spliced,
  wordPut,
  numberWritten,
  noise,
];

/** The next number of ways in which an input is broken at once: mostly few. */
export function timesOf(random: Seeded): number {
  let times = 1;
  while (times < 12 && random.below(2) === 0) times += 1;
  return times;
}

/** A broken version of a file: bits, lengths, pieces of it or of another. */
export function brokenBytes(bytes: Buffer, breaking: Breaking): Buffer {
  let out = bytes;
  for (let left = timesOf(breaking.random); left > 0; left -= 1) {
    if (out.length === 0) out = breaking.random.bytes(1);
    out = breaking.random.pick(ways)(out, breaking);
  }
  return out;
}

/** Somewhere; more often near the start, where kinds, counts and lengths stand. */
function placeIn(bytes: Buffer, random: Seeded): number {
  const within = random.below(3) === 0 ? Math.min(bytes.length, 256) : bytes.length;
  return random.below(within);
}

function flipped(bytes: Buffer, { random }: Breaking): Buffer {
  const out = Buffer.from(bytes);
  const at = placeIn(out, random);
  out[at] = (out[at] ?? 0) ^ (1 << random.below(8));
  return out;
}

function byteSet(bytes: Buffer, { random }: Breaking): Buffer {
  const out = Buffer.from(bytes);
  out[placeIn(out, random)] = random.pick([0, 1, 0x20, 0x7f, 0x80, 0xfe, 0xff, random.below(256)]);
  return out;
}

/** A number of two, four or eight bytes, either way round, at an edge or a little more or less than it was. */
function lengthChanged(bytes: Buffer, { random }: Breaking): Buffer {
  const width = random.pick([2, 4, 4, 8]);
  if (bytes.length < width) return bytes;
  const out = Buffer.from(bytes);
  const at = Math.min(placeIn(out, random), out.length - width);
  const size = Math.min(width, 6);
  const isLittle = random.below(2) === 0;
  const before = isLittle ? out.readUIntLE(at, size) : out.readUIntBE(at, size);
  const edge = edges[random.below(edges.length)] ?? 0;
  const near = before + random.below(65) - 32;
  const value =
    (((random.below(3) === 0 ? near : edge) % 2 ** (8 * size)) + 2 ** (8 * size)) % 2 ** (8 * size);
  if (isLittle) out.writeUIntLE(value, at, size);
  else out.writeUIntBE(value, at, size);
  return out;
}

function cutShort(bytes: Buffer, { random }: Breaking): Buffer {
  return bytes.subarray(0, random.below(bytes.length));
}

function pieceTaken(bytes: Buffer, { random }: Breaking): Buffer {
  const from = placeIn(bytes, random);
  const to = from + 1 + random.below(Math.max(1, bytes.length >> 2));
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
}

/** A piece twice, or very often. */
function pieceRepeated(bytes: Buffer, { random }: Breaking): Buffer {
  const from = placeIn(bytes, random);
  const piece = bytes.subarray(from, from + 1 + random.below(random.pick([4, 64, 4096])));
  const times = random.pick([1, 1, 2, 10, Math.min(5000, Math.floor(32_768 / Math.max(1, piece.length)))]);
  const repeated = Array.from({ length: times }, () => piece);
  return Buffer.concat([bytes.subarray(0, from), ...repeated, bytes.subarray(from)]);
}

/** The beginning of one input with the rest, or a piece, of another. */
function spliced(bytes: Buffer, { random, other }: Breaking): Buffer {
  if (other.length === 0) return bytes;
  const at = placeIn(bytes, random);
  const from = placeIn(other, random);
  if (random.below(2) === 0) return Buffer.concat([bytes.subarray(0, at), other.subarray(from)]);
  const piece = other.subarray(from, from + 1 + random.below(512));
  const rest = bytes.subarray(at + (random.below(2) === 0 ? piece.length : 0));
  return Buffer.concat([bytes.subarray(0, at), piece, rest]);
}

function wordPut(bytes: Buffer, { random, words }: Breaking): Buffer {
  if (words.length === 0) return noise(bytes, { random });
  const word = Buffer.from(words[random.below(words.length)] ?? '', 'utf8');
  const at = placeIn(bytes, random);
  const rest = bytes.subarray(at + (random.below(2) === 0 ? word.length : 0));
  return Buffer.concat([bytes.subarray(0, at), word, rest]);
}

/** Formats that are half text write their numbers in digits. */
function numberWritten(bytes: Buffer, { random }: Breaking): Buffer {
  const text = bytes.toString('latin1');
  const found = [...text.matchAll(/\d{1,10}/gu)].slice(0, 2000);
  const chosen = found[random.below(Math.max(1, found.length))];
  if (chosen === undefined) return noise(bytes, { random });
  const value = random.pick(['0', '-1', '1', '65536', '2147483648', '4294967295', '99999999999', '1e9', '']);
  const after = text.slice(chosen.index + chosen[0].length);
  return Buffer.from(text.slice(0, chosen.index) + value + after, 'latin1');
}

function noise(bytes: Buffer, { random }: Pick<Breaking, 'random'>): Buffer {
  const at = placeIn(bytes, random);
  const made = random.bytes(1 + random.below(64));
  return Buffer.concat([bytes.subarray(0, at), made, bytes.subarray(at + made.length)]);
}
