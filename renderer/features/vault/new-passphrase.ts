import { passphraseStrength } from '../unlock/strength';

export interface NewPassphrase {
  readonly first: string;
  readonly again: string;
}
export const noPassphrase: NewPassphrase = { first: '', again: '' };

/** What is wrong with a new passphrase typed twice; null where nothing is. */
export function passphraseProblems({ first, again }: NewPassphrase): {
  readonly first: string | null;
  readonly again: string | null;
} {
  const { level, words } = passphraseStrength(first);
  if (level === 0) return { first: words, again: null };
  return { first: null, again: first === again ? null : 'The two are not the same.' };
}

export function isGood(value: NewPassphrase): boolean {
  const { first, again } = passphraseProblems(value);
  return first === null && again === null;
}
