import { createHash } from 'node:crypto';
import { seeded } from '../helpers/seeded';
import { brokenBytes } from './mutate-bytes';
import { brokenJson } from './mutate-json';
import { brokenText } from './mutate-text';
import type { FuzzTarget } from './target';

const longest = 64 * 1024;

/**
 * The input of a number: first the seeds themselves, then broken ones. It depends on nothing but target, seed and number, so that any
 * of them can be made again without those before it.
 */
export function inputMaker(
  target: FuzzTarget,
  seeds: readonly Buffer[],
  seed: number,
): (number: number) => Buffer {
  const breaking = { bytes: brokenBytes, text: brokenText, json: brokenJson }[target.form];
  const salt = createHash('sha256').update(`${target.name} ${seed}`).digest().readUInt32LE();
  const most = target.most ?? longest;
  return (number) => {
    const whole = seeds[number];
    if (whole !== undefined) return whole;
    const random = seeded((salt + Math.imul(number, 0x9e3779b1)) >>> 0);
    const from = seeds[random.below(seeds.length)] ?? Buffer.alloc(0);
    const other = seeds[random.below(seeds.length)] ?? from;
    const input = breaking(from, { random, other, words: target.words ?? [] }).subarray(0, most);
    return target.mend === undefined || random.below(8) === 0 ? input : target.mend(input);
  };
}
