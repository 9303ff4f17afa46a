import { randomBytes } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { HoldfastError } from '../../../shared/errors';
import { ageRecipientSchema } from '../../../shared/models/common';
import { batch, chunkBytes, ChunkSeal, nonceBytes, payloadKey, sealBytes, sealedChunkBytes } from './chunks';
import { passphraseRecipient } from './passphrase';

/** Whom a file is sealed for: one or several keys, or a passphrase, never both. */
export type AgeLock =
  | { readonly type: 'recipients'; readonly recipients: readonly string[] }
  | { readonly type: 'passphrase'; readonly passphrase: string };

/** All that decides, together with the plain bytes, what a sealed file is byte for byte. The file key opens it. */
export interface SealedHead {
  readonly header: Uint8Array;
  readonly fileKey: Uint8Array;
  readonly nonce: Uint8Array;
}

/** How many slots a header may have; a person could not say for whom more than these are. */
export const mostRecipients = 64;

/**
 * Makes the head of a new file. Throws `invalid-input` for no recipient, one named twice, and one that is no X25519 key:
 * beside such a key, a post-quantum one would promise what the other does not hold.
 */
export async function newHead(lock: AgeLock): Promise<SealedHead> {
  const encrypter = new Encrypter();
  if (lock.type === 'passphrase') {
    encrypter.addRecipient(passphraseRecipient(lock.passphrase));
  } else {
    const { recipients } = lock;
    const isSound =
      recipients.length > 0 &&
      recipients.length <= mostRecipients &&
      new Set(recipients).size === recipients.length &&
      recipients.every((each) => ageRecipientSchema.safeParse(each).data === each);
    if (!isSound) throw new HoldfastError('invalid-input');
    for (const each of recipients) encrypter.addRecipient(each);
  }
  const kept: Uint8Array[] = [];
  // Not a slot: it only sees the key that the header keeps.
  encrypter.addRecipient({
    wrapFileKey: (fileKey) => {
      kept.push(fileKey);
      return [];
    },
  });
  const empty = await encrypter.encrypt(new Uint8Array());
  const [fileKey] = kept;
  if (fileKey === undefined) throw new HoldfastError('internal');
  // The library puts a nonce and the seal of an empty payload behind the header.
  const header = empty.subarray(0, empty.length - nonceBytes - sealBytes);
  return { header, fileKey, nonce: randomBytes(nonceBytes) };
}

/** How many bytes a sealed file has. */
export function sealedBytes({ header, nonce }: SealedHead, plainBytes: number): number {
  const chunks = Math.max(1, Math.ceil(plainBytes / chunkBytes));
  return header.length + nonce.length + plainBytes + chunks * sealBytes;
}

/**
 * The sealed file: its head, then the plain bytes in chunks. The same head and bytes give the same file. The pieces lie in two places by
 * turns, and each is good until the next but one is asked for: memory taken anew for each costs more than the sealing.
 */
export async function* sealAge(
  head: SealedHead,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  yield Buffer.concat([head.header, head.nonce]);
  const chunks = new ChunkSeal(payloadKey(head.fileKey, head.nonce));
  const waiting = Buffer.allocUnsafeSlow(batch * chunkBytes);
  const room = (): Buffer => Buffer.allocUnsafeSlow(batch * sealedChunkBytes);
  let [sealed, other] = [room(), room()];
  let length = 0;
  for await (const piece of plain) {
    let from = 0;
    while (from < piece.length) {
      // A full batch waits for one byte more: its last chunk may be the last of all.
      if (length === waiting.length) {
        yield sealAll(chunks, waiting, false, sealed);
        [sealed, other] = [other, sealed];
        length = 0;
      }
      const some = piece.subarray(from, from + waiting.length - length);
      waiting.set(some, length);
      length += some.length;
      from += some.length;
    }
  }
  yield sealAll(chunks, waiting.subarray(0, length), true, sealed);
}

function sealAll(chunks: ChunkSeal, plain: Buffer, isLast: boolean, into: Buffer): Buffer {
  const count = Math.max(1, Math.ceil(plain.length / chunkBytes));
  for (let at = 0; at < count; at += 1) {
    const some = plain.subarray(at * chunkBytes, (at + 1) * chunkBytes);
    const from = at * sealedChunkBytes;
    chunks.seal(into.subarray(from, from + some.length + sealBytes), some, isLast && at === count - 1);
  }
  return into.subarray(0, plain.length + count * sealBytes);
}
