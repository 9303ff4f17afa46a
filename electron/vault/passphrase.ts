import { hashRaw } from '@node-rs/argon2';
import { HoldfastError } from '../../shared/errors';
import { keyLength } from './keys';

/** Cost of Argon2id (RFC 9106): memory in KiB, passes, lanes. */
export interface ArgonCost {
  readonly m: number;
  readonly t: number;
  readonly p: number;
}

/** The library's number for Argon2id; its enum cannot be imported by a module that is compiled alone. */
const argon2id = 2;

/** A slot file is attacker's input when it was planted: what it may ask for is bounded before anything runs. */
export const highestCost: ArgonCost = { m: 2 * 1024 * 1024, t: 16, p: 16 };

/** The least a slot may be made with: the second recommended option of RFC 9106 is 64 MiB and three passes. */
export const costFloor: ArgonCost = { m: 64 * 1024, t: 3, p: 1 };

/**
 * The least that is still read. Below the floor a slot is weak but not dangerous to open, and only somebody who has the
 * vault key can have made it.
 */
export const lowestReadCost: ArgonCost = { m: 8 * 1024, t: 1, p: 1 };

/**
 * Throws `weak-passphrase` for a passphrase that must not protect anything: the one rule for every new one, of a vault, a
 * person, after a recovery, of a package. `about` is what whoever guesses would know: names of people and of the office.
 * The lists of known passwords and words take a moment to read, so they are loaded when they are first needed.
 */
export async function refuseWeakPassphrase(passphrase: string, about: readonly string[] = []): Promise<void> {
  const { isGoodEnough, passphraseStrength } = await import('../../shared/domain/passphrase-strength');
  if (!isGoodEnough(passphraseStrength(passphrase, about))) throw new HoldfastError('weak-passphrase');
}

/**
 * Derives the wrapping key of a slot. The passphrase is brought to Unicode NFC first, because the same letter typed on
 * two systems may arrive composed or not; NFKC would also fold letters that look alike, which weakens a passphrase.
 */
export async function derivePassphraseKey(
  passphrase: string,
  salt: Uint8Array,
  cost: ArgonCost,
): Promise<Buffer> {
  if (cost.m > highestCost.m || cost.t > highestCost.t || cost.p > highestCost.p) {
    throw new HoldfastError('vault-damaged');
  }
  const secret = Buffer.from(passphrase.normalize('NFC'), 'utf8');
  try {
    return await hashRaw(secret, {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- an ambient const enum has no value to import
      algorithm: argon2id,
      salt,
      memoryCost: cost.m,
      timeCost: cost.t,
      parallelism: cost.p,
      outputLen: keyLength,
    });
  } finally {
    secret.fill(0);
  }
}
