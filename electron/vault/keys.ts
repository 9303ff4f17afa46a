import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/** Lengths in bytes. */
export const keyLength = 32;
export const saltLength = 16;
const nonceLength = 12;
const tagLength = 16;

/** Derives one purpose's bytes from the vault key (HKDF-SHA256, RFC 5869); the label keeps purposes apart. */
export function deriveKey(
  vaultKey: Uint8Array,
  vaultId: string,
  purpose: string,
  length: number = keyLength,
): Buffer {
  return Buffer.from(
    hkdfSync('sha256', vaultKey, Buffer.from(vaultId), Buffer.from(`holdfast/1/${purpose}`), length),
  );
}

/** Seals a key under another: nonce, ciphertext, tag. `bound` is authenticated with it and must be given to open it. */
export function wrapKey(
  wrapping: Uint8Array,
  key: Uint8Array,
  bound: string,
  random: (length: number) => Buffer,
): Buffer {
  const nonce = random(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what wrapKey made; null when the wrapping key or the bound text is not the right one. */
export function unwrapKey(wrapping: Uint8Array, wrapped: Uint8Array, bound: string): Buffer | null {
  if (wrapped.length !== nonceLength + keyLength + tagLength) return null;
  const decipher = createDecipheriv('aes-256-gcm', wrapping, wrapped.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(wrapped.subarray(nonceLength + keyLength));
  const key = decipher.update(wrapped.subarray(nonceLength, nonceLength + keyLength));
  try {
    // GCM gives everything in update; final only checks. Nothing is concatenated, so that no second copy is left behind.
    decipher.final();
    return key;
  } catch {
    key.fill(0);
    return null;
  }
}
