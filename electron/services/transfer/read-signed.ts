import { HoldfastError } from '../../../shared/errors';
import type { OfficeKeys } from '../offices/office';
import { checkRecipient } from './admit-sender';
import {
  checkSignature,
  largestManifest,
  manifestName,
  parseManifest,
  signatureName,
  sumsName,
  sumsOf,
} from './manifest';
import type { Manifest } from './manifest';
import { wholeMember } from './tar';
import type { TarMember } from './tar';

/** The first part of a package, which says what the rest must be. */
export interface Signed {
  readonly manifest: Manifest;
  readonly bytes: Buffer;
  /** Lengths of the members that were read. */
  readonly lengths: readonly number[];
}

/**
 * The manifest, once it is known that its sender has signed it, that it is meant for us, and that the sums beside it, by which
 * somebody without Holdfast checks a package, say the same. Throws `package-damaged`, and `package-newer` for a later format.
 */
export async function readSigned(
  members: AsyncGenerator<TarMember, void>,
  keys: OfficeKeys,
  byPassphrase: boolean,
): Promise<Signed> {
  const lengths: number[] = [];
  const next = async (name: string, most: number): Promise<Buffer> => {
    const { value, done } = await members.next();
    if (done === true || value.name !== name) throw new HoldfastError('package-damaged');
    lengths.push(value.bytes);
    return wholeMember(value, most);
  };
  const bytes = await next(manifestName, largestManifest);
  const manifest = parseManifest(bytes);
  checkSignature(bytes, await next(signatureName, 64), manifest);
  checkRecipient(manifest, keys, byPassphrase);
  const sums = sumsOf(manifest);
  if (sums !== null && !sums.equals(await next(sumsName, sums.length)))
    throw new HoldfastError('package-damaged');
  return { manifest, bytes, lengths };
}
