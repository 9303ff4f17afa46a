import { randomBytes, scrypt } from 'node:crypto';
import { Stanza } from 'age-encryption';
import type { Identity, Recipient } from 'age-encryption';
import {
  crypto_aead_chacha20poly1305_ietf_decrypt as openAead,
  crypto_aead_chacha20poly1305_ietf_encrypt as sealAead,
} from 'sodium-native';
import { HoldfastError } from '../../../shared/errors';
import { sealBytes } from './chunks';

/** scrypt work under a passphrase, as a power of two: about a second here, and a few on a slow machine. */
const passphraseWork = 17;
/** Above this nothing is tried: a stranger's file would take the machine's memory (a GiB at 20) and minutes. */
export const mostWork = 20;
const fileKeyBytes = 16;
const saltBytes = 16;
/** age wraps a file key with a key that is used once. */
const onlyNonce = Buffer.alloc(12);

/** The passphrase stanza of age (c2sp.org/age, "The scrypt recipient type"), worked out beside the thread and not in it. */
export function passphraseRecipient(passphrase: string): Recipient {
  return {
    wrapFileKey: async (fileKey) => {
      const salt = randomBytes(saltBytes);
      const body = Buffer.alloc(fileKeyBytes + sealBytes);
      const key = await wrappingKey(passphrase, salt, passphraseWork);
      sealAead(body, fileKey, null, null, onlyNonce, key);
      return [new Stanza(['scrypt', unpadded(salt), String(passphraseWork)], body)];
    },
  };
}

/** Opens such a stanza. Whoever calls has looked at the header: see `readHeader`. */
export function passphraseIdentity(passphrase: string): Identity {
  return {
    unwrapFileKey: async (stanzas) => {
      const stanza = stanzas.find(({ args }) => args[0] === 'scrypt');
      if (stanza === undefined) return null;
      const [, salt = '', work = ''] = stanza.args;
      const saltOf = Buffer.from(salt, 'base64');
      const isSound =
        stanza.args.length === 3 &&
        saltOf.length === saltBytes &&
        unpadded(saltOf) === salt &&
        stanza.body.length === fileKeyBytes + sealBytes &&
        /^[1-9]\d?$/.test(work);
      if (!isSound || Number(work) > mostWork) throw new HoldfastError('package-damaged');
      const fileKey = Buffer.alloc(fileKeyBytes);
      const key = await wrappingKey(passphrase, saltOf, Number(work));
      try {
        openAead(fileKey, null, stanza.body, null, onlyNonce, key);
      } catch {
        return null;
      }
      return fileKey;
    },
  };
}

function wrappingKey(passphrase: string, salt: Buffer, work: number): Promise<Buffer> {
  const N = 2 ** work;
  const r = 8;
  const named = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]);
  return new Promise((resolve, reject) => {
    // Twice what the algorithm needs, which is 128 * r * (N + 3). A limit that is too low is more than a refusal: OpenSSL keeps that
    // fault, and the next key that is asked for, of another package, fails by it where nobody waits for it.
    scrypt(passphrase, named, 32, { N, r, p: 1, maxmem: 256 * r * (N + 3) }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** Base64 as age writes it. */
function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
