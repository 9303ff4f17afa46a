import { hkdfSync } from 'node:crypto';
import {
  crypto_aead_chacha20poly1305_ietf_decrypt as openAead,
  crypto_aead_chacha20poly1305_ietf_encrypt as sealAead,
} from 'sodium-native';

/** The payload of age (c2sp.org/age, "Payload"): chunks of 64 KiB, each with a seal of 16 bytes. */
export const chunkBytes = 64 * 1024;
export const sealBytes = 16;
export const sealedChunkBytes = chunkBytes + sealBytes;
export const nonceBytes = 16;
/** How many chunks are worked on between two waits: enough to be fast, few enough to stay small. */
export const batch = 16;

/** The key of the payload, from the file key that the header keeps and the nonce that follows it. */
export function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

/** Seals and opens chunks in their order: the nonce of each is its number and whether it is the last. */
export class ChunkSeal {
  readonly #key: Buffer;
  readonly #nonce = Buffer.alloc(12);
  #done = 0;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** How many chunks were sealed or opened. */
  get done(): number {
    return this.#done;
  }

  seal(sealed: Uint8Array, plain: Uint8Array, isLast: boolean): void {
    sealAead(sealed, plain, null, null, this.#numbered(isLast), this.#key);
    this.#done += 1;
  }

  /** False where the seal does not hold, for this number and this place; the next call then tries the same number. */
  open(plain: Uint8Array, sealed: Uint8Array, isLast: boolean): boolean {
    try {
      openAead(plain, null, sealed, null, this.#numbered(isLast), this.#key);
    } catch {
      return false;
    }
    this.#done += 1;
    return true;
  }

  /** An 11-byte counter, of which a file of this world needs six, and the byte of the last chunk. */
  #numbered(isLast: boolean): Buffer {
    this.#nonce.writeUIntBE(this.#done, 5, 6);
    this.#nonce[11] = isLast ? 1 : 0;
    return this.#nonce;
  }
}
