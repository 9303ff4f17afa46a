import { Decrypter } from 'age-encryption';
import { HoldfastError } from '../../../shared/errors';
import { giveBack } from '../../vault/give-back';
import { batch, ChunkSeal, nonceBytes, payloadKey, sealBytes, sealedChunkBytes, chunkBytes } from './chunks';
import { readHeader } from './header';
import { Lookahead } from './lookahead';
import { passphraseIdentity } from './passphrase';
import type { AgeLock, SealedHead } from './seal';

/** What a sealed file is opened with. */
export type AgeKey =
  | { readonly type: 'identity'; readonly identity: string }
  | { readonly type: 'passphrase'; readonly passphrase: string };

/**
 * Opens a sealed file: what comes is each chunk once its seal holds; that the last was there is known only at the end. Throws
 * `package-wrong-key` where the key fits no slot, `package-costly` for a passphrase of too much work, `package-damaged` for all that
 * is no whole, untouched file. Each piece stands until the next is asked for: they lie in the same memory.
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

/** Whether a head that was made before is what this lock would open: a passphrase may be another one by now. */
export async function fitsHead({ header, fileKey }: SealedHead, lock: AgeLock): Promise<boolean> {
  // For which keys it is stands in what is signed, and is compared there.
  if (lock.type === 'recipients') return true;
  const found = await fileKeyOf(Buffer.from(header), lock).catch(() => null);
  return found !== null && Buffer.from(found).equals(fileKey);
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
  let room: Buffer | null = null;
  try {
    for (;;) {
      // The first byte behind a chunk says that it is not the last.
      await from.fill(sealedChunkBytes + 1);
      room ??= Buffer.allocUnsafeSlow((from.waiting > sealedChunkBytes ? batch : 1) * chunkBytes);
      const batched = await openBatch(from, chunks, room);
      if (batched.plain.length > 0) yield batched.plain;
      if (!batched.isWhole) throw new HoldfastError('package-damaged');
      if (batched.isEnd) return;
    }
  } finally {
    await from.end();
    if (room !== null) giveBack(room);
  }
}

interface Batched {
  readonly plain: Buffer;
  /** Whether every seal held; nothing behind one that does not hold is opened. */
  readonly isWhole: boolean;
  readonly isEnd: boolean;
}

async function openBatch(from: Lookahead, chunks: ChunkSeal, plain: Buffer): Promise<Batched> {
  let length = 0;
  while (length < plain.length) {
    await from.fill(sealedChunkBytes + 1);
    const isLast = from.waiting <= sealedChunkBytes;
    const sealed = from.take(Math.min(from.waiting, sealedChunkBytes));
    const { bytes, isWhole } = openNext(chunks, sealed, isLast, plain.subarray(length));
    length += bytes;
    if (!isWhole || isLast) return { plain: plain.subarray(0, length), isWhole, isEnd: isLast };
  }
  return { plain, isWhole: true, isEnd: false };
}

/** Opens one chunk into `plain`, and says how many bytes came. */
function openNext(
  chunks: ChunkSeal,
  sealed: Buffer,
  isLast: boolean,
  plain: Buffer,
): { readonly bytes: number; readonly isWhole: boolean } {
  const bytes = sealed.length - sealBytes;
  // A last chunk is empty only where there is no other.
  if (bytes < 0 || (bytes === 0 && chunks.done > 0)) return { bytes: 0, isWhole: false };
  const to = plain.subarray(0, bytes);
  if (chunks.open(to, sealed, isLast)) return { bytes, isWhole: true };
  // Of a file with more behind its end, or without one, what the sender has sealed still comes, as stock age gives it.
  const isOther = sealed.length === sealedChunkBytes && chunks.open(to, sealed, !isLast);
  return { bytes: isOther ? bytes : 0, isWhole: false };
}
