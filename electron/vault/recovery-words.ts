/**
 * The words of the recovery kit. One sheet holds 16 random bytes as 12 words of BIP-39's English list (128 bits and a
 * checksum of 4). With shares there are three sheets of 15 words (20 bytes): a format byte (1), two bytes that say which
 * sheets belong together, and the 17 bytes of a Shamir share of the same 16 bytes, any two of which give them back.
 * The words are typed by people under stress: capitals, numbers before the words, line breaks and words cut after four
 * letters (which are unique in the list) are all taken.
 */
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { combine, split } from 'shamir-secret-sharing';
import { HoldfastError } from '../../shared/errors';
import type { RecoveryKind } from '../../shared/models/vault';

const secretLength = 16;
const shareFormat = 1;
const shareLength = 20;

/** Seven words of the list of 2048: 77 bits, each word chosen by 11 random bits. */
export function suggestPassphrase(random: (length: number) => Buffer): string {
  return Array.from({ length: 7 }, () => wordlist[random(2).readUInt16BE() & 2047] ?? '').join(' ');
}

export interface RecoveryWords {
  /** What the slot is made from: the 12 words with single spaces. */
  readonly secret: string;
  readonly label: string;
  readonly sheets: readonly (readonly string[])[];
}

/** A new kit. `random` gives the bytes of the secret; the shares draw their own from the system. */
export async function makeRecoveryWords(
  kind: RecoveryKind,
  random: (length: number) => Buffer,
): Promise<RecoveryWords> {
  const entropy = random(secretLength);
  const set = random(2);
  const secret = entropyToMnemonic(entropy, wordlist);
  const label = set.toString('hex').toUpperCase();
  if (kind === 'words') return { secret, label, sheets: [secret.split(' ')] };
  const shares = await split(new Uint8Array(entropy), 3, 2);
  const sheets = shares.map((share) =>
    entropyToMnemonic(Buffer.concat([Buffer.from([shareFormat]), set, share]), wordlist).split(' '),
  );
  return { secret, label, sheets };
}

/**
 * The secret behind what was typed from one sheet of words or two (or three) sheets of shares.
 * Throws `words-unknown` (detail: `sheet` and `position`, from 1), `words-wrong`, `shares-too-few`,
 * `shares-not-together`.
 */
export async function readRecoveryWords(texts: readonly string[]): Promise<string> {
  const sheets = texts.map((text, index) => readSheet(text, index + 1)).filter((sheet) => sheet.length > 0);
  const first = sheets[0];
  if (first === undefined) throw new HoldfastError('words-wrong');
  if (sheets.length === 1 && first.length === secretLength) return entropyToMnemonic(first, wordlist);
  if (sheets.some((sheet) => sheet.length !== shareLength || sheet[0] !== shareFormat)) {
    throw new HoldfastError('words-wrong');
  }
  const sets = new Set(sheets.map((sheet) => Buffer.from(sheet.subarray(1, 3)).toString('hex')));
  if (sets.size > 1) throw new HoldfastError('shares-not-together');
  const shares = new Map(sheets.map((sheet) => [Buffer.from(sheet).toString('hex'), sheet.subarray(3)]));
  if (shares.size < 2) throw new HoldfastError('shares-too-few');
  try {
    const secret = await combine([...shares.values()].map((share) => new Uint8Array(share)));
    return entropyToMnemonic(secret, wordlist);
  } catch (cause) {
    throw new HoldfastError('shares-not-together', { cause });
  }
}

/** True when a text is one whole sheet of words: then it is tried on the recovery kit, not on people's passphrases. */
export function looksLikeSheet(text: string): boolean {
  try {
    return readSheet(text, 1).length === secretLength;
  } catch {
    return false;
  }
}

const byStart = new Map(wordlist.map((word) => [word.slice(0, 4), word]));

function readSheet(text: string, sheet: number): Uint8Array {
  const typed = text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const words = typed.map((word, index) => {
    const known = wordlist.includes(word) ? word : byStart.get(word.slice(0, 4));
    if (known === undefined || !(known === word || (word.length >= 4 && known.startsWith(word)))) {
      throw new HoldfastError('words-unknown', { detail: { sheet, position: index + 1 } });
    }
    return known;
  });
  if (words.length === 0) return new Uint8Array();
  try {
    return mnemonicToEntropy(words.join(' '), wordlist);
  } catch (cause) {
    throw new HoldfastError('words-wrong', { cause });
  }
}
