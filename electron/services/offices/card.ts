import { createHash, sign, verify } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { ukDay } from '../../../shared/domain/dates/standing';
import { printCard, signedCardText } from '../../../shared/domain/office-card/card-text';
import { canonicalOfficeName } from '../../../shared/domain/office-card/office-name';
import type { OfficeCard, OwnCard } from '../../../shared/models/office';
import type { VaultContext } from '../../vault/api';
import { ensureOfficeKeys, readPublicKey } from './office';

const wordCount = 8;
const bitsPerWord = 11;

/** What two offices compare: name and both keys. The signing key in hexadecimal. */
export type ComparedParts = Pick<OfficeCard, 'name' | 'recipient' | 'signingKey'>;

/**
 * Eight words of a list of 2048, from a hash over name and both keys: 88 bits. Whoever swaps a key, or makes another
 * office of the same name, would have to try some 2^88 pairs of keys to get the same words.
 */
export function cardWords({ name, recipient, signingKey }: ComparedParts): readonly string[] {
  const parts = JSON.stringify([canonicalOfficeName(name), recipient, signingKey]);
  const hash = createHash('sha256').update(`holdfast-office-words-v1\0${parts}`).digest();
  const bits = BigInt(`0x${hash.toString('hex')}`) >> BigInt(256 - wordCount * bitsPerWord);
  return Array.from(
    { length: wordCount },
    (_, index) => wordlist[Number((bits >> BigInt(bitsPerWord * (wordCount - 1 - index))) & 2047n)] ?? '',
  );
}

/** The signing key of a manifest (base64url) as cards write it. */
export function hexOfKey(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('hex');
}

/** True when the signing key that stands in the card has signed all of it. */
export function isCardSigned(card: OfficeCard): boolean {
  const key = readPublicKey(Buffer.from(card.signingKey, 'hex').toString('base64url'));
  return (
    key !== null && verify(null, Buffer.from(signedCardText(card)), key, Buffer.from(card.signature, 'hex'))
  );
}

/** What this office gives to others, with the words that it reads out to them. */
export async function makeOwnCard(context: VaultContext): Promise<OwnCard> {
  const { office, signingKey } = await ensureOfficeKeys(context);
  const card = {
    // An office whose name is nothing but signs that cannot be seen still needs one.
    name: canonicalOfficeName(office.name) || 'Office',
    made: dayOfCard(context),
    recipient: office.recipient,
    signingKey: hexOfKey(office.signingKey),
  };
  const signature = sign(null, Buffer.from(signedCardText(card)), signingKey).toString('hex');
  return {
    text: printCard({ ...card, signature }),
    name: card.name,
    made: card.made,
    words: cardWords(card),
  };
}

/** A card is of the day on which what it says was last changed: its keys, or the name of the office. */
function dayOfCard({ db, now }: Pick<VaultContext, 'db' | 'now'>): string {
  const at: unknown = db
    .prepare("SELECT at FROM audit WHERE action IN ('office.make-keys', 'office.rename') ORDER BY seq DESC")
    .pluck()
    .get();
  return ukDay(typeof at === 'string' ? at : now());
}
