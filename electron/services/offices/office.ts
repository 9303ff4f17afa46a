import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Office } from '../../../shared/models/transfer';
import type { VaultContext } from '../../vault/api';
import { keepOwnRecipient } from '../items/series-rows';
import { readSetting, requireSetting, writeSetting } from '../../vault/settings';

export interface OfficeKeys {
  readonly office: Office;
  /** age X25519 identity, `AGE-SECRET-KEY-1...`: opens packages meant for this office. */
  readonly identity: string;
  /** Ed25519: signs what this office sends. */
  readonly signingKey: KeyObject;
}

const identityName = 'office.age-identity';
const signingName = 'office.signing-key';

/** The office's keys, made on first use and kept in the encrypted database only. */
export async function ensureOfficeKeys(context: VaultContext): Promise<OfficeKeys> {
  const { db } = context;
  if (readSetting(db, identityName) === null || readSetting(db, signingName) === null) {
    const identity = await generateX25519Identity();
    const signing = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' });
    const recipient = await identityToRecipient(identity);
    context.act({ action: 'office.make-keys', subject: requireSetting(db, 'office.id') }, () => {
      writeSetting(db, identityName, identity);
      writeSetting(db, signingName, signing.toString('base64'));
      keepOwnRecipient(context, recipient);
    });
  }
  const identity = requireSetting(db, identityName);
  const signingKey = createPrivateKey({
    key: Buffer.from(requireSetting(db, signingName), 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  const recipient = await identityToRecipient(identity);
  const publicKey = publicKeyText(createPublicKey(signingKey));
  return {
    identity,
    signingKey,
    office: {
      id: requireSetting(db, 'office.id'),
      name: requireSetting(db, 'office.name'),
      recipient,
      signingKey: publicKey,
      fingerprint: fingerprint(recipient, publicKey),
    },
  };
}

/** The 32 bytes of an Ed25519 public key in base64url, as in a JSON Web Key. */
function publicKeyText(key: KeyObject): string {
  const { x } = key.export({ format: 'jwk' });
  return x ?? '';
}

/** Reads what publicKeyText wrote; null when it is no key. */
export function readPublicKey(text: string): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text }, format: 'jwk' });
  } catch {
    return null;
  }
}

/** Crockford's alphabet: no letter that sounds or looks like another one or like a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Both public keys in eight groups of four letters (160 bits of SHA-256), to read out over the phone and compare. */
export function fingerprint(recipient: string, signingKey: string): string {
  const hash = createHash('sha256').update(`holdfast-office-1\n${recipient}\n${signingKey}`).digest();
  let bits = 0n;
  for (const byte of hash.subarray(0, 20)) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from(
    { length: 32 },
    (_, index) => alphabet[Number((bits >> BigInt(5 * (31 - index))) & 31n)] ?? '',
  );
  return Array.from({ length: 8 }, (_, group) => letters.slice(group * 4, group * 4 + 4).join('')).join(' ');
}
