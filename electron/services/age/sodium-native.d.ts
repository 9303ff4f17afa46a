/** The parts of sodium-native that are used here; it ships no types of its own. */
declare module 'sodium-native' {
  /** Throws unless every length is right. */
  export function crypto_aead_chacha20poly1305_ietf_encrypt(
    sealed: Uint8Array,
    plain: Uint8Array,
    more: null,
    secretNonce: null,
    nonce: Uint8Array,
    key: Uint8Array,
  ): number;
  /** Throws where the seal does not hold. */
  export function crypto_aead_chacha20poly1305_ietf_decrypt(
    plain: Uint8Array,
    secretNonce: null,
    sealed: Uint8Array,
    more: null,
    nonce: Uint8Array,
    key: Uint8Array,
  ): number;
}
