import { isGoodEnough, passphraseStrength } from './strength';

export interface NewPassphrase {
  readonly first: string;
  readonly again: string;
}
export const noPassphrase: NewPassphrase = { first: '', again: '' };

/** What is wrong with a new passphrase typed twice; null where nothing is. The vault asks the same of it again. */
export function passphraseProblems(
  { first, again }: NewPassphrase,
  about: readonly string[] = [],
): {
  readonly first: string | null;
  readonly again: string | null;
} {
  const strength = passphraseStrength(first, about);
  if (!isGoodEnough(strength)) return { first: strength.words, again: null };
  return { first: null, again: first === again ? null : 'The two are not the same.' };
}

export function isGood(value: NewPassphrase, about: readonly string[] = []): boolean {
  const { first, again } = passphraseProblems(value, about);
  return first === null && again === null;
}
