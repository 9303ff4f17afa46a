import { createCipheriv, randomBytes } from 'node:crypto';

/**
 * Makes tallies, by which bytes that were written are compared with those that came back: GMAC (NIST SP 800-38D) under a key that lives
 * as long as the comparison and that nobody sees. Other bytes have the same tally once in 2^128; a SHA-256, by which somebody else can
 * check a file, takes ten times as long.
 */
export function tallies(): () => Tally {
  const [key, nonce] = [randomBytes(32), randomBytes(12)];
  return () => {
    const mac = createCipheriv('aes-256-gcm', key, nonce);
    return {
      update: (bytes) => {
        mac.setAAD(bytes);
      },
      digest: () => {
        mac.final();
        return mac.getAuthTag().toString('hex');
      },
    };
  };
}

/** What bytes come to, piece by piece, however they are cut. */
export interface Tally {
  readonly update: (bytes: Uint8Array) => void;
  readonly digest: () => string;
}
