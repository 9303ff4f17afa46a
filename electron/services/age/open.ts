import { Decrypter } from 'age-encryption';
import { HoldfastError } from '../../../shared/errors';
import { batch, ChunkSeal, nonceBytes, payloadKey, sealBytes, sealedChunkBytes, chunkBytes } from './chunks';
import { readHeader } from './header';
import { Lookahead } from './lookahead';
import { passphraseIdentity } from './passphrase';

/** What a sealed file is opened with. */
export type AgeKey =
  | { readonly type: 'identity'; readonly identity: string }
  | { readonly type: 'passphrase'; readonly passphrase: string };

/**
 * Opens a sealed file: what comes is each chunk once its seal holds; that the last was there is known only at the end. Throws
 * `package-wrong-key` where the key fits no slot, `package-costly` for a passphrase of too much work, `package-damaged` for all that
 * is no whole, untouched file.
 */
export async function openAge(
  sealed: AsyncIterable<Uint8Array>,
  key: AgeKey,
): Promise<AsyncGenerator<Uint8Array, void>> {
  const source = sealed[Symbol.asyncIterator]();
  try {
    const { header, rest } = await readHeader(source);
    const fileKey = await fileKeyOf(header, key);
    const from = new Lookahead(source, rest);
    await from.fill(nonceBytes);
    if (from.waiting < nonceBytes) throw new HoldfastError('package-damaged');
    const nonce = Buffer.from(from.take(nonceBytes));
    return payload(from, payloadKey(fileKey, nonce));
  } catch (error) {
    await source.return?.();
    throw error;
  }
}

async function fileKeyOf(header: Buffer, key: AgeKey): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  if (key.type === 'identity') decrypter.addIdentity(key.identity);
  else decrypter.addIdentity(passphraseIdentity(key.passphrase));
  try {
    return await decrypter.decryptHeader(header);
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    // The library tells its failures apart only in words; this one means that no key of ours fits the header.
    const wrongKey = error instanceof Error && error.message.includes('no identity matched');
    throw new HoldfastError(wrongKey ? 'package-wrong-key' : 'package-damaged', { cause: error });
  }
}

async function* payload(from: Lookahead, key: Buffer): AsyncGenerator<Uint8Array, void> {
  const chunks = new ChunkSeal(key);
  try {
    for (;;) {
      // One byte more than the batch says whether its last chunk is the last of all.
      await from.fill(batch * sealedChunkBytes + 1);
      const isEnd = from.waiting <= batch * sealedChunkBytes;
      const some = from.take(Math.min(from.waiting, batch * sealedChunkBytes));
      const { plain, isWhole } = openAll(chunks, some, isEnd);
      if (plain.length > 0) yield plain;
      if (!isWhole) throw new HoldfastError('package-damaged');
      if (isEnd) return;
    }
  } finally {
    await from.end();
  }
}

/** Opens what holds of these chunks, and says whether all of them did. Nothing behind one that does not hold is opened. */
function openAll(
  chunks: ChunkSeal,
  sealed: Buffer,
  isEnd: boolean,
): { readonly plain: Buffer; readonly isWhole: boolean } {
  const count = Math.max(1, Math.ceil(sealed.length / sealedChunkBytes));
  const plain = Buffer.allocUnsafe(count * chunkBytes);
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const some = sealed.subarray(at * sealedChunkBytes, (at + 1) * sealedChunkBytes);
    const isLast = isEnd && at === count - 1;
    const bytes = some.length - sealBytes;
    // A last chunk is empty only where there is no other.
    const isSound = bytes > 0 || (bytes === 0 && chunks.done === 0 && isLast);
    if (!isSound) return { plain: plain.subarray(0, length), isWhole: false };
    const to = plain.subarray(length, length + bytes);
    if (chunks.open(to, some, isLast)) {
      length += bytes;
      continue;
    }
    // Of a file with more behind its end, or without one, what the sender has sealed still comes, as stock age gives it.
    if (some.length === sealedChunkBytes && chunks.open(to, some, !isLast)) length += bytes;
    return { plain: plain.subarray(0, length), isWhole: false };
  }
  return { plain: plain.subarray(0, length), isWhole: true };
}
