import type { Seeded } from './seeded';

/** Ways in which a file that was valid arrives broken; each changes at least one byte. */
const ways: readonly [Way, ...Way[]] = [
  // A few bits, as a bad stick turns them.
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let left = 1 + random.below(8); left > 0; left -= 1) {
      const at = random.below(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    }
    return changed;
  },
  // Bytes near the start, where the lengths and the kinds stand.
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let left = 1 + random.below(4); left > 0; left -= 1) {
      changed[random.below(Math.min(changed.length, 512))] = random.pick([0, 1, 0x7f, 0x80, 0xfe, 0xff]);
    }
    return changed;
  },
  // Cut short, as a copy that was stopped.
  (bytes, random) => Buffer.from(bytes.subarray(0, random.below(bytes.length))),
  // A piece missing in the middle.
  (bytes, random) => {
    const from = random.below(bytes.length);
    const to = Math.min(bytes.length, from + 1 + random.below(Math.max(1, bytes.length >> 2)));
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  // A piece twice.
  (bytes, random) => {
    const from = random.below(bytes.length);
    const to = Math.min(bytes.length, from + 1 + random.below(4096));
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  // A run of noise.
  (bytes, random) => {
    const at = random.below(bytes.length);
    const noise = random.bytes(Math.min(bytes.length - at, 1 + random.below(256)));
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at + noise.length)]);
  },
];
type Way = (bytes: Buffer, random: Seeded) => Buffer;

/** One broken version of a file: the same for the same random numbers, and never the file itself. */
export function mutantOf(bytes: Buffer, random: Seeded): Buffer {
  if (bytes.length === 0) return random.bytes(1);
  const mutant = random.pick(ways)(bytes, random);
  // A flip may have been undone by another one, or noise may be what was there.
  return mutant.equals(bytes) ? Buffer.concat([bytes, random.bytes(1 + random.below(16))]) : mutant;
}
