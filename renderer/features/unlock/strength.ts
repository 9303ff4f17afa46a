/** Fewest characters the vault takes. */
export const shortest = 12;

export interface Strength {
  /** 0 (too short) to 4. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly words: string;
}

/**
 * A plain hint about a passphrase: length counts most, then different characters and words. It is a hint and no
 * measure: a known quotation is weak however long it is, and it says so.
 */
export function passphraseStrength(passphrase: string): Strength {
  const text = passphrase.normalize('NFC');
  const length = Array.from(text).length;
  if (length < shortest) {
    return {
      level: 0,
      words: length === 0 ? `At least ${shortest} characters.` : `${shortest - length} more to go.`,
    };
  }
  const different = new Set(text.toLowerCase()).size;
  const spoken = new Set(
    text
      .toLowerCase()
      .split(/[\s\-_.,]+/)
      .filter((word) => word.length > 2),
  ).size;
  if (different < 6) return { level: 1, words: 'Long, but the same few letters again and again.' };
  if (length >= 24 && spoken >= 5)
    return { level: 4, words: 'Very strong, if the words are your own and not a quotation.' };
  if (length >= 20 && spoken >= 4)
    return { level: 3, words: 'Strong, if the words are your own and not a quotation.' };
  if (length >= 16) return { level: 2, words: 'Fair. Four or more unusual words are better.' };
  return { level: 1, words: 'Enough to begin, but guessable. Four or more unusual words are better.' };
}
