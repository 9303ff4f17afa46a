import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';

/** Fewest characters of a new passphrase, counted as people count them: by code point after NFC. */
export const shortest = 12;
/** Guessing a longer text takes the estimator long and says nothing new. */
const looked = 100;
/** Signs between letters of a known password cost whoever guesses some more tries, and not many: three powers of ten. */
const signsWorth = 3;

export interface Strength {
  /** 0 (too short) to 4. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly words: string;
}

/** The least that is taken for a new passphrase: one that would hold for years against somebody who has the laptop. */
const leastLevel = 3;

export function isGoodEnough({ level }: Strength): boolean {
  return level >= leastLevel;
}

let estimator: ZxcvbnFactory | null = null;

/** Reads the lists of known passwords, names and words: some tenths of a second, once. Best done before anybody types. */
export function prepareStrength(): void {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
}

/**
 * How long a passphrase would hold. It is an estimate of how many guesses somebody needs who tries known passwords, names,
 * dates, patterns and words first (zxcvbn). What a guess costs is set by the vault: about a second on a laptop; the words
 * below reckon with a thief who has a thousand times that. `about` is what such a thief knows: names of person and office.
 */
export function passphraseStrength(passphrase: string, about: readonly string[] = []): Strength {
  const text = passphrase.normalize('NFC');
  const length = Array.from(text).length;
  if (length < shortest) {
    return {
      level: 0,
      words: length === 0 ? `At least ${shortest} characters.` : `${shortest - length} more to go.`,
    };
  }
  const guesses = guessesOf(text, about);
  if (guesses < 7)
    return { level: 1, words: 'Too weak: a thief with good computers would need hours. Use unusual words.' };
  if (guesses < 10)
    return {
      level: 2,
      words: 'Not enough yet: it would hold for months, not years. Add one more unusual word.',
    };
  if (guesses < 13) return { level: 3, words: 'Strong: it would hold for years.' };
  return { level: 4, words: 'Very strong: it would hold for centuries, if nobody else has ever used it.' };
}

let last: { readonly key: string; readonly guesses: number } | null = null;

/**
 * Guesses as a power of ten: the fewest of the text as it stands, of the letters it stands for (full-width letters, accents
 * and invisible signs make a known password no stranger), and of its letters and digits alone.
 */
function guessesOf(text: string, about: readonly string[]): number {
  const known = about.flatMap((each) => [each, ...each.split(/\s+/)]).filter((each) => each.trim() !== '');
  const key = JSON.stringify([text, known]);
  if (last?.key === key) return last.guesses;
  const plain = text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '');
  const guesses = Math.min(
    estimate(text, known),
    plain === text ? Infinity : estimate(plain, known),
    bare === plain || bare === '' ? Infinity : estimate(bare, known) + signsWorth,
  );
  last = { key, guesses };
  return guesses;
}

function estimate(text: string, known: readonly string[]): number {
  prepareStrength();
  return estimator?.check(text.slice(0, looked), [...known]).guessesLog10 ?? 0;
}
