import { HoldfastError } from '../../../shared/errors';
import { isZero, tarBytes } from './tar';
import type { TarMember } from './tar';

/** The last member of a package: zeros, so that its size says little of what is in it. */
export const paddingName = 'padding';
/** What a small case is made as long as; nobody can tell one photograph from none. */
const leastBytes = 64 * 1024;
const piece = Buffer.alloc(64 * 1024);

/**
 * How many zeros follow members of these lengths. The tar gets a length of which only the first bits differ (Padmé, in "Reducing
 * Metadata Leakage from Encrypted Files and Communication with PURBs", PETS 2019): at most a ninth longer, less the longer it is.
 */
export function paddingBytes(lengths: readonly number[]): number {
  const unpadded = tarBytes([...lengths, 0]);
  return paddedBytes(Math.max(leastBytes, unpadded)) - unpadded;
}

/** The next length that Padmé allows. */
export function paddedBytes(bytes: number): number {
  const exponent = Math.floor(Math.log2(bytes));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - kept);
  return Math.ceil(bytes / step) * step;
}

export async function* zeros(bytes: number): AsyncGenerator<Uint8Array, void> {
  // An async generator, because that is what the content of a member is.
  await Promise.resolve();
  for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, left);
}

/** Throws `package-damaged` for padding that hides something, or that is longer than any is that goes with these members. */
export async function checkPadding({ bytes, content }: TarMember, lengths: readonly number[]): Promise<void> {
  if (bytes > Math.max(leastBytes, tarBytes(lengths) / 8)) throw new HoldfastError('package-damaged');
  for await (const each of content) if (!isZero(each)) throw new HoldfastError('package-damaged');
}
