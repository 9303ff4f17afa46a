import { randomInt } from 'node:crypto';

/** Ways in which a file stops being what was written, each by as little as one byte, at a random place. */
export const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  'one bit flipped': (bytes) => {
    const changed = Buffer.from(bytes);
    const at = randomInt(bytes.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << randomInt(8));
    return changed;
  },
  'one byte changed': (bytes) => {
    const changed = Buffer.from(bytes);
    const at = randomInt(bytes.length);
    changed[at] = ((changed[at] ?? 0) + 1 + randomInt(255)) % 256;
    return changed;
  },
  'one byte cut out': (bytes) => {
    const at = randomInt(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
  },
  'cut short': (bytes) => bytes.subarray(0, randomInt(bytes.length)),
  'one byte too many': (bytes) => {
    const at = randomInt(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([randomInt(256)]), bytes.subarray(at)]);
  },
  'two bytes swapped': (bytes) => {
    const changed = Buffer.from(bytes);
    for (let tries = 0; tries < 200; tries += 1) {
      const one = randomInt(bytes.length);
      const other = randomInt(bytes.length);
      const [a = 0, b = 0] = [changed[one], changed[other]];
      if (a === b) continue;
      changed[one] = b;
      changed[other] = a;
      return changed;
    }
    return bytes.subarray(1);
  },
};
