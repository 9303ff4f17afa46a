import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';

/** Fewest characters the vault takes. */
export const shortest = 12;
/** Guessing a longer text takes the estimator long and says nothing new. */
const looked = 100;

export interface Strength {
  /** 0 (too short) to 4. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly words: string;
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
  prepareStrength();
  const known = about.filter((each) => each.trim() !== '');
  const { guessesLog10 } = estimator?.check(text.slice(0, looked), known) ?? { guessesLog10: 0 };
  if (guessesLog10 < 7)
    return { level: 1, words: 'Weak: a thief with good computers would need hours. Add unusual words.' };
  if (guessesLog10 < 10)
    return { level: 2, words: 'Fair: it would hold for months, not for years. One more unusual word helps.' };
  if (guessesLog10 < 13) return { level: 3, words: 'Strong: it would hold for years.' };
  return { level: 4, words: 'Very strong: it would hold for centuries, if nobody else has ever used it.' };
}
